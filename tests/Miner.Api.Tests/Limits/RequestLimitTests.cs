namespace Miner.Api.Tests.Limits;

[TestFixture]
internal sealed class RequestLimitTests
{
    private static readonly Uri Capabilities = new("/capabilities", UriKind.Relative);
    private static readonly Uri Conversations = new("/conversations", UriKind.Relative);

    [Test]
    public async Task Request_OverTheLimit_Is429UntilTheWindowEnds()
    {
        await using var miner = await StartAsync("2/minute");
        using var client = miner.CreateKeyedClient("one");

        using var first = await client.GetAsync(Capabilities);
        miner.Clock.Advance(TimeSpan.FromSeconds(20));
        using var second = await client.GetAsync(Capabilities);
        using var third = await client.GetAsync(Capabilities);
        await third.ReadProblemAsync(429);
        miner.Clock.Advance(TimeSpan.FromSeconds(40));
        using var later = await client.GetAsync(Capabilities);

        Assert.Multiple(() =>
        {
            Assert.That(Headers(first), Is.EqualTo(("2", "1", "60")));
            Assert.That(Headers(second), Is.EqualTo(("2", "0", "40")));
            Assert.That(Headers(third), Is.EqualTo(("2", "0", "40")));
            Assert.That(third.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(40)));
            Assert.That((int)later.StatusCode, Is.EqualTo(200));
        });
    }

    [Test]
    public async Task Limit_OfOneKey_LeavesTheOtherAlone()
    {
        await using var miner = await StartAsync("1/minute");
        using var one = miner.CreateKeyedClient("one");
        using var two = miner.CreateKeyedClient("two");

        using var first = await one.GetAsync(Capabilities);
        using var second = await one.GetAsync(Capabilities);
        using var other = await two.GetAsync(Capabilities);

        Assert.That(new[] { first, second, other }.Select(response => (int)response.StatusCode), Is.EqualTo(new[] { 200, 429, 200 }));
    }

    [Test]
    public async Task Limit_WithAWrongKey_IsNotUsedUp()
    {
        await using var miner = await StartAsync("1/minute");
        using var stranger = miner.CreateKeyedClient("wrong");
        using var one = miner.CreateKeyedClient("one");

        using var refused = await stranger.GetAsync(Capabilities);
        using var allowed = await one.GetAsync(Capabilities);

        Assert.That(new[] { refused, allowed }.Select(response => (int)response.StatusCode), Is.EqualTo(new[] { 403, 200 }));
    }

    [Test]
    public async Task Limit_OfZero_IsNone()
    {
        await using var miner = await StartAsync("0");
        using var one = miner.CreateKeyedClient("one");

        for (var i = 0; i < 40; i++)
        {
            using var response = await one.GetAsync(Capabilities);
            Assert.That((int)response.StatusCode, Is.EqualTo(200));
            Assert.That(response.Headers.Contains("RateLimit-Limit"), Is.False);
        }
    }

    [Test]
    public async Task Limit_OfAKey_IsThatOfAllAddressesAndEndpointsTogether()
    {
        await using var miner = await StartAsync("0", ("RATE_LIMIT_KEY_TOTAL", "3/minute"), ("TRUSTED_PROXIES", "127.0.0.1"));
        using var thief = miner.CreateKeyedClient("one");
        using var owner = miner.CreateKeyedClient("two");
        var statuses = new List<int>();
        for (var index = 0; index < 5; index++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, index % 2 == 0 ? Capabilities : Conversations);
            request.Headers.Add("X-Forwarded-For", $"192.0.2.{index}");
            using var response = await thief.SendAsync(request);
            statuses.Add((int)response.StatusCode);
        }

        using var refused = await thief.GetAsync(Capabilities);
        using var other = await owner.GetAsync(Capabilities);
        miner.Clock.Advance(TimeSpan.FromMinutes(1));
        using var later = await thief.GetAsync(Capabilities);

        Assert.That(statuses, Is.EqualTo(new[] { 200, 200, 200, 429, 429 }));
        Assert.That((await refused.ReadProblemAsync(429))["detail"]!.ToString(), Does.Contain("API key"));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(((int)other.StatusCode, (int)later.StatusCode), Is.EqualTo((200, 200)));
    }

    [TestCase("127.0.0.1", 200)]
    [TestCase("", 429)]
    public async Task Limit_BehindAProxy_CountsTheForwardedAddressOnlyWhenTheProxyIsTrusted(string trusted, int expected)
    {
        await using var miner = await StartAsync("1/minute", ("TRUSTED_PROXIES", trusted));
        using var client = miner.CreateKeyedClient("one");
        foreach (var address in new[] { "192.0.2.1", "192.0.2.2" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Capabilities);
            request.Headers.Add("X-Forwarded-For", address);
            using var response = await client.SendAsync(request);
            Assert.That((int)response.StatusCode, Is.EqualTo(address == "192.0.2.1" ? 200 : expected));
        }
    }

    private static Task<MinerFactory> StartAsync(string limit, params IEnumerable<(string Name, string Value)> more) =>
        MinerFactory.StartAsync([("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_CAPABILITIES", limit), ("API_KEY", "one,two"), .. more]);

    private static (string Limit, string Remaining, string Reset) Headers(HttpResponseMessage response) =>
        (response.Headers.GetValues("RateLimit-Limit").Single(),
            response.Headers.GetValues("RateLimit-Remaining").Single(),
            response.Headers.GetValues("RateLimit-Reset").Single());
}
