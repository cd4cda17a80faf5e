using System.Buffers.Text;
using System.Text;
using Miner.Operator.Wallets.Encryption;
using Miner.Testing.Wallets;

namespace Miner.Operator.Tests.Wallets;

[TestFixture, Category("NeedsPackages")]
internal sealed class EncryptionTests
{
    // fernet/spec, verify.json.
    private static readonly byte[] FernetKeys = Base64Url.DecodeFromChars("cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=");
    private const string FernetHello =
        "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==";

    [Test]
    public void FernetToken_OfTheSpecification_Opens()
    {
        using var plain = FernetToken.OpenWithKeys(Encoding.ASCII.GetBytes(FernetHello + "\n"), FernetKeys);

        Assert.That(Encoding.ASCII.GetString(plain!.Span), Is.EqualTo("hello"));
    }

    [TestCase(
        "gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDQ==",
        Description = "authenticator")]
    [TestCase("gAAAAAAdwJ6xAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==", Description = "time")]
    [TestCase(
        "gQAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA==",
        Description = "version")]
    [TestCase("gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy0", Description = "too short")]
    [TestCase("gAAAAA%%%%%%", Description = "no Base64")]
    [TestCase("")]
    public void FernetToken_WhenChanged_DoesNotOpen(string token) =>
        Assert.That(FernetToken.OpenWithKeys(Encoding.ASCII.GetBytes(token), FernetKeys), Is.Null);

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("a key file as long as one block.")]
    public async Task AnsibleVault_MadeElsewhere_OpensWithItsPasswordOnly(string content)
    {
        var file = await OtherWallets.EncryptAnsibleAsync(content, "pässword");
        var newer = Encoding.ASCII.GetBytes(
            "$ANSIBLE_VAULT;1.2;AES256;label\r\n"
                + Encoding.ASCII.GetString(file).Split('\n', 2)[1].Replace("\n", "\r\n", StringComparison.Ordinal));

        using var plain = AnsibleVault.Open(file, Encoding.UTF8.GetBytes("pässword"));
        using var plainOfNewer = AnsibleVault.Open(newer, Encoding.UTF8.GetBytes("pässword"));

        Assert.That(Encoding.UTF8.GetString(plain!.Span), Is.EqualTo(content));
        Assert.That(Encoding.UTF8.GetString(plainOfNewer!.Span), Is.EqualTo(content));
        Assert.That(AnsibleVault.Open(file, "password"u8), Is.Null);
    }

    [TestCase("$ANSIBLE_VAULT")]
    [TestCase("$ANSIBLE_VAULT;1.1;AES256")]
    [TestCase("$ANSIBLE_VAULT;1.0;AES256\n3030")]
    [TestCase("$ANSIBLE_VAULT;1.1;AES\n3030")]
    [TestCase("$ANSIBLE_VAULT;1.1;AES256\nnot hex")]
    [TestCase("$ANSIBLE_VAULT;1.1;AES256\n3030")]
    [TestCase("$ANSIBLE_VAULT;1.1;AES256\n30300a30300a3030")]
    public void AnsibleVault_WhenMalformed_DoesNotOpen(string file) =>
        Assert.That(AnsibleVault.Open(Encoding.ASCII.GetBytes(file), "password"u8), Is.Null);

    [TestCase(0)]
    [TestCase(39, Description = "a nonce and an authenticator take 40")]
    public void NaclKeyFile_WhenCutShort_DoesNotOpen(int length) =>
        Assert.That(NaclKeyFile.Open([.. "$NACL"u8, .. new byte[length]], "password"u8), Is.Null);

    [TestCase("{}")]
    [TestCase("")]
    [TestCase("$NAC")]
    public void Find_OfAPlainFile_GivesNone(string file) =>
        Assert.That(KeyFileEncryption.Find(Encoding.ASCII.GetBytes(file)), Is.Null);
}
