using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Two numbers with a dash between them, from the one to the other: <c>3–5 days</c>, <c>10-15</c>.</summary>
internal static partial class NumberRange
{
    /// <summary>
    /// One form for all dashes; null where <paramref name="text"/> is no range. The first number is the smaller, for nobody leaves a
    /// difference to be computed that is below zero.
    /// </summary>
    /// <param name="text">The answer.</param>
    /// <param name="isMath">Whether it is a formula, in which a hyphen is a minus.</param>
    public static string? Canonical(string text, bool isMath)
    {
        if (Range().Match(text) is not { Success: true } match || (isMath && match.Groups["hyphen"].Success)) return null;

        var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
        return Rational.Parse(first) < Rational.Parse(second) ? $"{first}-{second}{match.Groups["unit"].Value}" : null;
    }

    [GeneratedRegex(
        @"^(?<first>[0-9]{1,9}(?:\.[0-9]{1,9})?)(?:(?<hyphen>-)|[–—])(?<second>[0-9]{1,9}(?:\.[0-9]{1,9})?)"
            + @"(?<unit>(?: ?\p{L}| ?[°%])[^0-9]{0,40})?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
