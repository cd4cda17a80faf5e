using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Views;

/// <summary>A call as somebody would repeat it, or keep it. Neither holds the key.</summary>
internal static class ExchangeText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A command for a POSIX shell, with the key from the variable <c>API_KEY</c>.</summary>
    public static string Curl(SentRequest request)
    {
        var lines = new List<string>
        {
            $"curl -sS -X {request.Method} {Quoted(request.Address.AbsoluteUri)}",
            $"-H \"{MinerConnection.KeyHeader}: $API_KEY\"",
        };
        if (request.Body is { } body)
        {
            lines.Add("-H 'Content-Type: application/json'");
            lines.Add($"--data-raw {Quoted(body)}");
        }

        return string.Join(" \\\n  ", lines);
    }

    /// <summary>Request and response with their headers, as JSON.</summary>
    public static string Json(HttpExchange exchange) => new JsonObject
    {
        ["request"] = new JsonObject
        {
            ["method"] = exchange.Request.Method,
            ["url"] = exchange.Request.Address.AbsoluteUri,
            ["headers"] = Headers(exchange.Request.Headers),
            ["body"] = exchange.Request.Body is { } body ? Body(body) : null,
        },
        ["response"] = new JsonObject
        {
            ["status"] = exchange.Status,
            ["milliseconds"] = Math.Ceiling(exchange.Elapsed.TotalMilliseconds),
            ["headers"] = Headers(exchange.Headers),
            ["body"] = Body(exchange.Body),
        },
    }.ToJsonString(Readable);

    private static JsonArray Headers(IReadOnlyList<HttpHeader> headers) =>
        [.. headers.Select(header => JsonValue.Create($"{header.Name}: {header.Value}"))];

    /// <summary>What is not JSON stays text.</summary>
    private static JsonNode? Body(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
