using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Solves inequalities that are linear in one variable, or in one function of it.</summary>
internal static class LinearInequality
{
    /// <summary>What is left for the variable, or null where the relation is not linear in one.</summary>
    public static RealSet? Solve(string left, char sign, string right)
    {
        if (RelationParser.Difference(left, right) is not { IsWhole: true, Numerator: var difference }) return null;

        var unknowns = difference.Terms.Keys.Where(monomial => !monomial.Powers.All(power => IsConstant(power.Atom))).ToList();
        if (unknowns is not [{ Powers: [{ Exponent.IsOne: true } unknown] } monomial]) return null;

        var slope = difference.Terms[monomial];
        var bound = new Sum([new Number(0), .. difference.Terms.Where(term => term.Key != monomial)
            .Select(term => new Product([new Number(-term.Value / slope), .. term.Key.Powers.Select(Factor)]))]);
        var end = new Quantity(new Formula(bound), "", null);
        return double.IsNaN(end.Formula.Approximation) ? null
            : new RealSet(unknown.Atom, Solution(slope.Sign > 0 ? sign : Mirror(sign), end));
    }

    /// <summary>Bounds of an absolute value, as bounds of what it is taken of.</summary>
    public static RealSet WithoutAbsolute(RealSet set) =>
        set.Variable is ['a', 'b', 's', '(', .. var inner, ')'] && RealSets.OfAbsolute(set.Intervals) is { } intervals
            ? set with { Variable = VariableName(inner), Intervals = intervals }
            : set;

    /// <summary>The variable that is all there is to a polynomial with this key; else the key.</summary>
    public static string VariableName(string key) => key.StartsWith("1*", StringComparison.Ordinal) ? key[2..] : key;

    private static IReadOnlyList<Interval> Solution(char sign, Quantity end) => sign switch
    {
        '<' or '≤' => [new Interval(RealSets.MinusInfinity, end, HasLower: false, sign == '≤')],
        '>' or '≥' => [new Interval(end, RealSets.Infinity, sign == '≥', HasUpper: false)],
        _ =>
        [
            new Interval(RealSets.MinusInfinity, end, HasLower: false, HasUpper: false),
            new Interval(end, RealSets.Infinity, HasLower: false, HasUpper: false),
        ],
    };

    /// <summary>The sign between the same two sides the other way round.</summary>
    public static char Mirror(char sign) => sign switch
    {
        '<' => '>',
        '≤' => '≥',
        '>' => '<',
        '≥' => '≤',
        _ => sign,
    };

    private static bool IsConstant(string atom) => atom is "pi" or "e" or "∞" || char.IsAsciiDigit(atom[0]);

    private static Power Factor((string Atom, Rational Exponent) power) =>
        new(Rational.TryParse(power.Atom, out var value) ? new Number(value) : new Symbol(power.Atom), new Number(power.Exponent));
}
