namespace Miner.Application.Ports;

/// <summary>A search engine for the web.</summary>
public interface IWebSearch
{
    /// <summary>Why nothing can be searched, in a sentence for the caller, or null when <see cref="SearchAsync"/> may be called.</summary>
    string? Unavailable { get; }

    /// <summary>The best results for <paramref name="query"/>, best first.</summary>
    Task<IReadOnlyList<WebSearchResult>> SearchAsync(string query, CancellationToken cancellationToken);
}

/// <param name="Snippet">Plain text, without markup.</param>
public sealed record WebSearchResult(string Title, Uri Address, string Snippet);
