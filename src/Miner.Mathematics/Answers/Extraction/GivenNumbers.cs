using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>The numbers that a question gives to compute with.</summary>
/// <param name="Count">Without dates, years, times, versions, names (<c>Windows 11</c>) and the numbers of a list.</param>
/// <param name="HasMeasure">Whether one is an amount of money, a percentage, or has a unit.</param>
internal sealed partial record GivenNumbers(int Count, bool HasMeasure)
{
    private const int MaxWord = 20;

    private static readonly HashSet<string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        "chapter", "chapters", "section", "sections", "page", "pages", "version", "step", "steps", "question", "questions", "figure",
        "table", "line", "lines", "item", "items", "week", "season", "episode", "part", "level", "grade", "top", "volume", "no", "number",
        "error", "status", "code", "route", "room", "article",
    };

    /// <summary>Of a text in which the digits are Latin ones.</summary>
    public static GivenNumbers Of(string text)
    {
        var (count, hasMeasure, end, isGiven) = (0, false, 0, true);
        foreach (var number in Number().EnumerateMatches(text))
        {
            if (number.Index < end) continue;
            var goesOn = !isGiven && IsEnumeration(text.AsSpan(end, number.Index - end));
            end = number.Index + number.Length;
            var date = CalendarDate.Around(text, number.Index, Math.Max(0, number.Index - MaxWord));
            isGiven = !goesOn && date is null && IsGiven(text, number.Index, end);
            end = date?.To ?? end;
            if (!isGiven) continue;
            count++;
            hasMeasure |= IsMeasure(text, number.Index, end);
        }

        return new GivenNumbers(count, hasMeasure);
    }

    /// <summary>Whether a number goes on with what the one before it began: <c>chapters 3, 4 and 5</c>.</summary>
    private static bool IsEnumeration(ReadOnlySpan<char> joint) =>
        joint is ", " or " and " or " or " or ", and " or ", or " or "-" or "–" or " & ";

    private static bool IsGiven(string text, int start, int end)
    {
        var (before, after) = (At(text, start - 1), At(text, end));
        if (Scripts.Joins(before) || before is '_' or '#') return false;
        if (before is '.' or ':' or '-' or '–' && Scripts.Joins(At(text, start - 2))) return false;
        if (after is '.' or ':' && char.IsAsciiDigit(At(text, end + 1))) return false;
        if (IsYear(text.AsSpan(start, end - start)) || IsItem(text, start, end)) return false;
        if (Scripts.Joins(after) && !Units.IsKnown(Word(text, end)) && !Units.IsLetter(after)) return false;
        return !IsName(text, start);
    }

    private static bool IsYear(ReadOnlySpan<char> number) =>
        number.Length == 4 && !number.ContainsAnyExceptInRange('0', '9') && number[..2] is "15" or "16" or "17" or "18" or "19" or "20";

    /// <summary>Whether it only counts a line, a choice or a source: <c>1. …</c>, <c>(2)</c>, <c>[3]</c>.</summary>
    private static bool IsItem(string text, int start, int end)
    {
        var isFirst = start == 0 || text[start - 1] == '\n';
        var isListed = isFirst && At(text, end) is '.' or ')' or ':' && At(text, end + 1) is ' ' or '\0';
        return isListed || (At(text, start - 1) is '(' or '[' && At(text, end) is ')' or ']');
    }

    /// <summary>Whether the word before it makes a name or a label of it, other than a word at the start of a sentence.</summary>
    private static bool IsName(string text, int start)
    {
        var blank = start;
        while (blank > 0 && text[blank - 1] == ' ') blank--;
        var from = blank;
        while (from > 0 && blank - from < MaxWord && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '\'' or '’')) from--;
        var word = text[from..blank];
        if (blank == start || word.Length == 0) return false;
        var startsSentence = text.AsSpan(0, from).TrimEnd() is [] or [.., '.' or '!' or '?' or ':' or '\n'];
        return Labels.Contains(word) || word.Skip(startsSentence ? 1 : 0).Any(char.IsUpper);
    }

    private static bool IsMeasure(string text, int start, int end)
    {
        if (Units.IsCurrency(At(text, start - 1)) || Units.IsCurrency(At(text, end)) || At(text, end) is '%' or '°') return true;
        var word = At(text, end) is ' ' or '-' ? end + 1 : end;
        return Units.IsKnown(Word(text, word));
    }

    private static string Word(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < MaxWord && char.IsLetter(text[end])) end++;
        return text[start..end];
    }

    private static char At(string text, int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    [GeneratedRegex(@"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
