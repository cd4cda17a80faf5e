using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>
/// Wikipedia's search through MediaWiki's REST API. <c>GET /w/rest.php/v1/search/page</c>
/// (https://www.mediawiki.org/wiki/API:REST_API/Reference#Search_pages).
/// </summary>
/// <param name="host">Where the API is.</param>
/// <param name="wiki">Where the articles are.</param>
/// <param name="contact">Where the operator can be reached, or null.</param>
internal sealed class WikipediaSearch(Uri host, Uri wiki, string? contact) : ISearchApi
{
    private readonly Uri _endpoint = new(host, "/w/rest.php/v1/search/page");

    public string Name => "wikipedia";

    public string? ApiKey => null;

    // https://www.mediawiki.org/wiki/Wikimedia_APIs/Rate_limits
    public int MaxConnections => 3;

    public QueryLimits Limits { get; } = new(MaxCodePoints: 300);

    public static Uri Wiki(string language) => new($"https://{language}.wikipedia.org");

    public HttpRequestMessage CreateRequest(string query, int count)
    {
        var request = SearchRequest.Get(_endpoint, ("q", query), ("limit", count.ToString(CultureInfo.InvariantCulture)));
        if (contact is not null) request.Headers.UserAgent.Add(new ProductInfoHeaderValue($"({contact})"));
        return request;
    }

    public IEnumerable<FoundPage>? Read(JsonElement answer) =>
        answer.Property("pages") is { ValueKind: JsonValueKind.Array } pages ? pages.EnumerateArray().Select(Page) : null;

    private FoundPage Page(JsonElement page)
    {
        var excerpt = FoundPage.Text(page, "excerpt");
        var snippet = FoundPage.Text(page, "description") is { Length: > 0 } description ? $"{description}. {excerpt}" : excerpt;
        return new FoundPage(FoundPage.Text(page, "title"), Address(FoundPage.Text(page, "key")), snippet);
    }

    /// <summary>An article's address; a slash and a colon in its name stay as they are, as the wiki itself writes them.</summary>
    private string? Address(string? key) =>
        string.IsNullOrEmpty(key)
            ? null
            : $"{wiki}wiki/" + Uri.EscapeDataString(key)
                .Replace("%2F", "/", StringComparison.Ordinal)
                .Replace("%3A", ":", StringComparison.Ordinal);
}
