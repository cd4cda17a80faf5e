using Microsoft.AspNetCore.WebUtilities;

namespace Miner.TestUi.Calls;

/// <summary>A response as it came over the wire; the client's methods give only what it says.</summary>
/// <param name="Elapsed">From sending the request to the last byte of the answer.</param>
/// <param name="Body">The answer's text as it was sent.</param>
/// <param name="Model">The header <c>X-Model</c>; null where no model was called.</param>
/// <param name="Tokens">The header <c>X-Tokens-Used</c>.</param>
/// <param name="Truncated">Whether the header <c>X-Truncated</c> says that the answer was cut.</param>
public sealed record HttpExchange(int Status, TimeSpan Elapsed, string Body, string? Model, string? Tokens, bool Truncated)
{
    public string StatusText => $"{Status} {ReasonPhrases.GetReasonPhrase(Status)}".TrimEnd();
}

/// <summary>Keeps the response that went through it. One for each call.</summary>
internal sealed class ExchangeRecorder(HttpMessageHandler connections, TimeProvider time) : DelegatingHandler(connections)
{
    /// <summary>Well above the largest answer of the contract, whose request is echoed in it.</summary>
    private const long MaxBytes = 16 * 1024 * 1024;

    public HttpExchange? Exchange { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        var elapsed = time.GetElapsedTime(started);
        Exchange = new HttpExchange(
            (int)response.StatusCode,
            elapsed,
            await response.Content.ReadAsStringAsync(cancellationToken),
            Header(response, "X-Model"),
            Header(response, "X-Tokens-Used"),
            Header(response, "X-Truncated") == "true");
        return response;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
