using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Two points of the plane: their distance, the point between them, the line through them.</summary>
internal static partial class PointProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly HashSet<string> Vocabulary = Words.Set(
        "distance between points point midpoint middle slope gradient line segment passing passes through joining connecting connects joins from"
            + " to equation straight");

    public static Solution? Solve(Question question)
    {
        if (!question.HasOnly(Vocabulary) || Pair().Matches(question.Text) is not [var from, var to]) return null;
        if (Pair().Replace(question.Text, "").Any(char.IsAsciiDigit)) return null;
        var coordinates = new[] { from, to }.SelectMany(point => new[] { point.Groups["x"].Value, point.Groups["y"].Value });
        if (Values.Of(coordinates) is not [var a, var b, var c, var d])
            return null;

        if (question.Mentions("equation")) return Line(a, b, c, d);
        if (question.Mentions("distance")) return ArithmeticProblem.Compute($"sqrt(({c} - ({a}))^2 + ({d} - ({b}))^2)");
        if (question.Mentions("midpoint", "middle"))
            return new Solution(
                $"({(a + c) / 2}, {(b + d) / 2})",
                $"x = ({a} + {c}) / 2 = {(a + c) / 2}",
                $"y = ({b} + {d}) / 2 = {(b + d) / 2}");
        return question.Mentions("slope", "gradient") ? Slope(a, b, c, d) : null;
    }

    private static Solution Slope(Rational a, Rational b, Rational c, Rational d) => a == c
        ? new Solution(Solution.Undefined, "The line is vertical: nothing can be divided by zero.")
        : new Solution($"{(d - b) / (c - a)}", $"slope = ({d} - ({b})) / ({c} - ({a})) = {Solution.Explain((d - b) / (c - a))}");

    private static Solution? Line(Rational a, Rational b, Rational c, Rational d)
    {
        if (a == c) return b == d ? null : new Solution($"x = {a}", "Both points have the same x.");
        var slope = (d - b) / (c - a);
        var line = new UnivariatePolynomial(b - (slope * a), slope);
        return new Solution($"y = {line}", $"slope = ({d} - ({b})) / ({c} - ({a})) ="
            + $" {Solution.Explain(slope)}", $"y - ({b}) = {DecimalText.Fraction(slope)} * (x - ({a}))");
    }

    [GeneratedRegex(@"\( ?(?<x>-?[\d./]+) ?, ?(?<y>-?[\d./]+) ?\)", Options)]
    private static partial Regex Pair();
}
