using System.Net;
using Microsoft.Extensions.Time.Testing;
using Miner.Api.Security;
using Miner.Infrastructure.Counters;
using Moq;

namespace Miner.Api.Tests.Security;

[TestFixture]
internal sealed class WrongKeyTests
{
    private static readonly Uri Capabilities = new("/capabilities", UriKind.Relative);
    private static readonly IPAddress Attacker = IPAddress.Parse("192.0.2.1");

    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task WrongKey_AfterTenWithinAMinute_Is429ForAMinuteWhileARightOnePasses()
    {
        await using var miner = await MinerFactory.StartAsync(("RATE_LIMIT_ENABLED", "true"));
        using var stranger = miner.CreateKeyedClient("wrong");
        using var owner = miner.CreateKeyedClient();

        for (var i = 0; i < 10; i++) Assert.That(await StatusAsync(stranger), Is.EqualTo(403), $"wrong key {i + 1}");
        miner.Clock.Advance(TimeSpan.FromSeconds(20));
        using var blocked = await stranger.GetAsync(Capabilities);
        await blocked.ReadProblemAsync(429);
        Assert.That(blocked.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(40)));
        Assert.That(await StatusAsync(owner), Is.EqualTo(200));

        miner.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.That(await StatusAsync(stranger), Is.EqualTo(403));
    }

    /// <summary>
    /// Whoever shares an address with one who tries keys must not be locked out, so a right key passes at once, a guessed one too: what
    /// keeps keys from being guessed is their length.
    /// </summary>
    [Test]
    public async Task RightKey_AmidWrongOnes_PassesAndClearsNothing()
    {
        await using var miner = await MinerFactory.StartAsync(("RATE_LIMIT_ENABLED", "true"));
        using var stranger = miner.CreateKeyedClient("wrong");
        using var guessed = miner.CreateKeyedClient();
        for (var i = 0; i < WrongKeys.Allowed; i++) await StatusAsync(stranger);

        Assert.That(await StatusAsync(stranger), Is.EqualTo(429));
        Assert.That(await StatusAsync(guessed), Is.EqualTo(200));
        Assert.That(await StatusAsync(stranger), Is.EqualTo(429));
    }

    [Test]
    public async Task MissingKeys_HoweverMany_BlockNobody()
    {
        await using var miner = await MinerFactory.StartAsync(("RATE_LIMIT_ENABLED", "true"));
        using var anonymous = miner.CreateClient();
        using var stranger = miner.CreateKeyedClient("wrong");

        for (var i = 0; i < 15; i++) Assert.That(await StatusAsync(anonymous), Is.EqualTo(401));

        Assert.That(await StatusAsync(stranger), Is.EqualTo(403));
    }

    [Test]
    public async Task WrongKeys_WithLimitsOff_AreNotCounted()
    {
        await using var miner = await MinerFactory.StartAsync(("RATE_LIMIT_ENABLED", "false"));
        using var stranger = miner.CreateKeyedClient("wrong");

        for (var i = 0; i < 15; i++) Assert.That(await StatusAsync(stranger), Is.EqualTo(403));
    }

    [Test]
    public void Add_OfTenSpreadOverMoreThanAMinute_BlocksNothing()
    {
        var wrongKeys = new WrongKeys(Mock.Of<ISharedCounters>(), _time);

        for (var i = 0; i < 30; i++)
        {
            Assert.That(wrongKeys.Add(Attacker), Is.Null);
            _time.Advance(TimeSpan.FromSeconds(7));
        }
    }

    [Test]
    public void Add_OfTenAcrossTheTurnOfAMinute_Blocks()
    {
        var wrongKeys = new WrongKeys(Mock.Of<ISharedCounters>(), _time);
        wrongKeys.Add(Attacker);
        _time.Advance(TimeSpan.FromSeconds(55));
        for (var i = 0; i < 5; i++) wrongKeys.Add(Attacker);
        _time.Advance(TimeSpan.FromSeconds(50));
        for (var i = 0; i < 5; i++) wrongKeys.Add(Attacker);

        Assert.That(wrongKeys.Add(Attacker), Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [TestCase("192.0.2.1", "::ffff:192.0.2.1", true)]
    [TestCase("192.0.2.1", "192.0.2.2", false)]
    [TestCase("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [TestCase("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Add_FromAddressesOfOneCaller_CountsThemTogether(string one, string other, bool together)
    {
        var wrongKeys = new WrongKeys(Mock.Of<ISharedCounters>(), _time);
        for (var i = 0; i < WrongKeys.Allowed; i++) wrongKeys.Add(IPAddress.Parse(one));

        Assert.That(wrongKeys.Add(IPAddress.Parse(other)) is not null, Is.EqualTo(together));
    }

    [Test]
    public void Add_FromMoreAddressesThanAreKept_StaysBoundedAndForgetsTheOldFirst()
    {
        var wrongKeys = new WrongKeys(Mock.Of<ISharedCounters>(), _time);
        for (var i = 0; i < WrongKeys.Allowed; i++) wrongKeys.Add(Attacker);
        for (var i = 0; i < 2 * WrongKeys.MaxAddresses; i++) wrongKeys.Add(new IPAddress(0x0A000000L + i));

        Assert.That(wrongKeys.Count, Is.EqualTo(WrongKeys.MaxAddresses));
        Assert.That(wrongKeys.Add(Attacker), Is.Not.Null, "who is blocked stays so in the crowd");

        _time.Advance(TimeSpan.FromMinutes(1));
        wrongKeys.Add(IPAddress.Parse("198.51.100.1"));
        Assert.That(wrongKeys.Count, Is.EqualTo(1));
    }

    private static async Task<int> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Capabilities);
        return (int)response.StatusCode;
    }
}
