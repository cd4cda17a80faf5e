using System.Diagnostics;
using System.Net.Http.Headers;

namespace Miner.TestUi.Calls;

/// <summary>Keeps the request and the response that went through it. One for each call.</summary>
internal sealed class ExchangeRecorder(HttpMessageHandler connections, TimeProvider time) : DelegatingHandler(connections)
{
    /// <summary>Well above the largest answer of the contract, whose request is echoed in it.</summary>
    private const long MaxBytes = 16 * 1024 * 1024;

    public HttpExchange? Exchange { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null;
        using var trace = new Activity(nameof(HttpExchange)).SetIdFormat(ActivityIdFormat.W3C).Start();
        var started = time.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        Exchange = new HttpExchange(
            new SentRequest(request.Method.Method, request.RequestUri!, Headers(request.Headers, request.Content?.Headers), sent),
            (int)response.StatusCode,
            elapsed,
            await response.Content.ReadAsStringAsync(cancellationToken),
            Headers(response.Headers, response.Content.Headers));
        return response;
    }

    private static List<HttpHeader> Headers(HttpHeaders headers, HttpHeaders? contentHeaders) =>
    [
        .. headers.Concat(contentHeaders ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .Select(header => new HttpHeader(header.Key, string.Join(", ", header.Value)))
            .Where(header => !header.Name.Equals(MinerConnection.KeyHeader, StringComparison.OrdinalIgnoreCase)),
    ];
}
