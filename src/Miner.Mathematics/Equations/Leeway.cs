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

    /// <summary>Whether <paramref name="written"/> is <paramref name="exact"/> rounded or cut, or said in per cent.</summary>
    public static bool IsRounded(Rational exact, string written, Rational value)
    {
        if (written.EndsWith('%'))
        {
            var number = written[..^1].TrimEnd();
            return exact == value * 100 || IsRounded(exact * 100, number, value * 100) || IsWhole(exact * 100, number, value * 100);
        }

        if (Power().Match(written) is { Success: true } power)
        {
            var unit = Rational.Abs(value) / Amount(power.Groups["mantissa"].Value) / Scale(Places(power.Groups["mantissa"].Value));
            return Rational.Abs(exact - value) < unit;
        }

        return Places(written) > 0 && IsNumber(written) && Rational.Abs(exact - value) < Rational.One / Scale(Places(written));
    }

    /// <summary>
    /// Whether an equation with the values <paramref name="first"/> and <paramref name="second"/> may be meant otherwise.
    /// </summary>
    public static bool Allows(FormulaSpan left, Rational first, FormulaSpan right, Rational second) =>
        first == second * 100 || second == first * 100 // per cent, or cents
        || IsWhole(first, right.Text, second)
        || GoesOn(first, right.Text)
        || IsRange(left.Text, first, second)
        || (left.HasOperation && !right.HasOperation && IsWithin(left.Text, first, second))
        || IsExclaimed(first, right.Text)
        || HoldsWithPointsAsThousandsMarks(left.Text, right.Text);

    public static bool IsNumber(string text) => Number().IsMatch(text);

    /// <summary>As in 365 / 7 = 52 weeks: the whole number below or above.</summary>
    private static bool IsWhole(Rational exact, string written, Rational value) =>
        !exact.IsInteger && value.IsInteger && IsNumber(written) && Rational.Abs(exact - value) < Rational.One;

    /// <summary>As in 12 * 7 = 84 + 6 = 90: the second calculation begins with what the first one came to.</summary>
    private static bool GoesOn(Rational first, string next)
    {
        var start = Start().Match(next);
        return start.Success && start.Length < next.Length && Arithmetic.Evaluate(start.Value) is { HasValue: true, Value: var value }
            && (value == first || IsRounded(first, start.Value, value));
    }

    /// <summary>As in 2020-2024 = 5 years: the numbers from one to the other.</summary>
    private static bool IsRange(string calculation, Rational value, Rational written) =>
        value.Sign < 0 && written.Sign > 0 && Range().IsMatch(calculation);

    /// <summary>Whether the decimals of <paramref name="calculation"/>, which may be rounded themselves, can make the difference.</summary>
    private static bool IsWithin(string calculation, Rational value, Rational written)
    {
        var tolerance = Decimals().Matches(calculation)
            .Where(number => number.Length <= MaxPlaces && Amount(number.Value).Sign != 0)
            .Aggregate(Rational.Zero, (sum, number) => sum + (Rational.One / (2 * Scale(Places(number.Value))) / Amount(number.Value)));
        return Rational.Abs(value - written) <= Rational.Abs(value) * tolerance;
    }

    private static bool IsExclaimed(Rational first, string written) =>
        written.EndsWith('!')
        && IsNumber(written[..^1])
        && Arithmetic.Evaluate(written[..^1]) is { HasValue: true, Value: var value }
        && value == first;

    private static bool HoldsWithPointsAsThousandsMarks(string left, string right)
    {
        if (!ThousandsPoint().IsMatch(left + " " + right)) return false;
        return Arithmetic.Evaluate(ThousandsPoint().Replace(left, "")) is { HasValue: true, Value: var first }
            && Arithmetic.Evaluate(ThousandsPoint().Replace(right, "")) is { HasValue: true, Value: var second } && first == second;
    }

    private static int Places(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : Math.Min(number.Length - point - 1, MaxPlaces);
    }

    private static Rational Scale(int places) => BigInteger.Pow(10, places);

    private static Rational Amount(string number) =>
        Arithmetic.Evaluate(number) is { HasValue: true, Value: var value } && value.Sign != 0 ? Rational.Abs(value) : Rational.One;

    [GeneratedRegex("""^[-−]?[0-9.,]+\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        """^[-−]?(?<mantissa>\d+(?:\.\d+)?)\s*[×*·x]\s*10\s*(?:\^|\*\*)\s*[({]?[-−+]?\d+[)}]?\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Power();

    [GeneratedRegex("""^[-−]?[0-9][0-9.,]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("""^(?:\d+[-−–]\d+|\d{4}\s?[-−–]\s?\d{4})\z""", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex("""\d*\.\d{2,}""", RegexOptions.CultureInvariant)]
    private static partial Regex Decimals();

    [GeneratedRegex("""(?<=(?<![\d.])\d{1,3}(?:\.\d{3})*)\.(?=\d{3}(?:\.\d{3})*(?![\d.]*\d))""", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandsPoint();
}
