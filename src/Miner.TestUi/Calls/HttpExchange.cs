using Microsoft.AspNetCore.WebUtilities;

namespace Miner.TestUi.Calls;

/// <summary>A request and its response as they went over the wire; the client's methods give only what the response says.</summary>
/// <param name="Elapsed">From sending the request to the last byte of the answer.</param>
/// <param name="Body">The answer's text as it was sent.</param>
public sealed record HttpExchange(SentRequest Request, int Status, TimeSpan Elapsed, string Body, IReadOnlyList<HttpHeader> Headers)
{
    public string StatusText => $"{Status} {ReasonPhrases.GetReasonPhrase(Status)}".TrimEnd();

    /// <summary>Null where no model was called.</summary>
    public string? Model => Header("X-Model");

    public string? Tokens => Header("X-Tokens-Used");

    /// <summary>Whether the answer was cut.</summary>
    public bool Truncated => Header("X-Truncated") == "true";

    /// <summary>Finds the call among those that the miner recorded; null where none was sent. Of <c>00-TRACE-SPAN-FLAGS</c>.</summary>
    public string? TraceId => Value(Request.Headers, "traceparent")?.Split('-').ElementAtOrDefault(1);

    private string? Header(string name) => Value(Headers, name);

    private static string? Value(IReadOnlyList<HttpHeader> headers, string name) =>
        headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <param name="Headers">Without the key.</param>
public sealed record SentRequest(string Method, Uri Address, IReadOnlyList<HttpHeader> Headers, string? Body);

/// <param name="Value">Its values, separated by commas.</param>
public sealed record HttpHeader(string Name, string Value);
