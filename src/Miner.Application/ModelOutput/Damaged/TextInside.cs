using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>What is left of JSON that cannot be read: the texts in it, without the names and the brackets around them.</summary>
internal static class TextInside
{
    /// <summary>A line for each text; empty where there is none.</summary>
    public static string Of(ReadOnlySpan<char> json)
    {
        var texts = new List<string>();
        while (json.IndexOf('"') is >= 0 and var start)
        {
            json = json[(start + 1)..];
            var end = End(json);
            var isName = end < json.Length && json[(end + 1)..].TrimStart() is [':', ..];
            if (end > 0 && !isName) texts.Add(JsonEscapes.Decode(json[..end]));
            json = json[Math.Min(end + 1, json.Length)..];
        }

        return string.Join('\n', texts);
    }

    private static int End(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
        return Math.Min(end, text.Length);
    }
}
