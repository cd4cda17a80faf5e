namespace Miner.Mathematics.Language;

/// <summary>Code between fences of three backticks.</summary>
public static class CodeBlocks
{
    private const string Fence = "```";

    /// <summary>
    /// The text with blanks in place of all code, fenced or between single backticks, so that indexes stay what they are.
    /// </summary>
    public static string Blank(string text)
    {
        if (!text.Contains('`')) return text;

        var characters = text.ToCharArray();
        for (var start = text.IndexOf('`'); start >= 0 && start < text.Length;)
        {
            var isFence = string.CompareOrdinal(text, start, Fence, 0, Fence.Length) == 0;
            var length = isFence ? Fence.Length : 1;
            var end = isFence ? text.IndexOf(Fence, start + length, StringComparison.Ordinal) : InlineEnd(text, start + 1);
            end = end < 0 ? (isFence ? text.Length : start + 1) : end + length;
            for (var index = start; index < end; index++)
            {
                if (characters[index] is not ('\n' or '\r')) characters[index] = ' ';
            }

            start = end < text.Length ? text.IndexOf('`', end) : -1;
        }

        return new string(characters);
    }

    /// <summary>Whether every fence that is opened is closed.</summary>
    public static bool AreClosed(string text)
    {
        var fences = 0;
        for (
            var at = text.IndexOf(Fence, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Fence, at + Fence.Length, StringComparison.Ordinal))
            fences++;
        return fences % 2 == 0;
    }

    /// <summary>Inline code does not go beyond its line.</summary>
    private static int InlineEnd(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('`', '\n');
        return end >= 0 && text[start + end] == '`' ? start + end : -1;
    }
}
