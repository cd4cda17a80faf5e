using Miner.Offline.Problems;

namespace Miner.Offline.Tests;

/// <summary>What the offline model's solver says to a question.</summary>
internal static class SolverAssert
{
    public static void Answers(string query, string expected)
    {
        var answer = ProblemSolver.Solve(query, "")?.ToString();

        Assert.That(answer, Is.Not.Null);
        Assert.That(answer!.Split('\n')[^1], Is.EqualTo($"The answer is {expected}."), answer);
    }

    /// <summary>No answer is better than one that may be wrong.</summary>
    public static void GivesNone(string query) => Assert.That(ProblemSolver.Solve(query, "")?.Answer, Is.Null);
}
