using System.Text.RegularExpressions;

namespace Miner.Mathematics.Equations;

/// <summary>The words of the sentence that an equation stands in.</summary>
internal static partial class EquationContext
{
    private const int Length = 60;

    // In such a sentence an equation need not be meant as true.
    private static readonly HashSet<string> Reservations = Words(
        "wrong incorrect false not isn't mistake mistaken error erroneous mod pmod bmod modulo binary hexadecimal hex octal base floor "
            + "lfloor integer rounded rounding round approximately approx about roughly nearly almost estimate estimated suppose if "
            + "whether assume claim claims claimed said says stated states instead remainder leftover inclusive contradiction contradicts "
            + "impossible doesn't don't cannot can't never should typo neq nearest significant carry carrying carried borrow "
            + "borrowing ✗ ✘ ❌ ≠ rounding thought thinks think believes believed guess guessed guesses puzzle puzzles riddle pattern "
            + "version versions vector vectors resultant perpendicular quadrature db decibel decibels contract contracts miscalculated "
            + "matchstick matchsticks odds record move option options choice choices incorrectly wrongly mistakenly erroneously falsely"
    );

    private static readonly HashSet<string> Objections = Words("this that these it which but however no");

    // Whoever goes on so takes back what is before.
    private static readonly HashSet<string> Retractions = Words("wait hmm hm oops sorry actually scratch correction");

    /// <summary>
    /// Whether a word of the sentence, or of the next one where it speaks of the equation, says that the equation may not hold.
    /// </summary>
    public static bool IsReserved(string text, int start, int end)
    {
        var after = text.AsSpan(end, Math.Min(Length, text.Length - end));
        var stop = SentenceEnd(after);
        if (stop < after.Length && after[stop] == '?') return true;
        if (after[..stop].TrimStart(" ,;—–-(") is ['n' or 'N', 'o', var behind, ..] && !char.IsLetter(behind)) return true;
        if (IsQuoted(text, start, end) || Failure().IsMatch(after) || IsReported(text, start)) return true;
        var sentence = Sentence(text, start, end);
        if (Holds(sentence, Reservations) || OtherSums().IsMatch(sentence)) return true;

        var next = after[Math.Min(stop + 1, after.Length)..].TrimStart();
        var word = next[..Math.Max(0, next.IndexOfAny(' ', ','))].ToString();
        return Retractions.Contains(word.TrimEnd('.', ':', '!', '…'))
            || (Objections.Contains(word) && Holds(next[..SentenceEnd(next)], Reservations));
    }

    /// <summary>What is quoted is spoken of, and not said.</summary>
    private static bool IsQuoted(string text, int start, int end) =>
        start > 0 && end < text.Length
        && (text[start - 1], text[end]) is ('"', '"') or ('“', '”') or ('„', '“') or ('«', '»') or ('‘', '’');

    /// <summary>As in "the student wrote 5 + 3 = 9", or a score: "they won 21-19 = 40 points in total".</summary>
    private static bool IsReported(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - Length), Math.Min(start, Length));
        return Report().IsMatch(before) || (Win().IsMatch(before) && Score().IsMatch(text, start));
    }

    /// <summary>Whether the sentence around <paramref name="start"/> and <paramref name="end"/> holds one of the words.</summary>
    public static bool Speaks(string text, int start, int end, IReadOnlySet<string> words) => Holds(Sentence(text, start, end), words);

    /// <summary>A set of words between blanks, whatever their case.</summary>
    public static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is near enough to speak of the equation, which is part of it.</summary>
    private static ReadOnlySpan<char> Sentence(string text, int start, int end)
    {
        var from = start;
        while (from > 0 && start - from < Length && !IsEnd(text, from - 1)) from--;
        return text.AsSpan(from, end - from + SentenceEnd(text.AsSpan(end, Math.Min(Length, text.Length - end))));
    }

    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (IsEnd(text, index)) return index;
        }

        return text.Length;
    }

    /// <summary>A point within a number ends nothing.</summary>
    private static bool IsEnd(ReadOnlySpan<char> text, int index) =>
        text[index] is '\n' or '!' or '?' || (text[index] == '.' && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])));

    private static bool Holds(ReadOnlySpan<char> text, IReadOnlySet<string> words)
    {
        foreach (var range in text.SplitAny(" ,;:()\"*_-{}\\$[].\n"))
        {
            if (words.Contains(text[range].ToString())) return true;
        }

        return false;
    }

    // Such a word elsewhere may be of the story: three of them failed, she wrote letters.
    [GeneratedRegex(@"^[\s)*$""”]{0,3}fails\b", RegexOptions.CultureInvariant)]
    private static partial Regex Failure();

    [GeneratedRegex(@"\b(?:wrote|writes)[\s:(*$""“\\]{1,4}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Report();

    [GeneratedRegex(
        @"\b(?:won|wins?|lost|loses?|beat|tied|drew|ended|scored?|scores)(?: (?:by|of|was|is|with|it|them))?:? \z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Win();

    [GeneratedRegex(@"\G\d{1,3}[-–]\d{1,3} ?=", RegexOptions.CultureInvariant)]
    private static partial Regex Score();

    /// <summary>What adds up otherwise, or is no fraction.</summary>
    [GeneratedRegex(
        @"\bat (?:a )?right[- ]angles?\b|\btime signatures?\b|\d/\d time\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OtherSums();
}
