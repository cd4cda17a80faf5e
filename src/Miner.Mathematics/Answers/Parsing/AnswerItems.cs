using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>The parts of an answer between commas and the words <c>and</c> and <c>or</c>.</summary>
/// <param name="Parts">Without those that are blank.</param>
/// <param name="HasOr">Whether <c>or</c> stands between some.</param>
/// <param name="HasAnd">Whether <c>and</c> does.</param>
/// <param name="HasComma">Whether a comma does.</param>
internal sealed record AnswerItems(IReadOnlyList<string> Parts, bool HasOr, bool HasAnd, bool HasComma)
{
    public static AnswerItems Of(string text)
    {
        var parts = new List<string>();
        var (start, hasOr, hasAnd, hasComma) = (0, false, false, false);
        foreach (var index in TopLevel.Indexes(text))
        {
            // Inside a connective that was taken already.
            if (index < start) continue;

            var length = text[index] == ',' && !IsThousandsMark(text, index) ? 1 : ConnectiveAt(text, index);
            if (length == 0) continue;
            hasOr |= length == 2;
            hasAnd |= length == 3;
            hasComma |= length == 1;
            parts.Add(text[start..index]);
            start = index + length;
        }

        parts.Add(text[start..]);
        parts.RemoveAll(string.IsNullOrWhiteSpace);
        return new AnswerItems(parts, hasOr, hasAnd, hasComma);
    }

    private static int ConnectiveAt(string text, int index)
    {
        var length = IsWordAt(text, index, "and") ? 3 : IsWordAt(text, index, "or") ? 2 : 0;
        return IsPartOfWord(text, index - 1) || IsPartOfWord(text, index + length) ? 0 : length;
    }

    private static bool IsPartOfWord(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);

    private static bool IsWordAt(string text, int index, string word) =>
        string.Compare(text, index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>A comma with one to three digits before it, the first of all no zero, and exactly three behind it.</summary>
    private static bool IsThousandsMark(string text, int comma)
    {
        var end = comma + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - comma != 4) return false;

        var start = comma;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        var digits = comma - start;
        return digits == 3 && start > 0 && text[start - 1] == ','
            ? IsThousandsMark(text, start - 1)
            : digits is >= 1 and <= 3 && text[start] != '0';
    }
}
