using Miner.Offline.Problems;
using Miner.Testing;

namespace Miner.Offline.Tests;

/// <summary>Questions made to take long: pieces of formulas and sentences, over and over.</summary>
internal sealed class HostileProblemTests
{
    [TestCase("(", "")]
    [TestCase("1+", "")]
    [TestCase("9^", "9")]
    [TestCase("x^2 = ", "")]
    [TestCase("a, ", "")]
    [TestCase("mean of ", "1")]
    [TestCase("is # of ", "")]
    [TestCase("the sum of ", "1 and 2")]
    [TestCase("\\frac{", "")]
    [TestCase("5 km to ", "")]
    [TestCase("twenty ", "")]
    [TestCase("half of ", "2")]
    [TestCase("= ", "")]
    [TestCase("(x+1)", "=0")]
    [TestCase("what percent of ", "")]
    [TestCase(". ", "")]
    [TestCase("1. ", "")]
    [TestCase("?\n", "")]
    [TestCase("|x", "")]
    [TestCase("7^7^", "7 % 3")]
    [TestCase("5 more than ", "1")]
    [TestCase("double a number and add ", "1 is 3")]
    [TestCase("3 km 5 km/h ", "far")]
    [TestCase("3 pens cost ", "3 pens")]
    [TestCase("consecutive ", "sum of two consecutive")]
    [TestCase("mean of x is ", "5")]
    [TestCase("Tom has 5 apples. ", "How many apples does Tom have?")]
    [TestCase("Tom has 5 big red round and ", "How many?")]
    [TestCase("a 5 b and 6 ", "how many are left?")]
    [TestCase("one ", "What is the probability of drawing a red marble?")]
    [TestCase("if 3 costs $5 ", "what does it cost?")]
    [TestCase("x^2 < ", "1")]
    [TestCase("(1, 2) ", "distance")]
    [TestCase("with radius 5 ", "area of a circle")]
    [TestCase("1, ", "x y", "What is the mean of ")]
    [TestCase("1 and 2, ", "is big", "which of the numbers ")]
    [TestCase("1, ", "( by size", "Sort the numbers: ")]
    [TestCase("2, 4, ", "... ?", "Find the next term in the sequence ")]
    [TestCase("{", "7", "")]
    [TestCase("+-", "7", "{2")]
    [TestCase("1", "", "")]
    [TestCase("1,", "", "")]
    [TestCase(" ", "7 !", "5 %")]
    [TestCase(" is how many ", "7", "how many are in ")]
    [TestCase("1 is ", "7", "what does ")]
    [TestCase("the ", "7", "answer ")]
    [TestCase("helpful ", "7", "You are a ")]
    [TestCase("accurately, ", "7", "Answer the question ")]
    [TestCase("1/", "7", "(")]
    public void Solve_WhenTextIsHostile_EndsFast(string piece, string end, string start = "")
    {
        foreach (var length in new[] { 150, 600, 2_000, 10_000 })
        {
            var pieces = Math.Max(0, length - start.Length - end.Length) / piece.Length;
            var query = start + string.Concat(Enumerable.Repeat(piece, pieces)) + end;

            CpuTime.EnsureLess(
                TimeSpan.FromSeconds(0.5),
                () => ProblemSolver.Solve(query, query[..Math.Min(1_000, query.Length)]),
                $"{length} characters");
        }
    }
}
