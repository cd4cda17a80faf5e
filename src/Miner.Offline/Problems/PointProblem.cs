using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Two points of the plane: their distance, the point between them, the line through them.</summary>
internal static partial class PointProblem
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Both = "(points )?<from> and <to>";
    private const string Through = $"(passing through|that passes through|going through|through|joining|connecting|between) {Both}";

    private static readonly QuestionForm[] Forms =
    [
        new($"<ask>distance (between {Both}|from <from> to <to>)", reading => Solve(reading, Distance)),
        new(
            $"<ask>midpoint (of|between) ((line )?segment (joining|connecting|with endpoints|between) )?{Both}",
            reading => Solve(reading, Midpoint)),
        new($"<ask>(slope|gradient) of line (segment )?{Through}", reading => Solve(reading, Slope)),
        new($"<ask>equation of (straight )?line {Through}", reading => Solve(reading, Line)),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Solve(Reading reading, Func<Rational, Rational, Rational, Rational, Solution?> solve) =>
        Coordinates(reading.Formula("from")) is var (a, b) && Coordinates(reading.Formula("to")) is var (c, d) ? solve(a, b, c, d) : null;

    private static (Rational X, Rational Y)? Coordinates(string point) =>
        Pair().Match(point) is { Success: true } match && Values.Of([match.Groups["x"].Value, match.Groups["y"].Value]) is [var x, var y]
            ? (x, y)
            : null;

    private static Solution? Distance(Rational a, Rational b, Rational c, Rational d) =>
        ArithmeticProblem.Compute($"sqrt(({c} - ({a}))^2 + ({d} - ({b}))^2)");

    private static Solution Midpoint(Rational a, Rational b, Rational c, Rational d) => new(
        $"({(a + c) / 2}, {(b + d) / 2})",
        $"x = ({a} + {c}) / 2 = {(a + c) / 2}",
        $"y = ({b} + {d}) / 2 = {(b + d) / 2}");

    private static Solution? Slope(Rational a, Rational b, Rational c, Rational d) => a == c && b == d ? null : a == c
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

    [GeneratedRegex(@"^\( ?(?<x>-?[\d./]+) ?, ?(?<y>-?[\d./]+) ?\)$", Options)]
    private static partial Regex Pair();
}
