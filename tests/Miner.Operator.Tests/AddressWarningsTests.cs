using System.Net;

namespace Miner.Operator.Tests;

[TestFixture]
internal sealed class AddressWarningsTests
{
    [TestCase("https://miner.example.org")]
    [TestCase("https://miner.example.org:8443")]
    [TestCase("https://203.0.113.7")]
    public void Of_AnAddressThatTheSubnetReaches_WarnsOfNothing(string url) => Assert.That(AddressWarnings.Of(url), Is.Empty);

    [TestCase("http://127.0.0.1:8001", "this machine alone")]
    [TestCase("http://localhost:8001", "this machine alone")]
    [TestCase("http://[::1]:8001", "this machine alone")]
    [TestCase("https://192.168.1.7", "a private address")]
    [TestCase("https://miner.local", "a private address")]
    [TestCase("https://miner", "a private address")]
    [TestCase("https://miner.example.org/", "A slash ends the address")]
    [TestCase("https://miner.example.org/miner", "has a path, /miner")]
    public void Of_AnAddressThatIsNot_SaysWhy(string url, string warning) =>
        Assert.That(AddressWarnings.Of(url).Single(), Does.Contain(warning));

    [Test]
    public void Of_SeveralAtOnce_NamesEach() => Assert.That(AddressWarnings.Of("http://10.0.0.1/miner/").Count(), Is.EqualTo(3));

    [TestCase("https://miner.example.org", "10.0.0.1", true)]
    [TestCase("https://miner.example.org", "10.0.0.1 203.0.113.7", false)]
    [TestCase("https://miner.local", "10.0.0.1", false)]
    public void OfResolved_WhereANameLeadsToPrivateAddressesAlone_Warns(string url, string resolved, bool warns) => Assert.That(
        AddressWarnings.OfResolved(new Uri(url), [.. resolved.Split(' ').Select(IPAddress.Parse)]), warns ? Is.Not.Null : Is.Null);
}
