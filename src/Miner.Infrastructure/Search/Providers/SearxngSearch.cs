using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>
/// SearXNG's search API. <c>GET /search?format=json</c>, which the server must list under <c>search.formats</c> in its settings; it gives
/// as many results as its engines found (https://docs.searxng.org/dev/search_api.html).
/// </summary>
/// <param name="server">The address of the server, with its path where it has one.</param>
internal sealed class SearxngSearch(Uri server) : ISearchApi
{
    private readonly Uri _endpoint = new UriBuilder(server) { Path = server.AbsolutePath.TrimEnd('/') + "/search", Fragment = "" }.Uri;

    public string Name => "searxng";

    public string? ApiKey => null;

    // Its own limit is that of the server before it, often 8 KB for the whole request line.
    public QueryLimits Limits { get; } = new(MaxCodePoints: 400);

    public HttpRequestMessage CreateRequest(string query, int count) => SearchRequest.Get(_endpoint, ("q", query), ("format", "json"));

    public IEnumerable<FoundPage>? Read(JsonElement answer)
    {
        if (answer.Property("results") is not { ValueKind: JsonValueKind.Array } results) return null;

        // Nothing found, because the engines did not answer.
        var isBlind = results.GetArrayLength() == 0
            && answer.Property("unresponsive_engines") is { ValueKind: JsonValueKind.Array } engines && engines.GetArrayLength() > 0;
        return isBlind ? null : FoundPage.Items(results, "title", "url", "content");
    }
}
