using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Whole numbers from one base to another: <c>255 in binary</c>, <c>hexadecimal FF to decimal</c>, <c>0b1010</c>.</summary>
internal static class BaseProblem
{
    private const string Names = "binary|ternary|octal|decimal|denary|hexadecimal|hex|base[ -]\\d{1,2}";
    private const string Source = $"(?<source>{Names})";
    private const string Target = $"(?<target>{Names})( form| notation| representation)?";
    private const string Numeral = "(?<numeral>-?[0-9A-Za-z]+)";
    private const string Representation =
        $"(what is|what's|find|give) the (?<target>{Names}) (value|equivalent|representation|form) of( the)?";

    private const string Start = "(convert|change|translate|write|express|represent|what is|what's)";

    private static readonly Regex[] Forms =
    [
        .. new[]
        {
            $"({Start} )?(the )?(number )?{Numeral} (to|in|into|as) {Target}",
            $"({Start} )?(the )?{Source} (number |numeral )?{Numeral} (to|in|into|as) {Target}",
            $"({Start} )?(the )?(number )?{Numeral} (from |in |\\(?){Source}\\)? (converted )?(to|in|into|as) {Target}",
            $"{Representation} (number )?{Numeral}( (in )?{Source})?",
            $"{Representation} {Source} (number )?{Numeral}",
            $"what (?<target>{Names}) number is {Source} {Numeral}",
        }.Select(form => new Regex(
            $"^{form}$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)),
    ];

    public static Solution? Solve(Question question) => Forms
        .Select(form => form.Match(question.Text))
        .Where(match => match.Success)
        .Select(Solve)
        .FirstOrDefault(solution => solution is not null);

    private static Solution? Solve(Match match)
    {
        var numeral = match.Groups["numeral"].Value;
        int? prefix = numeral.Length < 3 ? null : numeral[..2].ToLowerInvariant() switch { "0b" => 2, "0o" => 8, "0x" => 16, _ => null };
        var source = match.Groups["source"].Success ? Radix(match.Groups["source"].Value) : null;
        if (Radix(match.Groups["target"].Value) is not { } target || (match.Groups["source"].Success && source is null)) return null;

        // 017 in decimal is octal to many programs.
        if (prefix is null && source is null && numeral.TrimStart('-') is ['0', _, ..]) return null;

        // With two bases for one numeral it is open which is meant: 0b10 in hexadecimal is a number too.
        if (prefix is not null && source is not null) return null;
        return Convert(prefix is null ? numeral : numeral[2..], source ?? prefix ?? 10, target);
    }

    private static Solution? Convert(string numeral, int source, int target)
    {
        if (source == target || !NumberBase.TryParse(numeral, source, out var value)) return null;

        var steps = new List<string>();
        if (source != 10) steps.Add($"{numeral} in base {source} = {Expansion(numeral, source)}{value} in base 10");
        if (target != 10) steps.Add($"{value} in base 10 = {NumberBase.Format(value, target)} in base {target}");
        return new Solution(NumberBase.Format(value, target), steps);
    }

    /// <summary>The sum of digits times powers, where it is short enough to read.</summary>
    private static string Expansion(string numeral, int radix)
    {
        if (numeral.Length > 10 || numeral[0] == '-') return "";
        return string.Join(" + ", numeral.Select((digit, index) =>
            NumberBase.TryParse([digit], radix, out var value) ? $"{value}*{radix}^{numeral.Length - 1 - index}" : "")) + " = ";
    }

    private static int? Radix(string name) => name.ToLowerInvariant() switch
    {
        "binary" => 2,
        "ternary" => 3,
        "octal" => 8,
        "decimal" or "denary" => 10,
        "hexadecimal" or "hex" => 16,
        var named => int.TryParse(named.AsSpan("base ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var radix)
            && radix is >= NumberBase.Smallest and <= NumberBase.Largest
            ? radix
            : null,
    };
}
