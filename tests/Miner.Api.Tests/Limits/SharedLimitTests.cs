using Miner.Testing;

namespace Miner.Api.Tests.Limits;

/// <summary>Two replicas that count in one Redis. Needs the Debian package <c>redis-server</c>.</summary>
[TestFixture, Category("NeedsPackages")]
internal sealed class SharedLimitTests
{
    private static readonly Uri Capabilities = new("/capabilities", UriKind.Relative);

    private RedisServer _redis = null!;
    private MinerFactory _one = null!;
    private MinerFactory _two = null!;

    [SetUp]
    public async Task StartReplicas()
    {
        _redis = await RedisServer.StartAsync();
        (_one, _two) = (await StartAsync(), await StartAsync());
        foreach (var replica in new[] { _one, _two }) await CountersAreAsync(replica, "shared");
    }

    [TearDown]
    public async Task StopReplicas()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Test]
    public async Task Limit_OverTwoReplicas_IsTheOneOfBothTogether()
    {
        var statuses = new List<int>();
        foreach (var replica in new[] { _one, _two, _one, _two }) statuses.Add(await StatusAsync(replica.Http));

        Assert.That(statuses, Is.EqualTo(new[] { 200, 200, 200, 429 }));
        using var refused = await _one.Http.GetAsync(Capabilities);
        await refused.ReadProblemAsync(429);
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.InRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)));
        Assert.That(refused.Headers.GetValues("RateLimit-Remaining").Single(), Is.EqualTo("0"));
    }

    [Test]
    public async Task WrongKeys_OverTwoReplicas_BlockTheirAddressAtBoth()
    {
        using var one = _one.CreateKeyedClient("wrong");
        using var two = _two.CreateKeyedClient("wrong");
        for (var i = 0; i < 5; i++)
            foreach (var stranger in new[] { one, two }) Assert.That(await StatusAsync(stranger), Is.EqualTo(403), $"wrong key {i}");

        Assert.That((await StatusAsync(one), await StatusAsync(two)), Is.EqualTo((429, 429)));
        Assert.That(await StatusAsync(_two.Http), Is.EqualTo(200), "a right key passes");
    }

    [Test]
    public async Task Stats_OfEitherReplica_AreSummedUpOverBoth()
    {
        await _one.Http.AskAsync("/complete", Requests.Body("c"));
        for (var i = 0; i < 2; i++) await _two.Http.AskAsync("/complete", Requests.Body("c"));

        foreach (var replica in new[] { _one, _two })
        {
            using var patience = new CancellationTokenSource(Patience.Limit);
            string replicas;
            do
            {
                patience.Token.ThrowIfCancellationRequested();
                foreach (var either in new[] { _one, _two }) either.Clock.Advance(TimeSpan.FromSeconds(5));
                var told = (await replica.Http.GetObjectAsync("/stats"))["replicas"]!;
                replicas = $"{told["count"]} {told["requests"]} {told["samples"]}";
            }
            while (replicas != "2 3 3");
        }
    }

    [Test]
    public async Task Replicas_WhileRedisIsAway_CountAloneAndSaySo()
    {
        await _redis.StopAsync();
        foreach (var replica in new[] { _one, _two }) await CountersAreAsync(replica, "away");

        foreach (var replica in new[] { _one, _two })
        {
            for (var i = 0; i < 3; i++) Assert.That(await StatusAsync(replica.Http), Is.EqualTo(200));
            Assert.That(await StatusAsync(replica.Http), Is.EqualTo(429));
            Assert.That((await replica.Http.GetObjectAsync("/health"))["status"]!.ToString(), Is.EqualTo("healthy"));
            Assert.That((int)(await replica.Http.GetObjectAsync("/stats"))["replicas"]!["count"]!, Is.EqualTo(1));
        }

        await _redis.StartAgainAsync();
        foreach (var replica in new[] { _one, _two }) await CountersAreAsync(replica, "shared");
        Assert.That(_one.Log.Text, Does.Not.Contain(RedisServer.Password).And.Not.Contain(Uri.EscapeDataString(RedisServer.Password)));
    }

    private Task<MinerFactory> StartAsync() => MinerFactory.StartAsync(
        ("REDIS_URL", _redis.Url), ("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_CAPABILITIES", "3/minute"), ("RATE_LIMIT_STATS", "0"));

    /// <summary>Waits until a replica says so, which looks every second.</summary>
    private static async Task CountersAreAsync(MinerFactory replica, string expected)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while ((await replica.Http.GetObjectAsync("/health"))["counters"]!.ToString() != expected)
        {
            replica.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    private static async Task<int> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Capabilities);
        return (int)response.StatusCode;
    }
}
