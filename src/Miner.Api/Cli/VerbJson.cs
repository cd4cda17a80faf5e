using System.Text.Encodings.Web;
using System.Text.Json;

namespace Miner.Api.Cli;

/// <summary>What verbs answer to <c>--json</c>: one line, names in snake_case, times in ISO 8601.</summary>
internal static class VerbJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // For terminals and programs, never for a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Serialize<T>(T answer) => JsonSerializer.Serialize(answer, Options);
}
