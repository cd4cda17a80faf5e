using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Search;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Search;

/// <summary>Web search as the product registers it, over real connections to a server that stands for every provider.</summary>
internal abstract class WebSearchFixture : UpstreamFixture
{
    protected const string BraveKey = "BSA-0123456789";
    protected const string GoogleKey = "AIza-0123456789";
    protected const string TavilyKey = "tvly-0123456789";

    private Uri Origin => new(Upstream.BaseUrl.GetLeftPart(UriPartial.Authority));

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

    protected IWebSearch Search(WebSearchOptions options) =>
        Services(services => services.AddWebSearch(options)).GetRequiredService<IWebSearch>();

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
