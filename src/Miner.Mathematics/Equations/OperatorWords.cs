using System.Text.RegularExpressions;

namespace Miner.Mathematics.Equations;

/// <summary>Words between numbers that are signs: <c>4 times 6</c>, <c>20% of 50</c>, <c>Tom (5) + Ann (7)</c>.</summary>
internal static partial class OperatorWords
{
    // Numbers behind these in brackets name what they stand behind.
    private static readonly HashSet<string> References = EquationContext.Words(
        "equation equations eq eqs eqn step steps part line lines row column case figure fig table section option chapter page note "
            + "lemma theorem rule item law question problem statement condition constraint property formula "
            + "sqrt cbrt root abs floor ceil binom log exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh min max gcd lcm "
            + "round int sum mod fib fact det rank dim len pow var cov prob");

    /// <summary>The text with signs in place of such words, and nothing moved.</summary>
    public static string Replace(string text)
    {
        text = Words().Replace(text, match => Sign(match).PadRight(match.Length));
        return text.Contains('(') ? Named().Replace(text, WithoutNames) : text;
    }

    private static string Sign(Match match)
    {
        if (match.Groups["of"].Success) return " *";
        if (match.Groups["percent"].Success) return $"{"%".PadRight(match.Groups["percent"].Length)} *";
        return match.Value switch { "plus" => "+", "minus" => "-", "divided by" => "/", _ => "*" };
    }

    /// <summary>The numbers alone, where each name is another and names no number itself.</summary>
    private static string WithoutNames(Match match)
    {
        var names = match.Groups["name"].Captures;
        var isSum = names.Select(name => name.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count
            && match.Groups["total"].Value != $"{names.Count}" // which counts the names
            && !names.Any(name => References.Contains(name.Value));
        return isSum
            ? string.Create(match.Length, match.Value, static (span, value) =>
            {
                for (var at = 0; at < span.Length; at++) span[at] = char.IsLetter(value[at]) || value[at] is '(' or ')' ? ' ' : value[at];
            })
            : match.Value;
    }

    [GeneratedRegex(
        @"(?<=\d )(?:plus|minus|times|multiplied by|divided by)(?= [$€£]?\d)"
            + @"|(?<=\d%|(?<![\d/.])\d{1,2}/\d{1,3}) (?<of>of)(?= [$€£]?\d)"
            + @"|(?<=\d )(?<percent>percent|per cent) of(?= [$€£]?\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    // Sums alone: of a product one factor may be a rate in percent, or in another unit. Without a blank it is the call of a function.
    [GeneratedRegex(
        @"(?<![\p{L}\d])(?<name>\p{L}{3,20}) \([$€£]?\d[\d.,]{0,15}\)"
            + @"(?: ?[-+−–] ?(?<name>\p{L}{3,20}) \([$€£]?\d[\d.,]{0,15}\)){1,20}(?= ?= ?[$€£]?(?<total>\d{0,15}))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
