using System.Numerics;
using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>
/// What people mean by an equation that does not hold to the letter: a rounded value, a range, a calculation that goes on.
/// </summary>
internal static partial class Leeway
{
    // What floating point computes is exact up to here.
    private const int MaxPlaces = 12;

    private const string Pi = "(3.14159265359)";

    // Two hours and the dash between them.
    private const int MaxHours = 5;

    /// <summary>Whether <paramref name="written"/> is <paramref name="exact"/> rounded or cut, or said in per cent.</summary>
    public static bool IsRounded(Rational exact, string written, Rational value)
    {
        if (written.EndsWith('%'))
        {
            var number = written[..^1].TrimEnd();
            var percent = value * 100;
            return IsNear(exact, number, percent) || IsNear(exact * 100, number, percent);
        }

        if (Power().Match(written) is { Success: true } power)
        {
            var unit = Rational.Abs(value) / Amount(power.Groups["mantissa"].Value) / Scale(Places(power.Groups["mantissa"].Value));
            return Rational.Abs(exact - value) < unit;
        }

        return Places(written) > 0 && IsNumber(written) && Rational.Abs(exact - value) < Rational.One / Scale(Places(written));
    }

    /// <summary>
    /// Whether an equation with the values <paramref name="first"/> and <paramref name="second"/> may be meant otherwise. Its sides are
    /// taken in either order.
    /// </summary>
    public static bool Allows(EquationSide left, Rational first, EquationSide right, Rational second) =>
        first == second * 100 || second == first * 100 // per cent, or cents
        || IsShare(left.Formula, right.Formula, second)
        || IsChange(first, right.Formula, second)
        || IsWhole(first, right.Formula, second)
        || (left.Start < right.Start && GoesOn(first, right.Formula))
        || IsRange(left.Formula, first, second)
        || IsWithin(left.Formula, first, second)
        || (right.HasOperation && IsDividend(left.Formula, second))
        || HoldsWithPi(left.Formula, right.Formula, second)
        || IsProduct(right.Formula, first)
        || HoldsWithHyphens(left.Formula, second)
        || OtherReadings.Any(left.Formula, value => IsMeant(value, right.Formula, second))
        || Conversions.Allow(first, right, second)
        || HoldsWithPointsAsThousandsMarks(left.Formula, right.Formula);

    /// <summary>What people read in more than one way: 50 - 20%, -2^2, log10(2), [7/2], √16 + 9, 3/4 ÷ 1/2.</summary>
    public static bool IsAmbiguous(string formula) =>
        formula.Contains("log", StringComparison.OrdinalIgnoreCase)
        || (formula.Contains('[') && !AreBracketsWhole(formula))
        || (formula.Contains('%') && formula.AsSpan(1).ContainsAny('+', '-', '−'))
        || (formula[0] is '-' or '−' && formula.Contains('^'))
        || OpenRoot().IsMatch(formula)
        || DivisionByFraction().IsMatch(formula);

    /// <summary>Whether square brackets are the same as round ones, which they are not where they stand for the whole part.</summary>
    private static bool AreBracketsWhole(string formula)
    {
        var floored = formula.Replace("[", "floor(", StringComparison.Ordinal).Replace(']', ')');
        return Arithmetic.Evaluate(formula) is { HasValue: true, Value: var value }
            && Arithmetic.Evaluate(floored) is { HasValue: true, Value: var whole } && value == whole;
    }

    public static bool IsNumber(string text) => Number().IsMatch(text);

    private static bool IsNear(Rational exact, string written, Rational value) =>
        IsRounded(exact, written, value) || IsWhole(exact, written, value);

    /// <summary>As in 365 / 7 = 52 weeks: the whole number below or above.</summary>
    private static bool IsWhole(Rational exact, string written, Rational value) =>
        value.IsInteger && IsNumber(written) && Rational.Abs(exact - value) < Rational.One;

    /// <summary>As in 12 * 7 = 84 + 6 = 90: the second calculation begins with what the first one came to.</summary>
    private static bool GoesOn(Rational first, string next)
    {
        var start = Start().Match(next);
        return Arithmetic.Evaluate(start.Value) is { HasValue: true, Value: var value }
            && (value == first || IsRounded(first, start.Value, value));
    }

    /// <summary>As in 2020-2024 = 5 years, or 9-5 = 8 hours: the numbers from one to the other, or the hours.</summary>
    private static bool IsRange(string calculation, Rational value, Rational written) =>
        written.Sign > 0 && Range().IsMatch(calculation)
        && (value.Sign < 0 || (calculation.Length <= MaxHours && value + written == 12));

    /// <summary>As in 2 1/2 = 1: a mixed number that stands for a product.</summary>
    private static bool IsProduct(string formula, Rational value) =>
        Arithmetic.Evaluate(Mixed().Replace(formula, "${whole}*(${part})")) is { HasValue: true, Value: var product }
        && product == value;

    /// <summary>As in 15% = 4500: what a percentage comes to.</summary>
    private static bool IsShare(string percentage, string amount, Rational value) =>
        percentage.EndsWith('%') && IsNumber(percentage[..^1].TrimEnd()) && !amount.EndsWith('%') && value > Rational.One;

    /// <summary>As in 1.05 * 1.05 = 1.1025 = 10.25%: by how much it is more or less than all.</summary>
    private static bool IsChange(Rational factor, string written, Rational value) =>
        written.EndsWith('%') && IsRounded(Rational.Abs(factor - Rational.One), written, Rational.Abs(value));

    /// <summary>As in 500 ÷ 13 = 13 * 38 + 6: what is divided, as a multiple and a remainder.</summary>
    private static bool IsDividend(string quotient, Rational value) =>
        Quotient().Match(quotient) is { Success: true } match
        && Arithmetic.Evaluate(match.Groups["dividend"].Value) is { HasValue: true, Value: var dividend } && dividend == value;

    /// <summary>As in 6-1/2 + 3-1/2 = 10: hyphens within mixed numbers.</summary>
    private static bool HoldsWithHyphens(string formula, Rational value) =>
        Hyphenated().Replace(formula, "(${whole}+${part})") is var mixed && mixed != formula
        && Arithmetic.Evaluate(mixed) is { HasValue: true, Value: var sum } && sum == value;

    private static bool IsMeant(Rational exact, string written, Rational value) =>
        exact == value || IsRounded(exact, written, value)
        || (value.IsInteger && IsNumber(written) && Rational.Abs(exact - value) <= new Rational(1, 2));

    /// <summary>Whether the decimals of <paramref name="calculation"/>, which may be rounded themselves, can make the difference.</summary>
    private static bool IsWithin(string calculation, Rational value, Rational written)
    {
        var tolerance = Decimals().Matches(calculation)
            .Aggregate(Rational.Zero, (sum, number) => sum + (Rational.One / (2 * Scale(Places(number.Value))) / Amount(number.Value)));
        return Rational.Abs(value - written) <= Rational.Abs(value) * tolerance;
    }

    /// <summary>As in 22/7 * 49 = 153.94: a fraction that pi is often taken for.</summary>
    private static bool HoldsWithPi(string calculation, string written, Rational value) =>
        Arithmetic.Evaluate(Circle().Replace(calculation, Pi)) is { HasValue: true, Value: var exact } && IsNear(exact, written, value);

    private static bool HoldsWithPointsAsThousandsMarks(string left, string right) =>
        Arithmetic.Evaluate(ThousandsPoint().Replace(left, "")) is { HasValue: true, Value: var first }
        && Arithmetic.Evaluate(ThousandsPoint().Replace(right, "")) is { HasValue: true, Value: var second } && first == second;

    private static int Places(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : Math.Min(number.Length - point - 1, MaxPlaces);
    }

    private static Rational Scale(int places) => BigInteger.Pow(10, places);

    private static Rational Amount(string number) =>
        Arithmetic.Evaluate(number) is { HasValue: true, Value: var value } && value.Sign != 0 ? value : Rational.One;

    [GeneratedRegex("""^[-−]?[0-9.,]+\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^[-−]?(?<mantissa>\d+(?:\.\d+)?)(?:\s*[×*·x]\s*10\s*(?:\^|\*\*)\s*[({]?[-−+]?\d+[)}]?"
            + @"|\s*[×*·x]\s*10[⁰¹²³⁴-⁹]+|[eE][-+]?\d+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Power();

    [GeneratedRegex("""^[-−]?[0-9][0-9.,]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("""^(?:\d+[-−–]\d+|\d{4}\s?[-−–]\s?\d{4})\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex("""(?<!\d)(?:22\s?/\s?7|355\s?/\s?113|\(22\)/\(7\))(?![.^])""", RegexOptions.CultureInvariant)]
    private static partial Regex Circle();

    [GeneratedRegex("""(?<whole>\d) (?<part>\d+/\d+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Mixed();

    [GeneratedRegex("""(?<![\d.])(?<whole>\d{1,4})-(?<part>\d{1,2}/\d{1,3})(?![\d.])""", RegexOptions.CultureInvariant)]
    private static partial Regex Hyphenated();

    [GeneratedRegex("""^(?<dividend>[\d.,]+) ?[/÷] ?[\d.,]+\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Quotient();

    [GeneratedRegex("""(?:√|sqrt) ?[\d.]+ ?[-+−]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpenRoot();

    [GeneratedRegex("""(?:÷| /) ?[0-9.]+/[0-9]""", RegexOptions.CultureInvariant)]
    private static partial Regex DivisionByFraction();

    [GeneratedRegex("""\d*\.\d{2,}""", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    [GeneratedRegex("""(?<=(?<!\d)\d{1,3})\.(?=\d{3}(?!\d))""", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandsPoint();
}
