using System.Text;
using System.Text.Json;
using Miner.Application.Ports;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// An answer that a server took for the model's thoughts: one that expects thoughts first finds no end of them where a model does not
/// think, and leaves the content empty.
/// </summary>
internal static class ReasonedAnswer
{
    /// <summary>How many braces before the first required member may be its object's: others may stand in texts before it.</summary>
    private const int MaxAttempts = 4;

    /// <summary>Whether a call's <paramref name="arguments"/>, damaged or not, have any of what <paramref name="schema"/> asks.</summary>
    public static bool MayBe(string arguments, AnswerSchema? schema) =>
        schema is null || Required(schema) is not { Count: > 0 } names
        || names.Exists(name => arguments.Contains($"\"{name}\"", StringComparison.Ordinal));

    /// <summary>
    /// The last JSON object in <paramref name="reasoning"/> that has all that <paramref name="schema"/> requires, or null. Thoughts
    /// alone are no answer, nor is the form with dots in it that a model recalls of its instructions.
    /// </summary>
    public static string? Find(string? reasoning, AnswerSchema? schema)
    {
        if (reasoning is null || schema is null || Required(schema) is not [var first, ..] names) return null;

        var start = reasoning.LastIndexOf($"\"{first}\"", StringComparison.Ordinal);
        string? found = null;
        for (var attempt = 0; found is null && start > 0 && attempt < MaxAttempts; attempt++)
        {
            start = reasoning.LastIndexOf('{', start - 1);
            if (start >= 0) found = Object(reasoning[start..], names);
        }

        return found;
    }

    /// <summary>The object that <paramref name="text"/> begins with, or null where one of <paramref name="names"/> says nothing.</summary>
    private static string? Object(string text, List<string> names)
    {
        var reader = new Utf8JsonReader(UpstreamJson.Repair(Encoding.UTF8.GetBytes(text)), isFinalBlock: true, state: default);
        try
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return names.All(name => SaysSomething(value.RootElement.Property(name))) ? value.RootElement.GetRawText() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool SaysSomething(JsonElement? value) =>
        value is { } given && (given.ValueKind != JsonValueKind.String || given.GetString()!.Any(char.IsLetterOrDigit));

    private static List<string> Required(AnswerSchema schema)
    {
        using var document = JsonDocument.Parse(schema.Json);
        return document.RootElement.Property("required") is { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Select(name => name.GetString()!)]
            : [];
    }
}
