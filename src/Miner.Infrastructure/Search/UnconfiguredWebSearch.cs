using Miner.Application.Ports;

namespace Miner.Infrastructure.Search;

/// <summary>Stands where no search provider is configured.</summary>
internal sealed class UnconfiguredWebSearch : IWebSearch
{
    public string? Unavailable => "No search provider is configured on this miner, so nothing was searched. Its operator can set one with SEARCH_PROVIDER.";

    public Task<IReadOnlyList<WebSearchResult>> SearchAsync(string query, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(Unavailable);
}
