using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Infrastructure.Search;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>Web search as the product registers it, over real connections to a server that stands for every provider.</summary>
internal abstract class WebSearchFixture
{
    protected const string BraveKey = "BSA-0123456789";
    protected const string GoogleKey = "AIza-0123456789";
    protected const string TavilyKey = "tvly-0123456789";

    private readonly List<ServiceProvider> _services = [];

    protected StubUpstream Upstream { get; private set; } = null!;

    protected DrivenClock Clock { get; private set; } = null!;

    protected LogCollector Logs { get; private set; } = null!;

    private Uri Origin => new(Upstream.BaseUrl.GetLeftPart(UriPartial.Authority));

    [SetUp]
    public async Task StartUpstreamAsync()
    {
        Upstream = await StubUpstream.StartAsync();
        Clock = new DrivenClock();
        Logs = new LogCollector();
    }

    [TearDown]
    public async Task StopUpstreamAsync()
    {
        foreach (var services in _services) await services.DisposeAsync();
        _services.Clear();
        await Upstream.DisposeAsync();
        Logs.Dispose();
    }

    protected WebSearchOptions Options(params WebSearchProvider[] providers) => new()
    {
        Providers = providers,
        SearxngUrl = Origin,
        BraveApiKey = BraveKey,
        GoogleApiKey = GoogleKey,
        GoogleEngineId = "engine:1",
        TavilyApiKey = TavilyKey,
        WikipediaContact = "operator@example.org",
        HostedAt = Origin,
    };

    protected IWebSearch Search(params WebSearchProvider[] providers) => Search(Options(providers));

    protected IWebSearch Search(WebSearchOptions options)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(Clock)
            .AddWebSearch(options)
            .BuildServiceProvider(validateScopes: true);
        _services.Add(services);
        return services.GetRequiredService<IWebSearch>();
    }

    /// <summary>The results for one query, which must not fail.</summary>
    protected static async Task<IReadOnlyList<WebSearchResult>> FindAsync(IWebSearch search, string query = "jupiter") =>
        (await search.SearchAsync([query], CancellationToken.None)).Single().Results!;

    /// <summary>The failure that a search ends in.</summary>
    protected static async Task<WebSearchException> FailureOfAsync(IWebSearch search, params string[] queries)
    {
        try
        {
            await search
                .SearchAsync(queries.Length == 0 ? ["jupiter"] : queries, CancellationToken.None)
                .InTimeAsync();
        }
        catch (WebSearchException failure)
        {
            return failure;
        }

        throw new AssertionException("The search did not fail.");
    }
}
