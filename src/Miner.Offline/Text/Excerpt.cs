namespace Miner.Offline.Text;

/// <summary>Short pieces of longer texts.</summary>
internal static class Excerpt
{
    /// <summary>
    /// The beginning of <paramref name="text"/> on one line, at most <paramref name="length"/> UTF-16 units and an ellipsis.
    /// </summary>
    public static string Of(string text, int length)
    {
        // What is cut off need not be put on one line first.
        var line = string.Join(' ', text[..Math.Min(text.Length, 4 * length)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length) return line;
        return line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)] + "…";
    }
}
