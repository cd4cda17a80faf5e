namespace Miner.Offline.Tests;

/// <summary>Inequalities, and equations with absolute values, roots and powers.</summary>
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

    [TestCase("Solve |x - 3| = 5", "x = -2 or x = 8")]
    [TestCase("Solve |2x + 1| = 7", "x = -4 or x = 3")]
    [TestCase("Solve |x| = -2.", "no solution")]
    [TestCase("Solve |x - 2| = x", "x = 1")]
    [TestCase("Solve sqrt(x) = 5.", "x = 25")]
    [TestCase("Solve sqrt(x + 3) = x - 3", "x = 6")]
    [TestCase("Solve sqrt(x) = -2", "no solution")]
    [TestCase("Solve 2^x = 32.", "x = 5")]
    [TestCase("Solve 2^(x+1) = 16", "x = 3")]
    [TestCase("Solve 5^(2x) = 125", "x = 1.5")]
    [TestCase("Solve 2^x = 1/8", "x = -3")]
    [TestCase("Solve x^2 + 4 = 0 over the reals.", "no real solution")]
    public void Solve_KnowsEquationsThatBranch(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Solve 3^x = 10")]
    [TestCase("Solve 1/x > 2")]
    [TestCase("Solve |x + 1| = |2x - 1|")]
    [TestCase("Solve 2 < x + 1 < 5")]
    [TestCase("Solve sin(x) > 0")]
    public void Solve_WhenItCannotTell_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
