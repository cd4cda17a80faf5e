using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Search.Providers;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Search;

/// <summary>One provider, asked over HTTP.</summary>
/// <param name="http">A client whose handler holds the resilience pipeline, without a timeout or headers of its own.</param>
/// <param name="count">The most results for a query.</param>
internal sealed class SearchProvider(ISearchApi api, HttpClient http, int count, UpstreamSecrets secrets, TimeProvider timeProvider)
{
    public string Name => api.Name;

    /// <summary>At most as many results as are wanted, best first.</summary>
    /// <exception cref="UpstreamException">The provider failed, is overloaded or took too long.</exception>
    public async Task<IReadOnlyList<WebSearchResult>> SearchAsync(string query, UpstreamCall call)
    {
        try
        {
            using var request = api.CreateRequest(api.Limits.Shorten(query), count);
            call.AttachTo(request);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.CallerToken);
            if (!response.IsSuccessStatusCode) throw UpstreamException.Of(response, timeProvider.GetUtcNow());
            return Read(await response.Content.ReadAsByteArrayAsync(call.CallerToken));
        }
        catch (Exception exception) when (UpstreamException.Of(exception) is { } failure)
        {
            call.CallerToken.ThrowIfCancellationRequested();
            throw failure;
        }
    }

    private List<WebSearchResult> Read(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(UpstreamJson.Repair(body));
            return api.Read(answer.RootElement) is { } pages
                ? [.. pages.Select(page => Redact(page.ToResult())).OfType<WebSearchResult>().Take(count)]
                : throw Unusable();
        }
        catch (JsonException)
        {
            throw Unusable();
        }
    }

    /// <summary>Null where there is none, or its address has a key in it.</summary>
    private WebSearchResult? Redact(WebSearchResult? result) =>
        result is not null && secrets.Hide(result.Address.AbsoluteUri) == result.Address.AbsoluteUri
            ? result with { Title = secrets.Hide(result.Title), Snippet = secrets.Hide(result.Snippet) }
            : null;

    private static UpstreamException Unusable() => new(UpstreamFailure.Failed, "sent no usable answer");
}
