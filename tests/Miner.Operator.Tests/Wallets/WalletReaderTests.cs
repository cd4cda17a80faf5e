using System.Text;
using Miner.Operator.Files;
using Miner.Operator.Wallets;
using Miner.Operator.Wallets.Sr25519;
using Miner.Testing.Wallets;

namespace Miner.Operator.Tests.Wallets;

/// <summary>Wallets of other implementations sign here and verify there.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class WalletReaderTests
{
    private const string Message = "https://miner.example.org<seperate>the-key";
    private const string Password = "correct horse";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-wallet-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Sign_WithAPlainWalletMadeElsewhere_VerifiesThere()
    {
        var wallet = await OtherWallets.CreateAsync();
        WriteColdkey(wallet.ToKeyFile());

        using var signer = await OpenAsync();

        Assert.That(Ss58Address.Format(signer.PublicKey), Is.EqualTo(wallet.Address));
        Assert.That(await OtherWallets.VerifyAsync(wallet.Address, Message, signer.Sign(Encoding.UTF8.GetBytes(Message))), Is.True);
    }

    [Test]
    public async Task Sign_WithAPrivateKeyAlone_VerifiesThereInBothEncodings()
    {
        var wallet = await OtherWallets.CreateAsync();
        foreach (var privateKey in new[] { wallet.PrivateKey, wallet.MultipliedPrivateKey })
        {
            WriteColdkey($$"""{"privateKey":"0x{{privateKey}}","ss58Address":"{{wallet.Address}}"}""");

            using var signer = await OpenAsync();

            Assert.That(await OtherWallets.VerifyAsync(wallet.Address, Message, signer.Sign(Encoding.UTF8.GetBytes(Message))), Is.True);
        }
    }

    [Test]
    public async Task Sign_WithANaclWalletMadeElsewhere_VerifiesThere()
    {
        var wallet = await OtherWallets.CreateAsync();
        WriteColdkey(await OtherWallets.EncryptNaclAsync(wallet.ToKeyFile(), Password));

        using var signer = await OpenAsync(Password);

        Assert.That(await OtherWallets.VerifyAsync(wallet.Address, Message, signer.Sign(Encoding.UTF8.GetBytes(Message))), Is.True);
    }

    [Test]
    public async Task Sign_WithAnAnsibleWalletMadeElsewhere_VerifiesThere()
    {
        var wallet = await OtherWallets.CreateAsync();
        WriteColdkey(await OtherWallets.EncryptAnsibleAsync(wallet.ToKeyFile(), Password));

        using var signer = await OpenAsync(Password);

        Assert.That(await OtherWallets.VerifyAsync(wallet.Address, Message, signer.Sign(Encoding.UTF8.GetBytes(Message))), Is.True);
    }

    [Test]
    public async Task Open_OfAFernetWalletMadeElsewhere_GivesItsKey()
    {
        WriteColdkey(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "fernet-coldkey")));

        using var signer = await OpenAsync(Password);

        Assert.That(Ss58Address.Format(signer.PublicKey), Is.EqualTo("5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV"));
    }

    [Test]
    public async Task Open_WithTheWrongPassword_SaysSoWithoutIt()
    {
        WriteColdkey(await OtherWallets.EncryptAnsibleAsync("{}", Password));

        Assert.That(
            async () => await OpenAsync("wrong-password"),
            Throws
                .TypeOf<OperatorException>()
                .With.Message.Contains("password does not open")
                .And.Message.Not.Contains("wrong-password"));
    }

    [TestCase("missing", "There is no file")]
    [TestCase("..", "name of its folder")]
    [TestCase("a/b", "name of its folder")]
    [TestCase("", "name of its folder")]
    public void Open_OfNoWallet_SaysWhy(string wallet, string reason) => Assert.That(
        async () => await WalletReader.OpenColdkeyAsync(_folder.FullName, wallet, NoPassword, CancellationToken.None),
        Throws.TypeOf<OperatorException>().With.Message.Contains(reason));

    [Test]
    public void Open_WhenTheColdkeyIsAFolder_SaysSo()
    {
        _folder.CreateSubdirectory("owner/coldkey");

        Assert.That(
            async () => await OpenAsync(),
            Throws.TypeOf<OperatorException>().With.Message.Contains("not a file that this user may read"));
    }

    [TestCase("not JSON at all", "not a Bittensor key file")]
    [TestCase("{}", "holds no secret")]
    [TestCase("""{"secretSeed":"0x12"}""", "secretSeed is not 32 bytes")]
    [TestCase("""{"cryptoType":0,"secretPhrase":"x"}""", "an ed25519 one (cryptoType 0)")]
    public async Task Open_OfAKeyFileThatIsNone_NamesItWhetherEncryptedOrNot(string content, string reason)
    {
        WriteColdkey(content);
        Assert.That(async () => await OpenAsync(), ThrowsNaming(reason));

        WriteColdkey(await OtherWallets.EncryptAnsibleAsync(content, Password));
        Assert.That(async () => await OpenAsync(Password), ThrowsNaming(reason));
    }

    [Test]
    public void Open_WhereOnlyThePublicPartIs_SaysWhereToSign()
    {
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("owner").FullName, "coldkeypub.txt"), "{}");

        Assert.That(async () => await OpenAsync(), ThrowsNaming("the secret is on another machine. Run 'sign' there"));
    }

    [Test]
    public void Open_OfAHugeFile_RefusesIt()
    {
        WriteColdkey(new byte[1024 * 1024]);

        Assert.That(async () => await OpenAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains("larger than 64 KiB"));
    }

    private NUnit.Framework.Constraints.ContainsConstraint ThrowsNaming(string reason) => Throws.TypeOf<OperatorException>()
        .With.Message.Contains(reason).And.Message.Contains(Path.Combine(_folder.FullName, "owner", "coldkey"));

    private Task<Sr25519Key> OpenAsync(string? password = null) => WalletReader.OpenColdkeyAsync(
        _folder.FullName, "owner",
        password is null ? NoPassword : _ => Task.FromResult(SecretBytes.CopyOf(Encoding.UTF8.GetBytes(password))),
        CancellationToken.None);

    private static Task<SecretBytes> NoPassword(CancellationToken cancellationToken) =>
        throw new AssertionException("A plain key file needs no password.");

    private void WriteColdkey(string json) => WriteColdkey(Encoding.UTF8.GetBytes(json));

    private void WriteColdkey(byte[] content) =>
        File.WriteAllBytes(Path.Combine(_folder.CreateSubdirectory("owner").FullName, "coldkey"), content);
}
