using System.Text.Json.Nodes;

namespace Miner.Testing;

/// <summary>A request as the stub upstream received it.</summary>
/// <param name="Headers">By name, without regard to case; several values of one name joined by a comma.</param>
/// <param name="RawBody">The body's text, exactly as sent.</param>
/// <param name="Connection">Names the connection that the request came over.</param>
/// <param name="Aborted">Completes when the caller abandons the request before its answer is whole.</param>
public sealed record StubRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, string RawBody, string Connection, Task Aborted)
{
    /// <summary>The address's query, with its question mark and exactly as sent; empty where there is none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The body as JSON; parsed anew each time, so no test can change what another one reads.</summary>
    /// <exception cref="System.Text.Json.JsonException">The body is not JSON.</exception>
    public JsonObject Body => JsonNode.Parse(RawBody)!.AsObject();

    /// <summary>The content of the last message, or empty where there is none.</summary>
    public string LastMessage => Body["messages"]?.AsArray().LastOrDefault()?["content"]?.ToString() ?? "";
}
