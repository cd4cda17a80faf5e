using System.Net.Http.Headers;
using System.Reflection;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>What requests to all providers have in common.</summary>
internal static class SearchRequest
{
    private static readonly ProductInfoHeaderValue Product =
        new("sample-miner", Assembly.GetExecutingAssembly().GetName().Version!.ToString(fieldCount: 3));

    public static HttpRequestMessage Get(Uri address, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var query = new List<string>();
        foreach (var (name, value) in parameters) query.Add($"{name}={Uri.EscapeDataString(value)}");
        return Create(HttpMethod.Get, new UriBuilder(address) { Query = string.Join('&', query) }.Uri);
    }

    public static HttpRequestMessage PostJson(Uri address, byte[] body)
    {
        var request = Create(HttpMethod.Post, address);
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return request;
    }

    private static HttpRequestMessage Create(HttpMethod method, Uri address) =>
        new(method, address)
        {
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") }, UserAgent = { Product } },
        };
}
