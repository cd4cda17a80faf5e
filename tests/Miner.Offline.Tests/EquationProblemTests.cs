using Miner.Offline.Problems;

namespace Miner.Offline.Tests;

/// <summary>Equations and systems of linear ones.</summary>
internal sealed class EquationProblemTests
{
    [TestCase("Solve 3x + 5 = 20 for x", "x = 5")]
    [TestCase("3x+5=20", "x = 5")]
    [TestCase("What is x if 2x - 4 = 10?", "x = 7")]
    [TestCase("Find the value of y: 5(y - 2) = 3y + 4", "y = 7")]
    [TestCase("Solve x/3 + 1/2 = 2", "x = 4.5")]
    [TestCase("Solve the equation x^2 - 5x + 6 = 0.", "x = 2 or x = 3")]
    [TestCase("Solve for x: x² = 16", "x = -4 or x = 4")]
    [TestCase("x^2 + 1 = 0", "x = i or x = -i")]
    [TestCase("Solve 12/x = 3", "x = 4")]
    [TestCase("Solve (x^2 - 1)/(x - 1) = 2", "no solution")]
    [TestCase("2x + 3 = 2x + 5", "no solution")]
    [TestCase("2(x + 1) = 2x + 2", "every value of x")]
    [TestCase("Solve 2x + y = 10 for y", "y = 10 - 2x")]
    [TestCase("Find the roots of x^2 - 4", "x = -2 or x = 2")]
    [TestCase("Solve x + y = 10 and x - y = 2", "x = 6, y = 4")]
    [TestCase("Solve the system of equations: 2x + 3y = 7, 4x - y = 7", "x = 2, y = 1")]
    [TestCase("Solve x + y + z = 6; 2x - y + z = 3; x + 2y - z = 2", "x = 1, y = 2, z = 3")]
    [TestCase("If x + y = 10 and x - y = 2, what is x*y?", "24")]
    [TestCase("If 2x + 3y = 12, find y when x = 3", "y = 2")]
    [TestCase("If 4x = 48, what is 5x?", "60")]
    [TestCase("x + y = 1, x + y = 2", "no solution")]
    [TestCase("x + y = 1, 2x + 2y = 2", "infinitely many solutions")]
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
    [TestCase("If 3x = 12, find x + 1", "5")]
    [TestCase("Solve x^2 = 2", "x = -√2 or x = √2")]
    [TestCase("Solve 1/(x - 1) = 0", "no solution")]
    [TestCase("Solve 3 = x", "x = 3")]
    [TestCase("Solve 2^0 * x = 5", "x = 5")]
    public void Solve_KnowsEquations(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Solve x = 3")]
    [TestCase("Solve x + 1 = 2 for y")]
    [TestCase("Solve x + y = 3")]
    [TestCase("Solve x*y = 6 and x + y = 5")]
    [TestCase("Solve 3^x = 5")]
    [TestCase("Solve |x| + |x - 1| = 3")]
    [TestCase("Solve x^5 - x - 1 = 0")]
    [TestCase("Solve 2 + 2 = 4")]
    [TestCase("Solve 1/(1/x) = 0")]
    [TestCase("Solve 5 = 1/(3 + 1/(x - 2))")]
    [TestCase("Solve x/(x^-1 + 1) = 0")]
    [TestCase("Solve x^0 = 1")]
    [TestCase("Solve 3 = 2(x - 1)^(2 - 2) + x")]
    [TestCase("Solve (x^5 - x - 1)/(x^5 - x - 1) = 1")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);

    [TestCase("Solve x^2 - 5x + 6 = 0")]
    [TestCase("Solve 2x = 10")]
    [TestCase("What is x if x = 5?")]
    public void Solve_AnEquationInItsSimplestForm_StatesItOnce(string query) =>
        Assert.That(ProblemSolver.Solve(query, "")!.Steps, Is.Unique);
}
