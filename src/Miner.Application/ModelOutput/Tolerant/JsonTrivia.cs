namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>
/// What stands between the parts of JSON and means nothing: space, comments, the marks of code fences, escaped line breaks.
/// </summary>
internal static class JsonTrivia
{
    /// <summary>A fence's mark.</summary>
    public const string Fence = "```";

    /// <summary>
    /// The index of the first character from <paramref name="index"/> on that means something, at most the text's length.
    /// </summary>
    /// <param name="valueNext">Whether a value comes next, which may begin with <c>#</c> as colours do.</param>
    /// <param name="longest">The longest comment to pass over, so that looking ahead stays cheap.</param>
    public static int Skip(string text, int index, bool valueNext = false, int longest = int.MaxValue)
    {
        while (index < text.Length)
        {
            var length = Length(text, index, valueNext, longest);
            if (length == 0) break;
            index += length;
        }

        return index;
    }

    private static int Length(string text, int index, bool valueNext, int longest)
    {
        var rest = text.AsSpan(index);
        if (JsonSyntax.IsSpace(rest[0])) return 1;
        switch (rest[0])
        {
            case '/' when rest.StartsWith("//"):
            case '#' when !valueNext || rest.StartsWith("# ") || StartsLine(text, index):
                return To(rest, "\n", longest);
            case '/' when rest.StartsWith("/*"):
                return To(rest, "*/", longest);
            case '\\' when rest.Length > 1 && rest[1] is 'n' or 'r' or 't' or '\n':
                return 2;
            case '`' when rest.StartsWith(Fence):
                return Fence.Length + Language(rest[Fence.Length..]);
            default:
                return 0;
        }
    }

    /// <summary>The length of the language's name that a fence's mark is followed by.</summary>
    public static int Language(ReadOnlySpan<char> afterFence)
    {
        var length = 0;
        while (length < afterFence.Length && (JsonSyntax.IsName(afterFence[length]) || afterFence[length] is '+' or '#')) length++;
        return length;
    }

    private static int To(ReadOnlySpan<char> rest, string end, int longest)
    {
        var near = rest[..Math.Min(rest.Length, longest)];
        var at = near.IndexOf(end);
        if (at >= 0) return at + end.Length;
        return near.Length == rest.Length ? rest.Length : 0;
    }

    private static bool StartsLine(string text, int index)
    {
        while (index > 0 && text[index - 1] != '\n' && JsonSyntax.IsSpace(text[index - 1])) index--;
        return index == 0 || text[index - 1] == '\n';
    }
}
