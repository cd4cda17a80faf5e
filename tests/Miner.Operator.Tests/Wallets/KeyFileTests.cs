using System.Text;
using Miner.Operator.Wallets;

namespace Miner.Operator.Tests.Wallets;

[TestFixture, Category("NeedsPackages")]
internal sealed class KeyFileTests
{
    private const string ByteOrderMark = "\uFEFF";

    // Substrate's development account.
    private const string Phrase = "bottom drive obey lake curtain smoke basket hold race lonely fit walk";
    private const string Seed = "0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e";
    private const string PublicKey = "0x46ebddef8cd9bb167dc30878d7113b7e168e6f0646beffd77d69d39bad76b47a";
    private const string Address = "5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV";
    private const string NonceSeed = "fd190cce74df356432b410bd64682309d6dedb27c76845daf388557cbac3ca34";
    private const string PrivateKey = "0x05d65584630d16cd4af6d0bec10f34bb504a5dcb62dba2122d49f5a663763d0a" + NonceSeed;
    private const string MultipliedPrivateKey = "0x28b0ae221c6bb06856b287f60d7ea0d98552ea5a16db16956849aa371db3eb51" + NonceSeed;

    // Bob's, another well-known account.
    private const string OtherPublicKey = "0x8eaf04151687736326c9fea17e25fc5287613693c912909cb226aa4794f26a48";
    private const string OtherAddress = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty";

    [TestCase(
        $$"""{"accountId":"{{PublicKey}}","publicKey":"{{PublicKey}}","privateKey":"{{PrivateKey}}","""
            + $$""" "secretPhrase":"{{Phrase}}","secretSeed":"{{Seed}}","ss58Address":"{{Address}}"}"""
    )]
    [TestCase($$"""{"secretPhrase":"{{Phrase}}"}""")]
    [TestCase($$"""{"secretSeed":"{{Seed}}"}""")]
    [TestCase("""{"secretSeed":"FAC7959DBFE72F052E5A0C3C8D6530F202B02FD8F9F5CA3580EC8DEB7797479E"}""", Description = "no 0x, upper case")]
    [TestCase($$"""{"secretPhrase":null,"secretSeed":"{{Seed}}","accountId":null,"ss58Address":null,"cryptoType":1,"more":{"a":[1]} }""")]
    [TestCase(
        $$"""{"secretPhrase":"","secretSeed":"0x","privateKey":"{{PrivateKey}}","publicKey":"{{PublicKey}}","""
            + """ "accountId":"","ss58Address":""}"""
    )]
    [TestCase($$"""{"privateKey":"{{PrivateKey}}","publicKey":"{{PublicKey}}"}""")]
    [TestCase($$"""{"privateKey":"{{MultipliedPrivateKey}}","accountId":"{{PublicKey}}"}""")]
    [TestCase($$"""{"privateKey":"{{MultipliedPrivateKey}}","ss58Address":"{{Address}}"}""")]
    [TestCase($$"""{{ByteOrderMark}}{"secretSeed":"{{Seed}}"}""" + "\r\n")]
    [TestCase(
        """{"secretPhrase":"\u0062ottom drive obey lake curtain smoke basket hold race lonely fit walk"}""",
        Description = "an escape")]
    public void ToKey_OfAFileWithAnySecret_GivesTheKey(string json)
    {
        using var file = KeyFile.Parse(Encoding.UTF8.GetBytes(json));
        using var key = file.ToKey();

        Assert.That(Ss58Address.Format(key.PublicKey), Is.EqualTo(Address));
    }

    [TestCase("", "not a Bittensor key file")]
    [TestCase("secret", "not a Bittensor key file")]
    [TestCase("[]", "not a Bittensor key file")]
    [TestCase($$"""{"secretSeed":"{{Seed}}" """, "not a Bittensor key file")]
    [TestCase($$"""{"secretSeed":"{{Seed}}"} secret""", "not a Bittensor key file")]
    [TestCase("""{"secretSeed":12345}""", "not a Bittensor key file")]
    [TestCase("""{"secretSeed":["secret"]}""", "not a Bittensor key file")]
    [TestCase("""{"ss58Address":{"secret":1}}""", "not a Bittensor key file")]
    [TestCase("""{"secretPhrase":"\ud800"}""", "not a Bittensor key file", Description = "a lone surrogate")]
    [TestCase("{}", "holds no secret")]
    [TestCase($$"""{"publicKey":"{{PublicKey}}","ss58Address":"{{Address}}"}""", "holds no secret", Description = "a coldkeypub")]
    [TestCase("""{"secretSeed":"0xsecret"}""", "secretSeed is not 32 bytes")]
    [TestCase("""{"secretSeed":"0x","secretPhrase":"","privateKey":""}""", "holds no secret")]
    [TestCase("""{"secretPhrase":"secret secret"}""", "secretPhrase is not")]
    [TestCase($$"""{"privateKey":"{{Seed}}","publicKey":"{{PublicKey}}"}""", "privateKey is not 64 bytes")]
    [TestCase($$"""{"privateKey":"{{PrivateKey}}"}""", "to tell its encoding by")]
    [TestCase($$"""{"privateKey":"{{PrivateKey}}","publicKey":"{{OtherPublicKey}}"}""", "in neither encoding")]
    [TestCase($$"""{"privateKey":"{{PrivateKey}}","publicKey":"{{PublicKey}}","ss58Address":"{{OtherAddress}}"}""", "does not belong")]
    [TestCase($$"""{"secretPhrase":"{{Phrase}}","publicKey":"{{OtherPublicKey}}"}""", "does not belong")]
    [TestCase($$"""{"secretSeed":"{{Seed}}","ss58Address":"{{OtherAddress}}"}""", "does not belong")]
    [TestCase($$"""{"secretSeed":"{{Seed}}","ss58Address":"5secret"}""", "ss58Address is not")]
    public void ToKey_OfAFileThatIsWrong_SaysWhyWithoutItsSecrets(string json, string reason)
    {
        var refused = Assert.Throws<OperatorException>(() =>
        {
            using var file = KeyFile.Parse(Encoding.UTF8.GetBytes(json));
            file.ToKey().Dispose();
        })!;

        Assert.That(refused.Message, Does.Contain(reason).And.Not.Contain("bottom").And.Not.Contain("fac7").And.Not.Contain("05d6"));
        Assert.That(refused.ToString(), Does.Not.Contain("0xsecret").And.Not.Contain("'s'"));
    }

    [Test]
    public void Parse_OfRandomBytes_NeverThrowsAnythingElse()
    {
        var random = new Random(20251124);
        var valid = Encoding.UTF8.GetBytes($$"""{"privateKey":"{{PrivateKey}}","publicKey":"{{PublicKey}}","secretPhrase":"{{Phrase}}"}""");

        for (var round = 0; round < 2_000; round++)
        {
            var damaged = valid.ToArray();
            for (var change = 0; change <= round % 5; change++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Assert.That(() => TryOpen(damaged), Throws.Nothing);
        }
    }

    private static void TryOpen(byte[] json)
    {
        try
        {
            using var file = KeyFile.Parse(json);
            file.ToKey().Dispose();
        }
        catch (OperatorException)
        {
            // What a damaged file should give.
        }
    }
}
