using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Finds what stands behind the words that announce a final answer.</summary>
internal static class AnswerMarkers
{
    /// <summary>In UTF-16 units; an answer is at the beginning of what follows its marker.</summary>
    private const int MaxContent = 4_000;

    /// <summary>In UTF-16 units; what may stand before a word that has a line for itself.</summary>
    private const int MaxLead = 40;

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

        foreach (var word in AnswerWords.All)
        {
            for (var index = end; index - start >= word.Text.Length && found < index;)
            {
                index = text.LastIndexOf(word.Text, index - 1, index - start, StringComparison.OrdinalIgnoreCase);
                if (index < 0) break;
                if (AfterWord(text, start, index, word) is > 0 and var after && after <= end)
                {
                    found = Math.Max(found, after);
                    break;
                }
            }
        }

        return Math.Max(found, AfterLetter(text, start, end));
    }

    /// <summary>The end of <c>answer:</c>, <c>answer is</c> or a line <c>Final Answer</c>; 0 where the word announces nothing.</summary>
    private static int AfterWord(string text, int lineStart, int index, AnswerWord word)
    {
        if (index > 0 && Scripts.IsInWord(text[index - 1]) && !Scripts.HasNoBlanks(word.Text[0])) return 0;

        var end = SkipMarks(text, index + word.Text.Length);
        if (AnswerWords.Final.FirstOrDefault(adjective => AnswerWords.IsAt(text, end, adjective)) is { } final)
            end = SkipMarks(text, end + final.Length);
        if (At(text, end) is ':' or '=' or '→') return At(text, end + 1) == '>' ? end + 2 : end + 1;
        if (word.Verbs.FirstOrDefault(verb => AnswerWords.IsAt(text, end, verb)) is { } found)
        {
            end = SkipMarks(text, end + found.Length);
            if (AnswerWords.Adverbs.FirstOrDefault(adverb => AnswerWords.IsAt(text, end, adverb)) is { } adverb)
                end = SkipMarks(text, end + adverb.Length);
            return At(text, end) == ':' ? end + 1 : end;
        }

        if (index - lineStart > MaxLead) return 0;
        var before = text[lineStart..index].Trim(' ', '*', '_', '#');
        var isAlone = before.Length == 0 || AnswerWords.Final.Contains(before, StringComparer.OrdinalIgnoreCase);
        if (isAlone && At(text, end) is '-' or '–' or '—' && At(text, end + 1) == ' ') return end + 1;
        return isAlone && before.Length > 0 && At(text, end) is '\n' or '\\' or '$' ? end : 0;
    }

    private static int SkipMarks(string text, int index)
    {
        while (index < text.Length && Around.Contains(text[index])) index++;
        return index;
    }

    /// <summary>The end of <c>A:</c> or <c>答:</c> at the start of a line, or -1.</summary>
    private static int AfterLetter(string text, int start, int end)
    {
        while (start < end && Around.Contains(text[start])) start++;

        // "A: 3, B: 4" says what both are.
        if (text.AsSpan(start, end - start).Contains(" B:", StringComparison.Ordinal)) return -1;
        return start + 1 < end && text[start] is 'A' or '答' && text[start + 1] == ':' ? start + 2 : -1;
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
