using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

/// <summary>A question with the answer that is known because the question was made from it.</summary>
/// <param name="Expected">For the report of a wrong answer.</param>
/// <param name="IsRight">Judges what stands after "The answer is".</param>
internal sealed record Problem(string Query, string Expected, Func<string, bool> IsRight)
{
    public static Problem Number(string query, Fraction expected) =>
        new(query, $"{expected.Numerator}/{expected.Denominator}", answer => Fraction.Parse(answer)?.SameAs(expected) == true);

    public static Problem Percent(string query, Fraction expected) =>
        new(query, $"{expected.Numerator}/{expected.Denominator}%", answer => answer.EndsWith('%') && Fraction.Parse(answer[..^1])?.SameAs(expected) == true);

    public static Problem Text(string query, string expected) => new(query, expected, answer => answer == expected);

    public static Problem Undefined(string query) => Text(query, "undefined");

    /// <summary>A quantity with its unit, exact or about it.</summary>
    public static Problem Quantity(string query, double expected, string unit) => new(query, $"{expected} {unit}", answer =>
    {
        var words = answer.Replace("about ", "", StringComparison.Ordinal).Split(' ', 2);
        return words.Length == 2 && words[1] == unit
            && double.TryParse(words[0], CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value - expected) <= (answer.StartsWith("about", StringComparison.Ordinal) ? 6e-7 : 1e-9 * Math.Max(1, Math.Abs(expected)));
    });

    /// <summary><c>x = 2 or x = 3</c>, in any order, or the values of several variables.</summary>
    public static Problem Solutions(string query, params (string Name, Fraction Value)[] expected) => new(
        query,
        string.Join(", ", expected.Select(item => $"{item.Name} = {item.Value.Numerator}/{item.Value.Denominator}")),
        answer =>
        {
            var found = answer.Split([" or ", ", "], StringSplitOptions.None).Select(part => part.Split(" = ")).ToList();
            return found.Count == expected.Length && expected.All(item =>
                found.Exists(part => part.Length == 2 && part[0] == item.Name && Fraction.Parse(part[1])?.SameAs(item.Value) == true));
        });

    /// <param name="query">The question.</param>
    /// <param name="expected">Coefficients from the constant upwards.</param>
    /// <param name="ending">What follows the polynomial.</param>
    public static Problem Polynomial(string query, Fraction[] expected, string ending = "") => new(
        query,
        string.Join(", ", expected.Select(item => $"{item.Numerator}/{item.Denominator}")) + ending,
        answer => answer.EndsWith(ending, StringComparison.Ordinal) && SamePolynomial(answer[..^ending.Length], expected));

    public static Problem Factors(string query, params BigInteger[] primes) => new(query, string.Join(" * ", primes), answer =>
    {
        var found = answer.Split(" * ").SelectMany(factor =>
        {
            var parts = factor.Split('^');
            return Enumerable.Repeat(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture));
        });
        return found.Order().SequenceEqual(primes.Order());
    });

    private static bool SamePolynomial(string text, Fraction[] expected)
    {
        var found = new Fraction[expected.Length + 1];
        Array.Fill(found, 0);
        foreach (var term in text.Replace(" - ", " + -", StringComparison.Ordinal).Split(" + "))
        {
            var match = Regex.Match(term, @"^(-?)\(?([\d./]*)\)?(x?)(?:\^(\d+))?$");
            if (!match.Success) return false;
            var exponent = match.Groups[4].Success ? int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture) : match.Groups[3].Length;
            if (exponent >= found.Length || Fraction.Parse(match.Groups[2].Length == 0 ? "1" : match.Groups[2].Value) is not { } size) return false;
            found[exponent] += match.Groups[1].Length == 0 ? size : size * -1;
        }

        return found.Zip(expected.Append(0)).All(pair => pair.First.SameAs(pair.Second));
    }
}
