using System.Globalization;
using Miner.Offline.Problems;

namespace Miner.Offline.Tests;

/// <summary>Inequalities in one variable.</summary>
internal sealed class InequalityProblemTests
{
    [TestCase("Solve 2x + 3 > 11.", "x > 4")]
    [TestCase("Solve -2x < 8", "x > -4")]
    [TestCase("Solve the inequality 3x - 5 <= 10.", "x ≤ 5")]
    [TestCase("Solve x^2 < 9.", "-3 < x < 3")]
    [TestCase("Solve x^2 - 4x + 3 >= 0", "x ≤ 1 or x ≥ 3")]
    [TestCase("Solve x^2 + 1 < 0", "no solution")]
    [TestCase("Solve x^2 > -1", "every value of x")]
    [TestCase("Solve (x-1)^2 <= 0", "x = 1")]
    [TestCase("Solve (x-1)^2 > 0", "x < 1 or x > 1")]
    [TestCase("Solve x^3 - x > 0", "-1 < x < 0 or x > 1")]
    [TestCase("Solve x^2 < 2", "-√2 < x < √2")]
    [TestCase("Solve x + 1 > x", "every value of x")]
    [TestCase("Solve for x: x/2 < 3", "x < 6")]
    [TestCase("Find all x such that x^2 >= 4", "x ≤ -2 or x ≥ 2")]
    [TestCase("For what values of x is 3 - x > 0?", "x < 3")]
    [TestCase("Solve the linear inequality 5 >= x", "x ≤ 5")]
    [TestCase("Solve 0 < 1 + x^2", "every value of x")]
    [TestCase("Solve x < x", "no solution")]
    [TestCase("Solve (x - 1)^2 (x + 2) <= 0", "x ≤ -2 or x = 1")]
    [TestCase("Solve x^2 < -1", "no solution")]
    [TestCase("Solve the quadratic inequality 5 ≥ x", "x ≤ 5")]
    [TestCase("2x + 3 > 11", "x > 4")]
    [TestCase("Solve x/2 < 3 for x", "x < 6")]
    [TestCase("Find all values of x such that x^2 ≥ 4", "x ≤ -2 or x ≥ 2")]
    [TestCase("Find all x for which x^2 ≥ 4", "x ≤ -2 or x ≥ 2")]
    [TestCase("Find all x with x^2 ≥ 4", "x ≤ -2 or x ≥ 2")]
    [TestCase("For which values of x is 3 - x > 0", "x < 3")]
    public void Solve_KnowsInequalities(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Solve 1 < x < 3")]
    [TestCase("Solve |x| < 3")]
    [TestCase("Solve 1/x > 0")]
    [TestCase("Solve 1/(1/x) >= 0")]
    [TestCase("Solve x^0 > 0")]
    [TestCase("Solve x + y < 3")]
    [TestCase("Solve (x - 0.0000001)(x - 0.0000003) < 0")]
    [TestCase("Solve x < 3 for y")]
    [TestCase("Solve x^2 = 4, x > 0")]
    [TestCase("Solve x < 3 and x > 1")]
    [TestCase("Solve -x < 3 for y")]
    [TestCase("Solve x/2 > 3/x")]
    [TestCase("Solve x ≠ 3")]
    [TestCase("How many integers satisfy |x| < 3?")]
    [TestCase("Solve 2x >= 6 and find the smallest solution")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);

    /// <summary>Made from their zeros, and looked at in every zero, between them and beyond.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public void Solve_OfAProductOfFactors_HoldsWhereTheAnswerSaysAndNowhereElse(int seed)
    {
        var random = new Random(seed);
        string[] signs = ["<", ">", "<=", ">="];
        for (var round = 0; round < 150; round++)
        {
            var zeros = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(-4, 5)).ToList();
            var (factor, sign) = (random.Next(2) == 0 ? -2 : 3, signs[random.Next(signs.Length)]);
            var factors = string.Concat(zeros.Select(zero => $"(x {(zero < 0 ? '+' : '-')} {Math.Abs(zero)})"));
            var question = $"Solve {factor}{factors} {sign} 0";

            var answer = ProblemSolver.Solve(question, "")!.Answer;

            for (var point = -5.5; point <= 5.5; point += 0.5)
            {
                var value = zeros.Aggregate((double)factor, (product, zero) => product * (point - zero));
                Assert.That(IsIn(answer, point), Is.EqualTo(Holds(value, sign, 0)), $"{question}: {answer}, at {point}");
            }
        }
    }

    /// <summary>Whether a point is in a set such as <c>x ≤ -1 or 2 &lt; x &lt; 3 or x = 5</c>.</summary>
    private static bool IsIn(string answer, double point) => answer.Split(" or ").Any(part => part.Split(' ') switch
    {
        ["no", "solution"] => false,
        ["every", "value", "of", "x"] => true,
        ["x", var sign, var bound] => Holds(point, sign, Number(bound)),
        [var low, var sign, "x", var other, var high] => Holds(Number(low), sign, point) && Holds(point, other, Number(high)),
        _ => throw new FormatException(part),
    });

    private static bool Holds(double left, string sign, double right) => sign switch
    {
        "<" => left < right,
        ">" => left > right,
        "≤" or "<=" => left <= right,
        "≥" or ">=" => left >= right,
        _ => left.Equals(right),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
