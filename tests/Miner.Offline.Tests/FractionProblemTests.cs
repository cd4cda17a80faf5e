namespace Miner.Offline.Tests;

/// <summary>Other forms of a number, rounded numbers, and which of several is larger.</summary>
internal sealed class FractionProblemTests
{
    [TestCase("Simplify 18/24", "3/4")]
    [TestCase("What is 3/8 as a decimal?", "0.375")]
    [TestCase("Convert 0.375 to a fraction", "3/8")]
    [TestCase("Write 7/3 as a mixed number.", "2 1/3")]
    [TestCase("Express 3/8 as a percentage", "37.5%")]
    [TestCase("What is 1/3 as a decimal?", "about 0.333333")]
    [TestCase("Reduce 5/0", "undefined")]
    [TestCase("Round 3.14159 to 2 decimal places", "3.14")]
    [TestCase("Round -2.5 to the nearest whole number", "-3")]
    [TestCase("Which is larger, 3/4 or 2/3?", "3/4")]
    [TestCase("Which of 0.5, 1/3 and 2/5 is the smallest?", "1/3")]
    [TestCase("Is 2^10 greater than 1000?", "yes")]
    [TestCase("Is 3/4 > 0.8?", "no")]
    [TestCase("Is 7*8 = 56?", "yes")]
    [TestCase("Compare 0.5 and 1/2", "0.5 = 1/2")]
    [TestCase("Sort 3/4, 0.7 and 2/3 from largest to smallest", "3/4, 0.7, 2/3")]
    [TestCase("Arrange 5, -2, 3 in ascending order", "-2, 3, 5")]
    [TestCase("Round 3.14159 to two decimal places.", "3.14")]
    [TestCase("Round 2749 to the nearest hundred.", "2700")]
    public void Solve_KnowsFractionsAndComparisons(string query, string expected) => SolverAssert.Answers(query, expected);
}
