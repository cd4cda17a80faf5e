using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search;

public enum WebSearchProvider
{
    /// <summary>A SearXNG server of the operator's own.</summary>
    Searxng,

    /// <summary>Brave Search.</summary>
    Brave,

    /// <summary>Google Programmable Search Engine.</summary>
    Google,

    /// <summary>Tavily.</summary>
    Tavily,

    /// <summary>Wikipedia's own search; needs no key.</summary>
    Wikipedia,
}

/// <summary>Who searches the web, and how. What a provider needs must be set where it is listed.</summary>
public sealed record WebSearchOptions
{
    /// <summary>Asked in this order, each once those before it failed or found nothing; none turns searching off.</summary>
    public IReadOnlyList<WebSearchProvider> Providers { get; init; } = [];

    /// <summary>The most results for one query, 1 to 20; Google gives at most 10.</summary>
    public int ResultsPerQuery { get; init; } = 5;

    /// <summary>The address of SearXNG, to which <c>/search</c> is appended.</summary>
    public Uri? SearxngUrl { get; init; }

    /// <summary>Visible ASCII. A secret.</summary>
    public string? BraveApiKey { get; init; }

    /// <summary>Visible ASCII. A secret.</summary>
    public string? GoogleApiKey { get; init; }

    /// <summary>The search engine's id, <c>cx</c>.</summary>
    public string? GoogleEngineId { get; init; }

    /// <summary>Visible ASCII. A secret.</summary>
    public string? TavilyApiKey { get; init; }

    /// <summary>Which Wikipedia, by the first part of its host name.</summary>
    public string WikipediaLanguage { get; init; } = "en";

    /// <summary>
    /// Where the operator can be reached: visible ASCII without parentheses and backslashes. Wikimedia's User-Agent policy asks for it
    /// and may block clients that do not say.
    /// </summary>
    public string? WikipediaContact { get; init; }

    /// <summary>How long a whole request may take, 1 to 60 s; all its queries must be searched within it.</summary>
    public TimeSpan RequestTimeout { get; init; } = UpstreamDeadlines.LongestRequest;

    /// <summary>Stands in for every hosted provider's scheme, host and port, so that a test can be the provider.</summary>
    internal Uri? HostedAt { get; init; }

    /// <summary>Leaves the keys out, which a record would print.</summary>
    public override string ToString() => string.Join(", ", Providers);
}
