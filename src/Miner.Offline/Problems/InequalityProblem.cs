using System.Numerics;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>
/// Inequalities in one variable that come down to a polynomial whose zeros are known: <c>2x + 3 > 11</c>, <c>x^2 &lt; 9</c>.
/// </summary>
internal static class InequalityProblem
{
    private const string Signs = "<>≤≥";

    private static readonly QuestionForm[] Forms =
    [
        new("(solve( (linear |quadratic )?inequality)?( :)? )?<inequality>( for <variable>)?", Solve),
        new("solve for <variable>( :)? <inequality>", Solve),
        new("<ask>all (values of )?<variable> (such that|for which|with) <inequality>", Solve),
        new("for (what|which) values of <variable> is <inequality>", Solve),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Solve(Reading reading)
    {
        var text = reading.Formula("inequality");
        var at = text.AsSpan().IndexOfAny(Signs);
        if (at < 0 || text.Contains('=') || text.AsSpan(at + 1).IndexOfAny(Signs) >= 0) return null;
        if (!Expression.TryParse(text[..at], out var left) || !Expression.TryParse(text[(at + 1)..], out var right)) return null;
        if (AmbiguousFormula.Is(left, text) || AmbiguousFormula.Is(right, text)) return null;
        if (Gaps.MayClose(left) || Gaps.MayClose(right)) return null;
        if (new Sum([left, right]).Variables() is not { Count: 1 } variables) return null;
        if (reading.Has("variable") && !variables.Contains(reading.Formula("variable"))) return null;

        var variable = variables.First();
        var difference = new Sum([left, new Product([new Number(-1), right])]);
        if (!PolynomialQuotient.TryCreate(difference, variable, out var quotient) || !quotient.IsPolynomial) return null;
        return Solve(text, quotient.AsPolynomial(), text[at], variable);
    }

    private static Solution? Solve(string text, UnivariatePolynomial polynomial, char sign, string variable)
    {
        if (polynomial.IsConstant)
        {
            return Holds(polynomial[0].Sign, sign)
                ? new Solution($"every value of {variable}", text, $"{polynomial} {sign} 0 is true.")
                : new Solution("no solution", text, $"{polynomial} {sign} 0 is false.");
        }

        if (polynomial.Degree == 1) return Linear(text, polynomial, sign, variable);
        var found = PolynomialRoots.Find(polynomial);
        if (!found.IsComplete) return null;

        var roots = found.Roots.Where(root => root.IsReal).ToList();
        var steps = new List<string> { text, $"{polynomial.ToString(variable)} {sign} 0" };
        steps.Add(
            roots.Count == 0
                ? "It is zero nowhere."
                : $"It is zero at {string.Join(", ", roots.Select(root => $"{variable} = {root}"))};" + $" between them it keeps its sign."
        );
        return Sample(polynomial, roots) is { } pieces ? new Solution(Describe(pieces, roots, sign, variable), steps) : null;
    }

    private static Solution Linear(string text, UnivariatePolynomial polynomial, char sign, string variable)
    {
        var (slope, bound) = (polynomial[1], -polynomial[0] / polynomial[1]);
        var turned = slope.Sign > 0 ? sign : sign switch { '<' => '>', '>' => '<', '≤' => '≥', _ => '≤' };
        var steps = new List<string> { text, $"{new UnivariatePolynomial(Rational.Zero, slope).ToString(variable)} {sign}"
            + $" {DecimalText.Fraction(-polynomial[0])}" };
        if (slope.Sign < 0) steps.Add("Dividing by a negative number turns the sign around.");
        return new Solution($"{variable} {turned} {bound}", [.. steps, $"{variable} {turned} {Solution.Explain(bound)}"]);
    }

    /// <summary>
    /// The polynomial's sign in each piece, from the left, or null where it is too small to tell, or a piece too narrow to find a point in.
    /// </summary>
    private static List<int>? Sample(UnivariatePolynomial polynomial, List<QuadraticSurd> roots)
    {
        var bounds = roots.ConvertAll(root => root.Approximation);
        var signs = new List<int>();
        for (var piece = 0; piece <= bounds.Count; piece++)
        {
            var at =
                bounds.Count == 0 ? 0
                : piece == 0 ? bounds[0] - 1
                : piece == bounds.Count ? bounds[^1] + 1
                : (bounds[piece - 1] + bounds[piece]) / 2;
            if (!double.IsFinite(at) || Math.Abs(at) > 1e15) return null;
            var point = new Rational(new BigInteger(Math.Round(at * 1e6)), 1_000_000);
            if (piece > 0 && !IsClearly(point, roots[piece - 1], side: 1)) return null;
            if (piece < roots.Count && !IsClearly(point, roots[piece], side: -1)) return null;
            var sign = polynomial.Evaluate(point).Sign;
            if (sign == 0) return null;
            signs.Add(sign);
        }

        return signs;
    }

    /// <summary>Whether a point lies on one side of a root, by more than the root's approximation may be wrong.</summary>
    private static bool IsClearly(Rational point, QuadraticSurd root, int side) =>
        ((double)point - root.Approximation) * side > 1e-9 * (1 + Math.Abs((double)root.RationalPart) + Math.Abs(root.Approximation));

    private static string Describe(List<int> pieces, List<QuadraticSurd> roots, char sign, string variable)
    {
        var includes = sign is '≤' or '≥';
        var parts = new List<string>();
        for (var piece = 0; piece <= roots.Count; piece++)
        {
            if (!Holds(pieces[piece], sign))
            {
                // A zero between two pieces that do not belong to it is a solution of its own.
                if (includes && piece < roots.Count && !Holds(pieces[piece + 1], sign)) parts.Add($"{variable} = {roots[piece]}");
                continue;
            }

            var first = piece;
            while (includes && piece < roots.Count && Holds(pieces[piece + 1], sign)) piece++;
            parts.Add(Interval(first == 0 ? null : roots[first - 1], piece == roots.Count ? null : roots[piece], includes, variable));
        }

        return parts.Count == 0 ? "no solution" : string.Join(" or ", parts);
    }

    private static string Interval(QuadraticSurd? from, QuadraticSurd? to, bool includes, string variable)
    {
        var (below, above) = includes ? ("≤", "≥") : ("<", ">");
        return (from, to) switch
        {
            (null, null) => $"every value of {variable}",
            (null, { } end) => $"{variable} {below} {end}",
            ({ } start, null) => $"{variable} {above} {start}",
            ({ } start, { } end) => $"{start} {below} {variable} {below} {end}",
        };
    }

    private static bool Holds(int value, char sign) =>
        sign switch
        {
            '<' => value < 0,
            '>' => value > 0,
            '≤' => value <= 0,
            _ => value >= 0,
        };
}
