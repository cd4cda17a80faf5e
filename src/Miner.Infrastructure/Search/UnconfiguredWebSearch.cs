using Miner.Application.Ports;

namespace Miner.Infrastructure.Search;

/// <summary>Stands where no search provider is configured.</summary>
internal sealed class UnconfiguredWebSearch : IWebSearch
{
    public string? Unavailable =>
        "No search provider is configured on this miner, so nothing was searched. Its operator can set one with SEARCH_PROVIDER: searxng "
        + "(with SEARXNG_URL), brave (with BRAVE_API_KEY), google (with GOOGLE_SEARCH_API_KEY and GOOGLE_SEARCH_ENGINE_ID), tavily (with "
        + "TAVILY_API_KEY) or wikipedia, or several in the order in which they are to be tried.";

    public Task<IReadOnlyList<WebSearchAnswer>> SearchAsync(IReadOnlyList<string> queries, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(Unavailable);
}
