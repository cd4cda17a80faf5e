using Miner.Operator.Registration;

namespace Miner.Operator.Tests.Registration;

[TestFixture]
internal sealed class MinerCredentialsTests
{
    [TestCase("https://miner.example.org")]
    [TestCase("https://miner.example.org/")]
    [TestCase("https://miner.example.org:8443/miners/1")]
    [TestCase("http://203.0.113.7:8001")]
    [TestCase("https://[2001:db8::1]")]
    public void TryCreate_OfAnAddressAndAKey_SignsBothAsTheyAreSpelt(string url)
    {
        Assert.That(MinerCredentials.TryCreate(url, "the-key", out var credentials, out var error), Is.True);
        Assert.That(credentials!.SignedText, Is.EqualTo($"{url}<seperate>the-key"));
        Assert.That(credentials.ToString(), Does.Not.Contain("the-key"));
        Assert.That(error, Is.Null);
    }

    [TestCase("", "k", "visible ASCII|must be like")]
    [TestCase("miner.example.org", "k", "must be like")]
    [TestCase("ftp://miner.example.org", "k", "must be like")]
    [TestCase("https://", "k", "must be like")]
    [TestCase("https://miner.example.org\n", "k", "visible ASCII")]
    [TestCase("https://m\u00efner.example.org", "k", "visible ASCII")]
    [TestCase("https://miner.example.org/<seperate>", "k", "visible ASCII")]
    [TestCase("https://user:secret@miner.example.org", "k", "user name")]
    [TestCase("https://miner.example.org?key=secret", "k", "query")]
    [TestCase("https://miner.example.org/#x", "k", "fragment")]
    [TestCase("https://miner.example.org", "", "key must be")]
    [TestCase("https://miner.example.org", "sec ret", "key must be")]
    [TestCase("https://miner.example.org", "secret\n\tSigned by: me", "key must be")]
    [TestCase("https://miner.example.org", "sec<seperate>ret", "key must be")]
    public void TryCreate_OfAnythingElse_SaysWhyWithoutRepeatingIt(string url, string token, string reason)
    {
        Assert.That(MinerCredentials.TryCreate(url, token, out var credentials, out var error), Is.False);
        Assert.That(credentials, Is.Null);
        Assert.That(error, Does.Match(reason).And.Not.Contain("secret").And.Not.Contain("sec ret"));
    }

    [Test]
    public void TryCreate_OfTooLongTexts_Refuses()
    {
        Assert.That(MinerCredentials.TryCreate($"https://miner.example.org/{new string('a', 2_000)}", "k", out _, out _), Is.False);
        Assert.That(MinerCredentials.TryCreate("https://miner.example.org", new string('k', 1_001), out _, out _), Is.False);
    }

    [Test]
    public void Split_OfASignedText_EndsTheAddressAtTheFirstSeparator()
    {
        Assert.That(MinerCredentials.Split("a<seperate>b<seperate>c"), Is.EqualTo(new MinerCredentials("a", "b<seperate>c")));
        Assert.That(MinerCredentials.Split("a<separate>b"), Is.Null);
    }
}
