using System.Text.RegularExpressions;
using Miner.Mathematics.Answers.Parsing;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Finds the answer in sentences.</summary>
internal static partial class ProseAnswer
{
    /// <summary>In UTF-16 units; nothing longer is an answer through and through.</summary>
    private const int MaxComplete = 2_000;

    /// <summary>In UTF-16 units; of a longer text the last number stands in so much of its end.</summary>
    private const int MaxEnd = 100_000;

    private const int MaxQualified = 60;
    private const int MaxStatement = 200;

    private static readonly string[] Bounds =
        ["at least ", "at most ", "more than ", "less than ", "fewer than ", "greater than ", "no more than ", "no less than ", "not "];

    private static readonly string[] Explanations =
    [
        " because ",
        " since ",
        ", which ",
        ", who ",
        ", where ",
        ", as ",
        ", so ",
        " (because ",
    ];

    /// <summary>Whether the text is a number, formula or collection of such through and through, and not several sentences.</summary>
    private static bool IsReadable(ExtractedAnswer answer) =>
        answer.Text.Length > 0
        && OpeningSentence.Of(answer.Text).Length == answer.Text.Length
        && IsReadable(AnswerParser.Parse(answer.Text, answer.IsMath));

    /// <summary>Whether the answer is to be taken whole: readable, a qualified number, a time in words, or that there is nothing.</summary>
    public static bool IsComplete(ExtractedAnswer answer) =>
        answer.Text.Length <= MaxComplete
        && (IsReadable(answer) || IsQualified(answer.Text)
            || ClockWords.Replace(answer.Text) is not null || EmptyAnswer.Canonical(answer.Text) is not null);

    /// <summary>
    /// Whether a short text says of a number that it is not the answer itself (<c>at least 42</c>, <c>not 42</c>), or gives a range of two.
    /// </summary>
    private static bool IsQualified(string text)
    {
        if (text.Length > MaxQualified) return false;

        var numbers = AnswerCandidates.Find(text);
        if (numbers.Count == 1 && QualifiedNumbers.Are(text)) return true;
        if (Array.Exists(Bounds, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase))) return numbers.Count == 1;
        if (numbers is not [var first, var second] || second.Start < first.End) return false;

        var joint = text[first.End..second.Start];
        if (first.Start == 0 && NumberRange.Canonical(text, isMath: false) is not null) return true;
        return first.Start == 0 ? joint == " to " : joint is " to " or " and " && IsRange(text[..first.Start]);
    }

    private static bool IsRange(string word) => word.Trim().ToUpperInvariant() is "FROM" or "BETWEEN";

    /// <summary>The answer in what follows a marker; null where nothing does.</summary>
    public static ExtractedAnswer? Pick(string text, bool isMathematical)
    {
        var whole = new ExtractedAnswer(text, IsMath: false).Unwrapped();
        if (IsComplete(whole)) return whole;

        var sentence = new ExtractedAnswer(OpeningSentence.Of(text), IsMath: false).Unwrapped();
        if (sentence.IsMath || IsComplete(sentence)) return sentence;

        var candidates = AnswerCandidates.Find(sentence.Text);
        if (candidates is [{ Start: 0 } leading, ..])
        {
            // Of "5 times 6" the 5 is not the answer.
            return QualifiedNumbers.GoesOn(sentence.Text, leading.End)
                ? new ExtractedAnswer(MainClause(sentence.Text), IsMath: false).Unwrapped()
                : leading.Answer;
        }

        if (isMathematical && AnswerCandidates.Last(sentence.Text, candidates) is { } last) return last;
        return sentence.Text.Length > 0 ? new ExtractedAnswer(MainClause(sentence.Text), sentence.IsMath).Unwrapped() : null;
    }

    /// <summary>
    /// The answer in what follows a marker where it is nothing else: a number or formula with no more than its unit, the letter of a
    /// choice, or that there is none. Null for everything that only speaks of an answer.
    /// </summary>
    public static ExtractedAnswer? Decided(string text)
    {
        var answer = new ExtractedAnswer(OpeningSentence.Of(text), IsMath: false).Unwrapped();
        var isAlone = answer.Text.Length <= MaxQualified && (answer.IsMath || (IsReadable(answer) && HasNoWords(answer.Text)));
        return isAlone || EmptyAnswer.Canonical(answer.Text) is not null ? answer : null;
    }

    /// <summary>
    /// The last formula or number outside of remarks and reasons, else a time or number in words in a short text, or null.
    /// </summary>
    public static ExtractedAnswer? Last(string text)
    {
        if (text.Length > MaxEnd) text = text[Math.Max(text.Length - MaxEnd, text.IndexOfAny([' ', '\n'], text.Length - MaxEnd))..];

        if (Several().Match(text) is { Success: true } several) return new ExtractedAnswer(several.Groups["list"].Value, IsMath: false);

        var candidates = AnswerCandidates.Find(text);
        if (candidates.Count == 0)
            return (ClockWords.Last(text) ?? NumberPhrase.Last(text)) is { } words ? new ExtractedAnswer(words, IsMath: false) : null;

        var remarks = Remark().Matches(text);
        var next = 0;
        var main = candidates.FindAll(candidate =>
        {
            // Both are in the order of the text.
            while (next < remarks.Count && remarks[next].Index + remarks[next].Length < candidate.End) next++;
            return next == remarks.Count || candidate.Start < remarks[next].Index;
        });
        return AnswerCandidates.Last(text, main.Count > 0 ? main : candidates);
    }

    /// <summary>The number that a text of one short sentence ends with, behind a verb that says so: "The total is $29.00".</summary>
    public static ExtractedAnswer? Stated(string text) =>
        text.Length <= MaxStatement && OpeningSentence.Of(text).Length == text.Length && Statement().Match(text) is { Success: true } match
            ? Decided(match.Groups["number"].Value)
            : null;

    private static bool HasNoWords(string text)
    {
        foreach (var word in Word().EnumerateMatches(text))
        {
            var name = text.Substring(word.Index, word.Length);
            var isMath = Units.IsKnown(name) || FunctionNames.IsName(name) || name is "and" or "or";
            if (!isMath && text[Math.Max(0, word.Index - 1)] != '\\') return false;
        }

        return true;
    }

    [GeneratedRegex(
        @" (?:is|are|was|were|equals|makes|costs|comes to|amounts to|=) (?<number>[^\p{L}0-9]{0,4}[0-9][^=]{0,40})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    /// <summary>At the end of a text: The two numbers are 6 and 7. The ratio of boys to girls is 3 to 4.</summary>
    [GeneratedRegex(
        @"(?<=\b(?:numbers|integers|values|solutions|roots|zeros|answers|factors|primes|angles|sides|dimensions) are )"
            + @"(?<list>-?\d[\d./]{0,20}(?:, -?\d[\d./]{0,20}){0,9},? and -?\d(?:[\d./]{0,20}\d)?)\.?\s*\z"
            + @"|(?<=\bratio\b[^.\n]{0,80} (?:is|are in|of) )(?<list>\d{1,15}(?: to \d{1,15}){1,5})\.?\s*\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Words in parentheses, a reason, or behind a number where it is reached, up to the end of its sentence.
    [GeneratedRegex(
        @"(?<=\s)\([^()]{0,100}\p{L}{2,}[^()]{0,100}\)|,? (?:because|since) [^.=]{1,100}(?:\.(?=\s|$)|$)"
            + @"|(?<=[0-9)}$]),? (?:(?:attained|achieved|reached|occurring) )?(?:at|when) \$?\(?[a-z] ?= ?[^.\n]{1,60}(?:\.(?=\s|$)|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    private static bool IsReadable(AnswerValue value) => value switch
    {
        TextValue => false,
        Collection collection => collection.Items.All(IsReadable),
        NamedTuple tuple => tuple.Members.All(IsReadable),
        Assignment assignment => IsReadable(assignment.Value),
        _ => true,
    };

    /// <summary>Without the reasons and explanations behind the answer.</summary>
    private static string MainClause(string sentence)
    {
        var ends = Explanations.Select(word => sentence.IndexOf(word, StringComparison.Ordinal)).Where(index => index > 0);
        return sentence[..ends.DefaultIfEmpty(sentence.Length).Min()];
    }
}
