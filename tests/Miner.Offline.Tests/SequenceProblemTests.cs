namespace Miner.Offline.Tests;

/// <summary>Sequences whose rule is said; a rule that has to be guessed is none.</summary>
internal sealed class SequenceProblemTests
{
    [TestCase("What is the 10th term of the arithmetic sequence 3, 7, 11, ...?", "39")]
    [TestCase("Find the 5th term of a geometric sequence with first term 2 and ratio 3.", "162")]
    [TestCase("What is the sum of the first 10 odd numbers?", "100")]
    [TestCase("What is the sum of all even numbers from 2 to 50?", "650")]
    [TestCase("What is the 10th Fibonacci number?", "55")]
    public void Solve_KnowsSequences(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What is the next number: 2, 3, 5, 7, 11?")]
    [TestCase("What is the 10th term of the geometric sequence 3, 7, 11, ...?")]
    [TestCase("What is the next number in the sequence 2, 4, 8, 16?")]
    [TestCase("What is the 5th term of 1, 3, 9?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
