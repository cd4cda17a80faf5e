using System.Text.Json;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;

namespace Miner.Operator.Data.Original;

/// <summary>The original's texts as this program would have stored them.</summary>
internal static class OriginalText
{
    /// <summary>Code points of a tag.</summary>
    private const int MaxTag = 50;

    /// <summary>With U+FFFD for what no store can hold, and no longer than <paramref name="longest"/> code points.</summary>
    public static string Storable(string? text, int longest) => CodePoints.Cut(CodePoints.ReplaceUnstorable(text ?? ""), longest);

    /// <summary>As <see cref="Storable"/>, without the characters that nobody sees.</summary>
    public static string Visible(string? text, int longest) =>
        CodePoints.Cut(VisibleText.Of(CodePoints.ReplaceUnstorable(text ?? "")), longest);

    /// <returns>The value that <paramref name="text"/> names in any case, or null.</returns>
    public static T? Choice<T>(string? text)
        where T : struct, Enum
    {
        foreach (var choice in Enum.GetValues<T>()) // Enum.TryParse would take numbers too
            if (string.Equals(text?.Trim(), choice.ToString(), StringComparison.OrdinalIgnoreCase)) return choice;
        return null;
    }

    /// <summary>A JSON list of texts, as this program's insights have them; empty where <paramref name="json"/> is none.</summary>
    public static string Tags(JsonElement? json) => JsonSerializer.Serialize(
        (json is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(item => Text(item) ?? "") : [])
            .Select(tag => Visible(tag, MaxTag + 1).Trim())
            .Where(tag => tag.Length > 0 && CodePoints.Count(tag) <= MaxTag)
            .Take(Insight.MaxTags));

    /// <returns>Null where <paramref name="text"/> is no JSON.</returns>
    public static JsonElement? Json(string? text)
    {
        if (text is null) return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text under <paramref name="name"/>, or null where there is none.</summary>
    public static string? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate is JSON, and no text.
            return null;
        }
    }
}
