using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed partial class AlgebraAnswersTests() : ProblemAnswersFixture("algebra")
{
    /// <summary>Farther from zero than any solution of the generator's.</summary>
    private const int Farthest = 200;

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.Of(
            @"If x \+ y = (-?\d+) and x - y = (-?\d+), what is x ?\*? ?y\?",
            given => $"{(given[0] * given[0] - given[1] * given[1]) / 4}"),
        Solver.Of(@"If (\d+)x = (\d+), what is (\d+)x\?", given => $"{given[1] * given[2] / given[0]}"),
        Solver.OfTexts(
            @"(?:Solve|Find y:|What is y if) (\d+)y ([+-]) (\d+) = (-?\d+)(?: for y|\?)?",
            given => $"y = {Number(given[3]) - Number(given[1] + given[2])}/{given[0]}"),
        new Solver("a system of equations", System),
        new Solver("an equation or a polynomial's zeros", Equation),
    ];

    /// <summary>By Cramer's rule for two unknowns, and by trying for three.</summary>
    private static string? System(string question)
    {
        var rows = Row.Matches(question).Select(Coefficients).ToList();
        if (rows.Count == 2)
        {
            var ((a, b, _, e), (c, d, _, f)) = (rows[0], rows[1]);
            var determinant = a * d - b * c;
            return $"x = {(e * d - b * f) / determinant}, y = {(a * f - e * c) / determinant}";
        }

        if (rows.Count != 3) return null;
        var solutions =
            from x in Enumerable.Range(-12, 25)
            from y in Enumerable.Range(-12, 25)
            let z = rows[0].Right - rows[0].X * x - rows[0].Y * y
            where rows.TrueForAll(row => row.X * x + row.Y * y + row.Z * z == row.Right)
            select $"x = {x}, y = {y}, z = {z}";
        return solutions.Single();
    }

    /// <summary>Puts in every whole number that it may be.</summary>
    private static string? Equation(string question)
    {
        if (Sides.Match(question) is not { Success: true } sides) return null;
        var left = Plain(sides.Groups["left"].Value);
        var right = sides.Groups["right"] is { Success: true } given ? Plain(given.Value) : "0";
        var solutions = Enumerable.Range(-Farthest, 2 * Farthest + 1)
            .Where(x => Value(left, x) == Value(right, x))
            .Select(x => $"x = {x}")
            .ToList();
        return solutions.Count == 0 ? "no solution" : string.Join(" or ", solutions);
    }

    private static string Plain(string formula) =>
        Regex.Replace(formula.Replace("²", "^2", StringComparison.Ordinal), @"(\d)x", "$1*x").Replace(" ", "", StringComparison.Ordinal);

    private static string? Value(string formula, int x) =>
        PlainEvaluator.Evaluate(formula.Replace("x", $"({x})", StringComparison.Ordinal)) is { } value and not "undefined"
            ? Reduced(value)
            : null;

    private static string Reduced(string ratio)
    {
        if (ratio.Split('/') is not [var up, var down]) return ratio;
        var (numerator, denominator) = (Number(up), Number(down));
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return denominator == divisor ? $"{numerator / divisor}" : $"{numerator / divisor}/{denominator / divisor}";
    }

    private static (BigInteger X, BigInteger Y, BigInteger Z, BigInteger Right) Coefficients(Match row)
    {
        var left = row.Groups["left"].Value;
        return row.Groups["alone"].Success
            // y = ax + b
            ? (-PlainPolynomial.Parse(row.Groups["alone"].Value)[1], 1, 0, PlainPolynomial.Parse(row.Groups["alone"].Value)[0])
            : (Of('x'), Of('y'), Of('z'), Number(row.Groups["right"].Value));

        BigInteger Of(char unknown) => Regex.Match(left, $@"(-?)\s*(\d*){unknown}") is { Success: true } term
            ? Number($"{term.Groups[1].Value}{(term.Groups[2].Length == 0 ? "1" : term.Groups[2].Value)}")
            : 0;
    }

    private static BigInteger Number(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"y = (?<alone>-?\d*x(?: [+-] \d+)?)|(?<left>\d*x [+-] \d*y(?: [+-] \d*z)?) = (?<right>-?\d+)")]
    private static partial Regex Row { get; }

    [GeneratedRegex(
        @"(?<left>-?[\dx²(][-\dx²^()/+ ]*?)(?: = (?<right>-?[\dx][-\dx+ ]*?))?"
        + @"(?: for x|, what is x\?|, x = \?|, could you solve.*| please\?|[?.])?$")]
    private static partial Regex Sides { get; }
}
