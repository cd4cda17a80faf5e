using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Miner.Infrastructure.Counters;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Counters;

/// <summary>Replicas that count in a Redis of their own. Needs the Debian package <c>redis-server</c>.</summary>
[Category("NeedsPackages")]
internal abstract class RedisFixture
{
    private readonly List<RedisLink> _links = [];
    private ILoggerFactory _loggers = null!;

    protected RedisServer Server { get; private set; } = null!;

    protected LogCollector Log { get; private set; } = null!;

    /// <summary>Of the pings, which are sent when it is advanced.</summary>
    protected FakeTimeProvider Pings { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.CurrentContext.CancellationToken;

    [OneTimeSetUp]
    public async Task StartServer() => Server = await RedisServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopServer() => await Server.DisposeAsync();

    [SetUp]
    public void MakeClock()
    {
        Log = new LogCollector();
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(Log));
        Pings = new FakeTimeProvider();
    }

    [TearDown]
    public async Task CloseLinks()
    {
        foreach (var link in _links)
        {
            await link.StopAsync(CancellationToken.None);
            link.Dispose();
        }

        _links.Clear();
        _loggers.Dispose();
        Log.Dispose();
    }

    protected Task<RedisLink> LinkAsync() => LinkAsync(Server.Url);

    protected async Task<RedisLink> LinkAsync(string url)
    {
        Assert.That(RedisOptions.TryParse(url, out var options, out _), Is.True);
        var link = new RedisLink(options!, Pings, _loggers.CreateLogger<RedisLink>());
        _links.Add(link);
        await link.StartAsync(Token);
        await link.Tried.InTimeAsync();
        return link;
    }

    /// <summary>A replica's counters.</summary>
    protected async Task<RedisCounters> CountersAsync() => new(await LinkAsync());

    /// <summary>Has the links ping until <paramref name="reached"/>.</summary>
    protected async Task PingUntilAsync(Func<bool> reached)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (!reached())
        {
            Pings.Advance(RedisLink.PingInterval);
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
