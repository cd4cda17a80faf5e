namespace Miner.Offline.Tests;

/// <summary>Sequences whose rule is said; a rule that has to be guessed is none.</summary>
internal sealed class SequenceProblemTests
{
    [TestCase("What is the 10th term of the arithmetic sequence 3, 7, 11, ...?", "39")]
    [TestCase("Find the 5th term of a geometric sequence with first term 2 and ratio 3.", "162")]
    [TestCase("What is the sum of the first 10 odd numbers?", "100")]
    [TestCase("What is the sum of all even numbers from 2 to 50?", "650")]
    [TestCase("What is the 10th Fibonacci number?", "55")]
    [TestCase("What is the next number in this geometric progression: 2, 6, 18, ...?", "54")]
    [TestCase("What is the 20th term of the arithmetic sequence 5, 8, 11?", "62")]
    [TestCase("What is the sum of the first 10 terms of the arithmetic series 1, 3, 5?", "100")]
    [TestCase("What is the sum of the first 5 terms of the geometric series 1, 2, 4?", "31")]
    [TestCase("What is the 4th term of a geometric sequence with first term 3 and common ratio 2?", "24")]
    [TestCase("What is the sum of the first 10 even numbers?", "110")]
    [TestCase("What is the sum of all odd numbers from 1 to 9?", "25")]
    [TestCase("What is the sum of the even numbers from 3 to 9?", "18")]
    [TestCase("What is the 20th Fibonacci number?", "6765")]
    [TestCase("What is the next term of the arithmetic sequence 3, 3, 3?", "3")]
    [TestCase("What is the sum of the first 4 terms of the geometric sequence 2, 2, 2?", "8")]
    public void Solve_KnowsSequences(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What is the next number: 2, 3, 5, 7, 11?")]
    [TestCase("What is the 10th term of the geometric sequence 3, 7, 11, ...?")]
    [TestCase("What is the next number in the sequence 2, 4, 8, 16?")]
    [TestCase("What is the 5th term of 1, 3, 9?")]
    [TestCase("What is the next term of the arithmetic sequence 1, 2?")]
    [TestCase("What is the 0th term of the arithmetic sequence 1, 2, 3?")]
    [TestCase("What is the next term of the geometric sequence 0, 0, 0?")]
    [TestCase("What is the sum of the even numbers from 9 to 3?")]
    [TestCase("What is the sum of the first 0 odd numbers?")]
    [TestCase("What is the 100000th Fibonacci number?")]
    [TestCase("What is the next term of the arithmetic sequence 1, 2, 4?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
