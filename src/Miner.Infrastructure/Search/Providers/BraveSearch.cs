using System.Globalization;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>
/// Brave's Web Search API. <c>GET /res/v1/web/search</c>, at most 20 results; an answer without results has no <c>web</c>
/// (https://api-dashboard.search.brave.com/api-reference/web/search/get).
/// </summary>
internal sealed class BraveSearch(Uri host, string apiKey) : ISearchApi
{
    public static readonly Uri Host = new("https://api.search.brave.com");

    private readonly Uri _endpoint = new(host, "/res/v1/web/search");

    public string Name => "brave";

    public string? ApiKey => apiKey;

    public QueryLimits Limits { get; } = new(MaxCodePoints: 400, MaxWords: 50);

    public HttpRequestMessage CreateRequest(string query, int count)
    {
        var request = SearchRequest.Get(
            _endpoint,
            ("q", query),
            ("count", count.ToString(CultureInfo.InvariantCulture)),
            ("result_filter", "web"),
            ("text_decorations", "false"));
        request.Headers.Add("X-Subscription-Token", apiKey);
        return request;
    }

    public IEnumerable<FoundPage>? Read(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object
            ? FoundPage.Items(answer.Property("web")?.Property("results"), "title", "url", "description")
            : null;
}
