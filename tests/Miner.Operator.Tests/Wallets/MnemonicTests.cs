using System.Security.Cryptography;
using System.Text;
using Miner.Operator.Wallets;

namespace Miner.Operator.Tests.Wallets;

[TestFixture]
internal sealed class MnemonicTests
{
    // paritytech/substrate-bip39, src/lib.rs: phrase, entropy and mini-secret, all with the password "Substrate".
    [TestCase(
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about",
        "00000000000000000000000000000000",
        "44e9d125f037ac1d51f0a7d3649689d422c2af8b1ec8e00d71db4d7bf6d127e3")]
    [TestCase(
        "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong",
        "ffffffffffffffffffffffffffffffff",
        "227d6256fd4f9ccaf06c45eaa4b2345969640462bbb00c5f51f43cb43418c7a7")]
    [TestCase(
        "gravity machine north sort system female filter attitude volume fold club stay feature office ecology stable narrow fog",
        "6610b25967cdcca9d59875f5cb50b0ea75433311869e930b",
        "fbcc5229ade0c0ff018cb7a329c5459f91876e4dde2a97ddf03c832eab7f2612")]
    [TestCase(
        "void come effort suffer camp survey warrior heavy shoot primary clutch crush open amazing screen patrol group space point ten "
            + "exist slush involve unfold",
        "f585c11aec520db57dd353c69554b21a89b20fb0650966fa0a9d6f74fd989d8f",
        "938ba18c3f521f19bd4a399c8425b02c716844325b1a65106b9d1593fbafe5e0")]
    public void ToMiniSecret_OfAPublishedPhrase_GivesItsSecret(string phrase, string entropy, string miniSecret)
    {
        using var readEntropy = Mnemonic.ToEntropy(Encoding.UTF8.GetBytes(phrase));
        using var made = Mnemonic.ToMiniSecret(Encoding.UTF8.GetBytes(phrase), "Substrate");

        Assert.That(Convert.ToHexStringLower(readEntropy!.Span), Is.EqualTo(entropy));
        Assert.That(Convert.ToHexStringLower(made!.Span), Is.EqualTo(miniSecret));
    }

    // Substrate's development phrase and its seed, as `subkey inspect` shows them.
    [TestCase("bottom drive obey lake curtain smoke basket hold race lonely fit walk")]
    [TestCase("\tbottom  drive obey lake curtain smoke\nbasket hold race lonely fit walk\r\n")]
    public void ToMiniSecret_WithoutAPassword_GivesTheKnownSeed(string phrase)
    {
        using var miniSecret = Mnemonic.ToMiniSecret(Encoding.UTF8.GetBytes(phrase));

        Assert.That(
            Convert.ToHexStringLower(miniSecret!.Span),
            Is.EqualTo("fac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e"));
    }

    [TestCase("")]
    [TestCase("bottom drive obey lake curtain smoke basket hold race lonely fit", Description = "eleven words")]
    [TestCase("bottom drive obey lake curtain smoke basket hold race lonely walk fit", Description = "wrong order, so a wrong checksum")]
    [TestCase("bottom drive obey lake curtain smoke basket hold race lonely fit walks", Description = "no word of the list")]
    [TestCase("Bottom drive obey lake curtain smoke basket hold race lonely fit walk")]
    [TestCase("abandon abandon abandon abandon abandon abandon abandon abandon abandon", Description = "nine words")]
    public void ToMiniSecret_OfAWrongPhrase_GivesNone(string phrase) =>
        Assert.That(Mnemonic.ToMiniSecret(Encoding.UTF8.GetBytes(phrase)), Is.Null);

    [Test]
    public void ToMiniSecret_OfMoreWordsThanAPhraseHas_GivesNone() =>
        Assert.That(Mnemonic.ToMiniSecret(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat("zoo", 5_000)))), Is.Null);

    // The hash is that of bitcoin/bips, bip-0039/english.txt.
    [Test]
    public void Words_AreTheStandardsOwn()
    {
        using var words = typeof(Mnemonic).Assembly.GetManifestResourceStream(typeof(Mnemonic), "english.txt")!;

        Assert.That(
            Convert.ToHexStringLower(SHA256.HashData(words)),
            Is.EqualTo("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda"));
    }
}
