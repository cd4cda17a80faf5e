
namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Finds what stands behind the words that announce a final answer.</summary>
internal static class AnswerMarkers
{
    /// <summary>In UTF-16 units; an answer is at the beginning of what follows its marker.</summary>
    private const int MaxContent = 4_000;

    private static readonly string[] Words = ["answer", "correct option", "correct choice"];
    private static readonly char[] Around = ['*', '_', '`', ' ', '\t', '\r'];

    /// <summary>The text behind the last marker that has any, up to the end of its line or formula; null for none.</summary>
    public static string? Find(string text)
    {
        for (var line = text.Length; line >= 0;)
        {
            var start = line == 0 ? 0 : text.LastIndexOf('\n', line - 1) + 1;
            for (var marker = LastMarkerEnd(text, start, line); marker >= 0; marker = LastMarkerEnd(text, start, marker - 1))
            {
                if (Content(text, marker) is { Length: > 0 } content) return content;
            }

            line = start - 1;
        }

        return null;
    }

    /// <summary>The end of the last marker between the two indexes, or -1.</summary>
    private static int LastMarkerEnd(string text, int start, int end)
    {
        if (end <= start) return -1;

        var found = -1;
        var hashes = text.LastIndexOf("####", end - 1, end - start, StringComparison.Ordinal);
        if (hashes >= 0) found = hashes + 4;

        foreach (var word in Words)
        {
            for (var index = end; index - start >= word.Length && found < index;)
            {
                index = text.LastIndexOf(word, index - 1, index - start, StringComparison.OrdinalIgnoreCase);
                if (index < 0) break;
                if (AfterWord(text, start, index, word.Length) is > 0 and var after && after <= end)
                {
                    found = Math.Max(found, after);
                    break;
                }
            }
        }

        return Math.Max(found, AfterLetter(text, start, end));
    }

    /// <summary>The end of <c>answer:</c>, <c>answer is</c> or a line <c>Final Answer</c>; 0 where the word announces nothing.</summary>
    private static int AfterWord(string text, int lineStart, int index, int length)
    {
        if (index > 0 && char.IsLetter(text[index - 1])) return 0;

        var end = index + length;
        while (end < text.Length && Around.Contains(text[end])) end++;
        if (end < text.Length && text[end] == ':') return end + 1;
        if (string.Compare(text, end, "is", 0, 2, StringComparison.OrdinalIgnoreCase) == 0 && !char.IsLetter(At(text, end + 2)))
        {
            end += 2;
            while (end < text.Length && Around.Contains(text[end])) end++;
            return At(text, end) == ':' ? end + 1 : end;
        }

        var isHeading = At(text, end) is '\n' or '\\' or '$'
            && text.AsSpan(lineStart, index - lineStart).Trim(" *_#").Equals("final", StringComparison.OrdinalIgnoreCase);
        return isHeading ? end : 0;
    }

    /// <summary>The end of <c>A:</c> at the start of a line, or -1.</summary>
    private static int AfterLetter(string text, int start, int end)
    {
        while (start < end && Around.Contains(text[start])) start++;
        return start + 1 < end && text[start] == 'A' && text[start + 1] == ':' ? start + 2 : -1;
    }

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';

    private static string Content(string text, int start)
    {
        var content = text.AsSpan(start, Math.Min(MaxContent, text.Length - start)).TrimStart("*_` \t\r\n:");
        foreach (var (opening, closing) in new[] { ("\\[", "\\]"), ("$$", "$$") })
        {
            // A displayed formula may take several lines.
            var end = content.StartsWith(opening) ? content[opening.Length..].IndexOf(closing) : -1;
            if (end >= 0) return content[..(end + opening.Length + closing.Length)].ToString();
        }

        var lineEnd = content.IndexOf('\n');
        return (lineEnd < 0 ? content : content[..lineEnd]).Trim(Around).ToString();
    }
}
