namespace Miner.Offline.Tests;

/// <summary>Counting and chances.</summary>
internal sealed class ChanceProblemTests
{
    [TestCase("How many ways can you choose 3 people from a group of 10?", "120")]
    [TestCase("How many ways can 5 books be arranged on a shelf?", "120")]
    [TestCase("How many different ways can the letters of the word MISSISSIPPI be arranged?", "34650")]
    [TestCase("What is P(10, 3)?", "720")]
    [TestCase("What is C(8, 2)?", "28")]
    [TestCase("How many handshakes occur if 10 people each shake hands with every other person once?", "45")]
    public void Solve_KnowsHowManyWays(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What is the probability of rolling a 6 on a fair die?", "1/6")]
    [TestCase("What is the probability of rolling a 5 on an 8-sided die?", "1/8")]
    [TestCase("What is the probability of rolling a sum of 7 with two dice?", "1/6")]
    [TestCase("A fair coin is flipped 3 times. What is the probability of getting exactly 2 heads?", "3/8")]
    [TestCase("A bag has 3 red and 5 blue marbles. What is the probability of drawing a red marble?", "3/8")]
    [TestCase("What is the probability of rolling a 7 on a die?", "0")]
    public void Solve_KnowsChances(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What is the probability of rolling a 3 with two dice?")]
    [TestCase("How many ways can 5 people sit around a round table?")]
    [TestCase("How many ways can you choose 3 people from 10 if order matters?")]
    [TestCase("A bag has 3 red and 5 blue marbles. Two marbles are drawn. What is the probability of drawing a red marble?")]
    [TestCase("How many ways can the letters of BANANA be arranged if the vowels are together?")]
    public void Solve_WhenMoreIsAsked_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
