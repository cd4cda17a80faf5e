using System.Text.RegularExpressions;

namespace Miner.Mathematics.Equations;

/// <summary>Ways of writing that people read in two ways, so that no question that holds one is answered.</summary>
public static partial class AmbiguousNotation
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <param name="text">Bounded by the caller: runs of digits or signs take the square of its length.</param>
    public static bool IsIn(string text) =>
        Date().IsMatch(text) || Telephone().IsMatch(text) || Percentage().IsMatch(text) || SignedRemainder().IsMatch(text)
        || DivisionByFraction().IsMatch(text) || FactorBehindDivisor().IsMatch(text) || FactorBehindExponent().IsMatch(text)
        || FractionInExponent().IsMatch(text) || PowerOfMixedNumber().IsMatch(text) || PowerOfBraces().IsMatch(text)
        || CommaRun().Matches(text).Any(run => IsMixed(run.Value)) || UsesCrossTwice(text);

    /// <summary>1,000,2 holds a thousands mark and a comma between numbers, and does not say which is which.</summary>
    private static bool IsMixed(string run)
    {
        var groups = run.Split(',').Skip(1).ToList();
        return groups.Exists(group => group.Length == 3) && groups.Exists(group => group.Length != 3);
    }

    /// <summary>Whether the letter x is a sign between two factors in one place and a variable in another: <c>3 x x = 12</c>.</summary>
    private static bool UsesCrossTwice(string text)
    {
        var (signs, variables) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('x' or 'X') || char.IsLetter(At(at - 1)) || char.IsLetter(At(at + 1))) continue;
            var apart = At(at - 1) == ' ' && At(at + 1) == ' ';
            var (before, after) = apart ? (At(at - 2), At(at + 2)) : (At(at - 1), At(at + 1));
            var isSign = (char.IsAsciiDigit(before) || (apart && before == ')'))
                && (char.IsAsciiDigit(after) || (apart && after is '(' or 'x' or 'X'));
            (signs, variables) = isSign ? (signs + 1, variables) : (signs, variables + 1);
        }

        return signs > 0 && variables > 0;

        char At(int index) => index >= 0 && index < text.Length ? text[index] : '\0';
    }

    /// <summary>2024-01-15, 12/25/2020.</summary>
    [GeneratedRegex(@"(^|[^\d.])((19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](19|20)\d\d)($|\D)", Options)]
    private static partial Regex Date();

    [GeneratedRegex(@"(^|[^\d.])(\d-)?\d{3}-(\d{3}-)?\d{4}($|\D)", Options)]
    private static partial Regex Telephone();

    /// <summary>15% 80 is a percentage to some, and a remainder to others; 1/2% half a percent, or 50.</summary>
    [GeneratedRegex(@"\d% +\d|\d +%\d|\d/\d+ ?\\?%", Options)]
    private static partial Regex Percentage();

    /// <summary>-7 % 3 is 2 in mathematics, and -1 in half of the programming languages.</summary>
    [GeneratedRegex(@"-\d+\)? ?% ?\d", Options)]
    private static partial Regex SignedRemainder();

    /// <summary>1/2 ÷ 3/4 is a division of two fractions to most, and 1/24 from left to right.</summary>
    [GeneratedRegex(@"(÷|\\div| /) *\d+/\d", Options)]
    private static partial Regex DivisionByFraction();

    /// <summary>6/2x is 3x from left to right, and 3/x to most; where x is a sign or e an exponent, a digit follows.</summary>
    [GeneratedRegex(@"[/÷] ?\d+(\.\d+)?(?![xe]\d)[a-z](?![a-z]*\.)", Options | RegexOptions.IgnoreCase)]
    private static partial Regex FactorBehindDivisor();

    /// <summary>2^3x is 8x by the rules, and 2 to the power of 3x to many.</summary>
    [GeneratedRegex(@"(?<![\p{L}\d.)])\d+(\.\d+)?(\^|\*\*)\d+(?!x\d)[a-z]", Options | RegexOptions.IgnoreCase)]
    private static partial Regex FactorBehindExponent();

    /// <summary>8^1/3 is a third of 8 by the rules, and meant as a root.</summary>
    [GeneratedRegex(@"\^1/\d", Options)]
    private static partial Regex FractionInExponent();

    [GeneratedRegex(@"\d \d+/\d+ ?(\^|\*\*|²|³)", Options)]
    private static partial Regex PowerOfMixedNumber();

    /// <summary>{-2}^2 is set as -2² by LaTeX.</summary>
    [GeneratedRegex(@"(^|[^_])\{[^{}]*[-+*/×÷·−][^{}]*\} ?\^", Options)]
    private static partial Regex PowerOfBraces();

    [GeneratedRegex(@"\d+(,\d+)+", Options)]
    private static partial Regex CommaRun();
}
