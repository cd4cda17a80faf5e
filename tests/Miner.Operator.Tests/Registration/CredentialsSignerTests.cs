using Microsoft.Extensions.Time.Testing;
using Miner.Operator.Registration;
using Miner.Testing.Wallets;

namespace Miner.Operator.Tests.Registration;

/// <summary>Signs with wallets of other implementations, and verifies what they sign.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class CredentialsSignerTests
{
    // Substrate's development account.
    private const string Phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
    private const string Address = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";

    private static readonly MinerCredentials Credentials = new("https://miner.example.org", "the-key");

    private DirectoryInfo _folder = null!;
    private FakeTimeProvider _time = null!;

    private string Output => Path.Combine(_folder.FullName, "signed.txt");

    [SetUp]
    public async Task MakeWalletAsync()
    {
        _time = new FakeTimeProvider(new DateTimeOffset(2025, 11, 24, 10, 30, 0, TimeSpan.Zero));
        _folder = Directory.CreateTempSubdirectory("miner-signer-tests-");
        var wallet = _folder.CreateSubdirectory("owner");
        await File.WriteAllTextAsync(Path.Combine(wallet.FullName, "coldkey"), $$"""{"secretPhrase":"{{Phrase}}"}""");
    }

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task SignAsync_WithAWallet_WritesWhatVerifiesHereAndElsewhere()
    {
        var signed = await SignAsync();

        Assert.That(
            await File.ReadAllTextAsync(Output),
            Is.EqualTo(signed.Format()).And.StartsWith($"https://miner.example.org<seperate>the-key\n\tSigned by: {Address}\n")
                .And.Contain("2025-11-24T10:30:00.000000 (UTC)"));
        Assert.That(
            await OtherWallets.VerifyAsync(Address, "https://miner.example.org<seperate>the-key", signed.Signature.ToArray()), Is.True);
        _time.Advance(TimeSpan.FromHours(2));
        var verification = await VerifyAsync();
        Assert.That((verification.Verdict, verification.Age), Is.EqualTo((SignatureVerdict.Holds, TimeSpan.FromHours(2))));
    }

    [Test]
    public async Task SignAsync_WhenTheFileExists_RefusesBeforeTheWalletIsOpened()
    {
        await File.WriteAllTextAsync(Output, "before");
        Directory.Delete(Path.Combine(_folder.FullName, "owner"), recursive: true);

        Assert.That(() => SignAsync(), Throws.TypeOf<OperatorException>().With.Message.Contains("--force"));
        Assert.That(await File.ReadAllTextAsync(Output), Is.EqualTo("before"));
    }

    [Test]
    public async Task SignAsync_WhenTheFileExistsAndMayBeReplaced_ReplacesIt()
    {
        await File.WriteAllTextAsync(Output, "before");

        var signed = await SignAsync(overwrite: true);

        Assert.That(await File.ReadAllTextAsync(Output), Is.EqualTo(signed.Format()));
    }

    [Test]
    public async Task VerifyAsync_OfASignatureMadeElsewhere_Holds()
    {
        var wallet = await OtherWallets.CreateAsync();
        var signature = await OtherWallets.SignAsync(wallet.Seed, Credentials.SignedText);

        await WriteAsync(Credentials, wallet.Address, signature);

        Assert.That((await VerifyAsync()).Verdict, Is.EqualTo(SignatureVerdict.Holds));
    }

    [Test]
    public async Task VerifyAsync_OfAChangedFile_TellsWhatIsWrong()
    {
        var signature = (await SignAsync()).Signature.ToArray();

        await WriteAsync(Credentials with { Token = "another-key" }, Address, signature);
        Assert.That((await VerifyAsync()).Verdict, Is.EqualTo(SignatureVerdict.Wrong));

        await WriteAsync(Credentials, Address[1..], signature);
        Assert.That((await VerifyAsync()).Verdict, Is.EqualTo(SignatureVerdict.InvalidAddress));
    }

    [Test]
    public async Task VerifyAsync_OfAnotherFile_NamesItWithoutItsText()
    {
        await File.WriteAllTextAsync(Output, "the-key");

        Assert.That(
            () => VerifyAsync(),
            Throws.TypeOf<OperatorException>().With.Message.StartsWith(Output)
                .And.Message.Contains("four lines").And.Message.Not.Contains("the-key"));
    }

    private Task WriteAsync(MinerCredentials credentials, string address, byte[] signature) =>
        File.WriteAllTextAsync(Output, new SignedCredentials(credentials, address, signature, _time.GetUtcNow()).Format());

    private Task<SignedCredentials> SignAsync(bool overwrite = false) => new CredentialsSigner(_time).SignAsync(
        Credentials,
        new SigningOptions(_folder.FullName, "owner", Output, overwrite, _ => throw new AssertionException("The wallet is not encrypted.")),
        CancellationToken.None);

    private Task<CredentialsVerification> VerifyAsync() => new CredentialsVerifier(_time).VerifyAsync(Output, CancellationToken.None);
}
