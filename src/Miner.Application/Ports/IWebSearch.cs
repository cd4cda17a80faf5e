namespace Miner.Application.Ports;

/// <summary>A search engine for the web.</summary>
public interface IWebSearch
{
    /// <summary>Whether a search provider is configured; without one <see cref="SearchAsync"/> must not be called.</summary>
    bool IsConfigured { get; }

    /// <summary>The best results for <paramref name="query"/>, best first.</summary>
    Task<IReadOnlyList<WebSearchResult>> SearchAsync(string query, CancellationToken cancellationToken);
}

/// <param name="Snippet">Plain text, without markup.</param>
public sealed record WebSearchResult(string Title, Uri Address, string Snippet);
