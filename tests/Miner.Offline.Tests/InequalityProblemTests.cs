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
    public void Solve_KnowsInequalities(string query, string expected) => SolverAssert.Answers(query, expected);
}
