using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.Operator.Tests.Evaluation.Problems;

/// <summary>A polynomial in x with whole coefficients, by exponent, read from a question.</summary>
internal sealed class PlainPolynomial(IReadOnlyDictionary<int, long> terms)
{
    /// <summary>One as questions spell them: <c>3x^2 - x + 5</c>.</summary>
    public const string Pattern = @"-?[\dx][\dx^ +-]*";

    public static PlainPolynomial Parse(string text)
    {
        var terms = new Dictionary<int, long>();
        foreach (Match term in Regex.Matches(text.Replace(" ", "", StringComparison.Ordinal), @"([+-]?)(\d*)(x?)(?:\^(\d+))?"))
        {
            if (term.Length == 0) continue;
            var size = term.Groups[2].Length == 0 ? 1 : long.Parse(term.Groups[2].Value, CultureInfo.InvariantCulture);
            var exponent = term.Groups[4].Success ? int.Parse(term.Groups[4].Value, CultureInfo.InvariantCulture) : term.Groups[3].Length;
            terms[exponent] = terms.GetValueOrDefault(exponent) + (term.Groups[1].Value == "-" ? -size : size);
        }

        return new PlainPolynomial(terms);
    }

    public long this[int exponent] => terms.GetValueOrDefault(exponent);

    public PlainPolynomial Times(PlainPolynomial other) => new(
        (from one in terms from two in other.Terms group one.Value * two.Value by one.Key + two.Key)
        .ToDictionary(group => group.Key, group => group.Sum()));

    public PlainPolynomial Derivative() => new(
        terms.Where(term => term.Key > 0).ToDictionary(term => term.Key - 1, term => term.Value * term.Key));

    /// <summary>Without a constant; the questions are made so that all coefficients stay whole.</summary>
    public PlainPolynomial Antiderivative() => new(terms.ToDictionary(term => term.Key + 1, term => term.Value / (term.Key + 1)));

    public long At(long x) => terms.Sum(term => term.Value * (long)Math.Pow(x, term.Key));

    public override string ToString() =>
        terms.Values.All(coefficient => coefficient == 0)
            ? "0"
            : string.Join(" + ", terms.Where(term => term.Value != 0).OrderByDescending(term => term.Key).Select(Spell))
                .Replace("+ -", "- ", StringComparison.Ordinal);

    private IReadOnlyDictionary<int, long> Terms => terms;

    private static string Spell(KeyValuePair<int, long> term) => term.Key switch
    {
        0 => $"{term.Value}",
        1 => $"{term.Value}x",
        _ => $"{term.Value}x^{term.Key}",
    };
}
