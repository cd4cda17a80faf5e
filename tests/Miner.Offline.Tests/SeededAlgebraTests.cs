using System.Globalization;
using Miner.Mathematics.Numbers;
using Miner.Offline.Problems;

namespace Miner.Offline.Tests;

/// <summary>Equations, polynomials, lists and percentages, drawn by a seed so that their answers are known before they are asked.</summary>
[TestFixture(1)]
[TestFixture(2)]
internal sealed class SeededAlgebraTests(int seed)
{
    private const int Rounds = 60;

    private readonly Random _random = new(seed);

    [Test]
    public void Linear_Equation_HasTheRootThatItWasMadeFrom() => Repeat(() =>
    {
        var (root, slope, other, left) = (Ratio(), Nonzero(9), Nonzero(9), Whole(20));
        if (slope == other) return;
        var right = (slope * root) + left - (other * root);
        SolverAssert.Answers(Signs($"Solve {slope}x + {left} = {other}x + {right}"), $"x = {root}");
    });

    [Test]
    public void Quadratic_Equation_HasTheRootsThatItWasMadeFrom() => Repeat(() =>
    {
        var (first, second, factor) = (Whole(12), Whole(12), Nonzero(5));
        int[] roots = [.. new[] { first, second }.Distinct().Order()];
        var equation = Signs($"{factor}x^2 + {-factor * (first + second)}x + {factor * first * second} = 0");
        var expected = string.Join(" or ", roots.Select(root => $"x = {root}"));
        SolverAssert.Answers($"Solve {equation}", expected);
        SolverAssert.Answers($"What are the roots of {factor}(x - ({first}))(x - ({second}))?", expected);
    });

    [Test]
    public void System_OfTwoEquations_HasTheSolutionThatItWasMadeFrom() => Repeat(() =>
    {
        var (x, y) = (Whole(20), Whole(20));
        var (a, b, c, d) = (Nonzero(9), Nonzero(9), Nonzero(9), Nonzero(9));
        if (a * d == b * c) return;
        var system = Signs($"{a}x + {b}y = {(a * x) + (b * y)} and {c}x + {d}y = {(c * x) + (d * y)}");
        SolverAssert.Answers($"Solve {system}", $"x = {x}, y = {y}");
        SolverAssert.Answers($"If {system}, what is x - 2y?", $"{x - (2 * y)}");
    });

    [Test]
    public void Absolute_Equation_HasBothSides() => Repeat(() =>
    {
        var (middle, distance) = (Whole(20), _random.Next(1, 20));
        SolverAssert.Answers($"Solve |x - ({middle})| = {distance}", $"x = {middle - distance} or x = {middle + distance}");
        SolverAssert.Answers($"Solve sqrt(x - ({middle})) = {distance}", $"x = {middle + (distance * distance)}");
        SolverAssert.Answers($"Solve 2^(x + {distance}) = {1 << distance}", "x = 0");
    });

    [Test]
    public void Derivative_OfAPolynomial_IsThatOfEachTerm() => Repeat(() =>
    {
        var (a, b, c, d, at) = (Nonzero(9), Nonzero(9), Nonzero(9), Nonzero(9), Whole(6));
        var polynomial = Signs($"{a}x^3 + {b}x^2 + {c}x + {d}");
        SolverAssert.Answers($"What is the derivative of {polynomial} at x = {at}?", $"{(3 * a * at * at) + (2 * b * at) + c}");
        SolverAssert.Answers($"What is the second derivative of {polynomial} at x = {at}?", $"{(6 * a * at) + (2 * b)}");
        SolverAssert.Answers($"Evaluate {polynomial} at x = {at}", $"{(a * at * at * at) + (b * at * at) + (c * at) + d}");
        SolverAssert.Answers($"f(x) = {polynomial}. What is f({at})?", $"{(a * at * at * at) + (b * at * at) + (c * at) + d}");
    });

    [Test]
    public void Integral_OfAPolynomial_IsThatOfEachTerm() => Repeat(() =>
    {
        var (a, b, from, to) = (Nonzero(9), Nonzero(9), Whole(6), Whole(6));
        var area = (a * (to - from) * (Rational)(to + from) / 2) + (b * (to - from));
        SolverAssert.Answers(Signs($"Integrate {a}x + {b} from {from} to {to}"), $"{area}");
    });

    [Test]
    public void Factors_OfAProduct_MultiplyToItAgain() => Repeat(() =>
    {
        var product = string.Concat(Enumerable.Range(0, _random.Next(2, 4)).Select(_ => $"({Nonzero(4)}x - ({Whole(6)}))"));
        var expanded = ProblemSolver.Solve($"Expand {product}", "")!.Answer;
        var factored = ProblemSolver.Solve($"Factor {expanded}", "")!.Answer;
        foreach (var at in new[] { -3, 0, 2, 7 })
            Assert.That(Value(factored, at), Is.EqualTo(Value(product, at)).And.EqualTo(Value(expanded, at)), $"{product} = {factored}");
        SolverAssert.Answers($"Expand {factored}", expanded);
    });

    [Test]
    public void Fractions_OfTwo_AreAddedMultipliedAndDivided() => Repeat(() =>
    {
        var (a, b, c, d) = (_random.Next(1, 30), _random.Next(2, 30), _random.Next(1, 30), _random.Next(2, 30));
        var (first, second) = (new Rational(a, b), new Rational(c, d));
        SolverAssert.Answers($"What is {a}/{b} + {c}/{d}?", $"{first + second}");
        SolverAssert.Answers($"What is {a}/{b} - {c}/{d}?", $"{first - second}");
        SolverAssert.Answers($"What is ({a}/{b}) ÷ ({c}/{d})?", $"{first / second}");
        SolverAssert.Answers($"What is {a}/{b} divided by {c}/{d}?", $"{first / second}");
        SolverAssert.Answers($"What is {a}/{b} of {c}/{d}?", $"{first * second}");
        SolverAssert.GivesNone($"What is {a}/{b} ÷ {c}/{d}?");
    });

    [Test]
    public void Percentages_ThereAndBack_AreTheSame() => Repeat(() =>
    {
        var (value, share) = (_random.Next(1, 500), _random.Next(1, 100));
        var part = new Rational(value * share, 100);
        SolverAssert.Answers($"What is {share}% of {value}?", $"{part}");
        SolverAssert.Answers($"What percent of {value} is {part}?", $"{share}%");
        SolverAssert.Answers($"{part} is {share}% of what number?", $"{value}");
        SolverAssert.Answers($"Increase {value} by {share}%", $"{value + part}");
        SolverAssert.Answers($"Decrease {value} by {share}%", $"{value - part}");
        SolverAssert.Answers($"What is the percent decrease from {value} to {value - part}?", $"{share}%");
        SolverAssert.Answers($"What is the percent change from {value} to {value - part}?", $"-{share}%");
        SolverAssert.GivesNone($"What is the percent increase from {value} to {value - part}?");
    });

    [Test]
    public void Statistics_OfAList_AreThoseOfItsNumbers() => Repeat(() =>
    {
        var values = Enumerable.Range(0, _random.Next(2, 9)).Select(_ => Whole(40)).ToList();
        var (listed, sorted, count) = (string.Join(", ", values), values.Order().ToList(), values.Count);
        var squares = values.Sum(value => ((count * value) - values.Sum()) * ((long)(count * value) - values.Sum()));
        SolverAssert.Answers($"What is the mean of {listed}?", $"{new Rational(values.Sum(), count)}");
        SolverAssert.Answers($"What is the median of {listed}?", $"{new Rational(sorted[(count - 1) / 2] + sorted[count / 2], 2)}");
        SolverAssert.Answers($"What is the range of {listed}?", $"{sorted[^1] - sorted[0]}");
        SolverAssert.Answers($"What is the population variance of {listed}?", $"{new Rational(squares, count * count * count)}");
        SolverAssert.Answers($"What is the sample variance of {listed}?", $"{new Rational(squares, count * count * (count - 1))}");
    });

    [Test]
    public void Points_OfALine_GiveItsSlopeAndEquation() => Repeat(() =>
    {
        var (x, y, run, slope) = (Whole(9), Whole(9), Nonzero(9), Nonzero(6));
        var points = $"({x}, {y}) and ({x + run}, {y + (slope * run)})";
        var (intercept, factor) = (y - (slope * x), slope == 1 ? "" : slope == -1 ? "-" : $"{slope}");
        var constant = intercept == 0 ? "" : intercept > 0 ? $" + {intercept}" : $" - {-intercept}";
        SolverAssert.Answers($"What is the slope of the line through {points}?", $"{slope}");
        SolverAssert.Answers($"What is the equation of the line through {points}?", $"y = {factor}x{constant}");
        SolverAssert.Answers($"What is the distance between ({x}, {y}) and ({x + (3 * run)}, {y - (4 * run)})?", $"{5 * Math.Abs(run)}");
        SolverAssert.Answers($"What is the midpoint of ({x}, {y}) and ({x + (2 * run)}, {y})?", $"({x + run}, {y})");
    });

    [Test]
    public void Units_ThereAndBack_AreTheSame() => Repeat(() =>
    {
        var value = _random.Next(1, 1_000);
        SolverAssert.Answers($"Convert {value} feet to inches", $"{12 * value} inches");
        SolverAssert.Answers($"Convert {12 * value} inches to feet", $"{value} feet");
        SolverAssert.Answers($"How many minutes are in {value} hours?", $"{60 * value} minutes");
        SolverAssert.Answers($"Convert {value} km/h to m/s", Speed(value));
        var (hours, minutes) = (_random.Next(1, 20), _random.Next(1, 60));
        SolverAssert.Answers($"Convert {(60 * hours) + minutes} minutes to hours and minutes", $"{hours} hours and {minutes} minutes");
    });

    private static string Speed(int value)
    {
        var metres = new Rational(value * 5, 18);
        return metres.ToString().Contains('/')
            ? $"about {((double)metres).ToString("0.######", CultureInfo.InvariantCulture)} metres per second"
            : $"{metres} metres per second";
    }

    private static Rational Value(string formula, int at) =>
        Rational.Parse(ProblemSolver.Solve($"Evaluate {formula} at x = {at}", "")!.Answer);

    private static void Repeat(Action check)
    {
        for (var round = 0; round < Rounds; round++) check();
    }

    private static string Signs(string formula) => formula.Replace("+ -", "- ", StringComparison.Ordinal);

    private int Whole(int most) => _random.Next(-most, most + 1);

    private int Nonzero(int most) => _random.Next(1, most + 1) * (_random.Next(2) == 0 ? 1 : -1);

    private Rational Ratio() => new(Whole(30), _random.Next(1, 7));
}
