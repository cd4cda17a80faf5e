using System.Globalization;
using System.Text.Json;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>
/// Google's Custom Search JSON API. <c>GET /customsearch/v1</c>, at most 10 results; an answer without results has no <c>items</c>
/// (https://developers.google.com/custom-search/v1/reference/rest/v1/cse/list). The key goes into a header, as Google's advice on keys
/// has it, and so never into an address (https://cloud.google.com/apis/docs/system-parameters).
/// </summary>
internal sealed class GoogleSearch(Uri host, string apiKey, string engineId) : ISearchApi
{
    public static readonly Uri Host = new("https://www.googleapis.com");

    private const int MaxCount = 10;

    private readonly Uri _endpoint = new(host, "/customsearch/v1");

    public string Name => "google";

    public string? ApiKey => apiKey;

    // Google reads no more than 32 words, and takes no address of more than 2,048 characters.
    public QueryLimits Limits { get; } = new(MaxCodePoints: 400, MaxWords: 32, MaxEncodedLength: 1_800);

    public HttpRequestMessage CreateRequest(string query, int count)
    {
        var request = SearchRequest.Get(
            _endpoint, ("cx", engineId), ("q", query), ("num", Math.Min(count, MaxCount).ToString(CultureInfo.InvariantCulture)));
        request.Headers.Add("X-Goog-Api-Key", apiKey);
        return request;
    }

    public IEnumerable<FoundPage>? Read(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Object ? FoundPage.Items(answer.Property("items"), "title", "link", "snippet") : null;
}
