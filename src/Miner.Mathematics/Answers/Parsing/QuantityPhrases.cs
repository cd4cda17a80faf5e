using System.Text.RegularExpressions;
using Miner.Mathematics.Answers.Equality;
using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Quantities that are said with two numbers.</summary>
internal static partial class QuantityPhrases
{
    /// <summary>
    /// A part of a number (<c>1/2 of 10</c>), a share (<c>7 out of 10</c>, <c>1 in 4</c>), a number with its year (<c>15 in 2020</c>), or
    /// the same number twice (<c>twelve (12)</c>); null for everything else.
    /// </summary>
    /// <param name="text">In the notation of <see cref="LatexRewriter"/>.</param>
    /// <param name="isMath">Whether single letters are variables rather than units.</param>
    public static Quantity? Read(string text, bool isMath)
    {
        var plain = text.Contains("\" ", StringComparison.Ordinal) ? text.Replace("\"", "", StringComparison.Ordinal) : text;
        return ReadPart(plain, isMath) ?? ReadShare(plain, isMath) ?? (isMath ? null : ReadInYear(text) ?? ReadRestated(text));
    }

    /// <summary>
    /// Plain text with a blank in a mixed number in place of the word: <c>1 and 1/2</c> could also be two numbers, and is never read so.
    /// So it is in <c>2 and a half hours</c>.
    /// </summary>
    public static string JoinMixed(string text)
    {
        if (Mixed().Match(text) is { Success: true } match)
        {
            var isProper = IsProper(match.Groups["part"].Value, match.Groups["whole"].Value);
            return isProper ? match.Result("${number} ${part}/${whole}${unit}") : text;
        }

        if (MixedInWords().Match(text) is not { Success: true } words || NumberPhrase.Replace(words.Groups["part"].Value) is not { } part)
            return text;

        // Two hours and a half, or two and a half hours.
        var unit = words.Groups["unit"].Value;
        var end = part.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var blank ? blank : part.Length;
        return part[..end].Contains('/') && (unit.Length == 0 || end == part.Length)
            ? $"{words.Groups["number"].Value} {part[..end]}{unit}{part[end..]}"
            : text;
    }

    /// <summary>The end of the share in digits that begins at <paramref name="index"/>, or -1.</summary>
    public static int EndOfShare(string text, int index) =>
        Share().Match(text, index) is { Success: true } match && IsProper(match.Groups["part"].Value, match.Groups["whole"].Value)
            ? match.Index + match.Length
            : -1;

    private static Quantity? ReadPart(string text, bool isMath)
    {
        if (Operands(text, " of ") is not var (part, whole) || !part.AsSpan().ContainsAny('/', '%')) return null;

        return QuantityParser.Parse(part, isMath) is { Unit: "" } factor && QuantityParser.Parse(whole, isMath) is { } quantity
            ? new Quantity(new Formula(new Product([factor.Formula.Expression, quantity.Formula.Expression])), quantity.Unit, null)
            : null;
    }

    private static Quantity? ReadShare(string text, bool isMath)
    {
        var chance = text.StartsWith("1 in ", StringComparison.Ordinal) || Chance().IsMatch(text) ? Operands(text, " in ") : null;
        var operands = Operands(text, " out of ") ?? Operands(text, " of ") ?? chance;
        if (operands is not var (part, whole)) return null;

        return QuantityParser.Parse(part, isMath) is { Unit: "", Formula.Constant: { IsInteger: true, Sign: >= 0 } numerator }
            && QuantityParser.Parse(whole, isMath) is { Unit: "", Formula.Constant: { IsInteger: true, Sign: > 0 } denominator }
            && numerator <= denominator
            ? new Quantity(new Formula(new Number(numerator / denominator)), "", null)
            : null;
    }

    /// <summary>The year tells quantities apart as a unit does. One in so many is a chance.</summary>
    private static Quantity? ReadInYear(string text) =>
        Year().Match(text) is { Success: true } year && QuantityParser.Parse(text[..year.Index], isMath: false) is { } value
        && value.Formula.Constant is { IsOne: false }
            ? value with { Unit = $"{value.Unit}{year.Value}".TrimStart() }
            : null;

    private static Quantity? ReadRestated(string text)
    {
        var opening = text.LastIndexOf(" (", StringComparison.Ordinal);
        if (opening < 0 || !text.EndsWith(')')) return null;

        return QuantityParser.Parse(text[..opening], isMath: false) is { } value
            && QuantityParser.Parse(text[(opening + 2)..^1], isMath: false) is { } again
            && AnswerEquality.Same(value, again) ? value : null;
    }

    private static (string Left, string Right)? Operands(string text, string joint) =>
        text.IndexOf(joint, StringComparison.Ordinal) is > 0 and var end ? (text[..end], text[(end + joint.Length)..]) : null;

    private static bool IsProper(string part, string whole) =>
        part.Length <= whole.Length && long.Parse(part, null) is var numerator && long.Parse(whole, null) is var denominator
        && numerator <= denominator && denominator > 0;

    [GeneratedRegex(
        @"\G(?<part>[0-9]{1,15})(?: out of |(?<=(?<![0-9])1) in )"
            + @"(?<whole>[0-9]{1,15})(?![\p{L}0-9%]|[.,/:][0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Share();

    [GeneratedRegex(
        @"^(?<number>[-−]?[0-9]{1,15}) and (?<part>[0-9]{1,9})/(?<whole>[0-9]{1,9})(?<unit>(?: \p{L}[^0-9]{0,40})?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,15})(?<unit> \p{L}{2,20})? and (?<part>(?:half|an? |one |two |three )[a-z ]{0,40})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex MixedInWords();

    /// <summary>Of no more than three digits, for four would be a year.</summary>
    [GeneratedRegex("^[0-9]{1,3} in [0-9]{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Chance();

    [GeneratedRegex(" in (?:1[0-9]|20)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
