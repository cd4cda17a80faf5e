using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>A string of JSON that is not damaged itself, whatever stands around it.</summary>
internal static class SoundString
{
    /// <summary>
    /// The index behind the string that begins at <paramref name="start"/>; -1 when none does, or when its first quote that is not escaped
    /// is followed by what cannot follow a value.
    /// </summary>
    public static int End(string text, int start)
    {
        if (start >= text.Length || text[start] != '"') return -1;
        var end = start + 1;
        while (end < text.Length && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
        if (end >= text.Length) return -1;
        var next = end + 1;
        while (next < text.Length && JsonSyntax.IsSpace(text[next])) next++;
        return next == text.Length || JsonSyntax.IsCloser(text[next]) || KeyAhead.QuotedAt(text, next) || IsTrailing(text, next)
            ? end + 1
            : -1;
    }

    /// <summary>Whether commas stand at <paramref name="index"/> that no member follows.</summary>
    private static bool IsTrailing(string text, int index)
    {
        if (!JsonSyntax.IsComma(text[index])) return false;
        while (index < text.Length && JsonSyntax.IsComma(text[index]))
            index = JsonTrivia.Skip(text, index + 1, longest: KeyAhead.Horizon);
        return index == text.Length || JsonSyntax.IsCloser(text[index]) || KeyAhead.At(text, index);
    }
}
