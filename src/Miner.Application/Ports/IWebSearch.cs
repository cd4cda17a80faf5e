namespace Miner.Application.Ports;

/// <summary>Search engines for the web.</summary>
public interface IWebSearch
{
    /// <summary>Why nothing can be searched, in a sentence for the caller, or null when <see cref="SearchAsync"/> may be called.</summary>
    string? Unavailable { get; }

    /// <summary>Searches for each of <paramref name="queries"/>, several at once, within the request's deadline.</summary>
    /// <param name="queries">At least one.</param>
    /// <returns>An answer to each query, in order, of which at least one has not failed.</returns>
    /// <exception cref="WebSearchException">Every query failed: the providers failed, are overloaded or took too long.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the searches are
    /// abandoned.</exception>
    Task<IReadOnlyList<WebSearchAnswer>> SearchAsync(IReadOnlyList<string> queries, CancellationToken cancellationToken);
}

/// <param name="Results">Best first, empty when nothing was found; null when the search failed.</param>
public sealed record WebSearchAnswer(string Query, IReadOnlyList<WebSearchResult>? Results);

/// <param name="Title">One line of plain text, never blank.</param>
/// <param name="Address">An <c>http</c> or <c>https</c> address.</param>
/// <param name="Snippet">One line of plain text; may be empty.</param>
public sealed record WebSearchResult(string Title, Uri Address, string Snippet);
