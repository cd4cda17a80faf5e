using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>
/// Tavily's search API. <c>POST /search</c>, at most 20 results (https://docs.tavily.com/documentation/api-reference/endpoint/search).
/// </summary>
internal sealed class TavilySearch(Uri host, string apiKey) : ISearchApi
{
    public static readonly Uri Host = new("https://api.tavily.com");

    private readonly Uri _endpoint = new(host, "/search");

    public string Name => "tavily";

    public string? ApiKey => apiKey;

    public QueryLimits Limits { get; } = new(MaxCodePoints: 400);

    public HttpRequestMessage CreateRequest(string query, int count)
    {
        var body = new JsonObject { ["query"] = query, ["max_results"] = count };
        var request = SearchRequest.PostJson(_endpoint, JsonSerializer.SerializeToUtf8Bytes(body, JsonSerializerOptions.Web));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        return request;
    }

    public IEnumerable<FoundPage>? Read(JsonElement answer) =>
        answer.Property("results") is { ValueKind: JsonValueKind.Array } results
            ? FoundPage.Items(results, "title", "url", "content")
            : null;
}
