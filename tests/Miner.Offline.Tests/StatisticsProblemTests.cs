namespace Miner.Offline.Tests;

/// <summary>Means, medians, modes and spreads.</summary>
internal sealed class StatisticsProblemTests
{
    [TestCase("What is the mean of 4, 8, 15, 16, 23 and 42?", "18")]
    [TestCase("Find the median of 3, 1, 2", "2")]
    [TestCase("average of 10 20 30", "20")]
    [TestCase("What is the mode of [1, 2, 2, 3]?", "2")]
    [TestCase("Find the mean and the median of the data set {1, 2, 9}.", "mean = 4, median = 2")]
    [TestCase("What is the range of 3, -7 and 12?", "19")]
    [TestCase("sample variance of 1, 2, 3", "1")]
    [TestCase("mean of 100,200,300", "200")]
    [TestCase("mean of 1,200 and 1,400", "1300")]
    [TestCase("mean of 2 1/2 and 3", "2.75")]
    [TestCase("mean of 301 102 503", "302")]
    [TestCase("The mean of 3, 5 and x is 6. What is x?", "x = 10")]
    [TestCase("If the average of 2, 4, 6 and y is 0, find y.", "y = -12")]
    [TestCase("What is the average of 2 and 4?", "3")]
    [TestCase("Which number is the median of 7, 1 and 5?", "5")]
    [TestCase("Given the numbers 2, 4 and 9, find the mean", "5")]
    [TestCase("The data set is 1, 3, 3, 7. Find the mode.", "3")]
    [TestCase("What is the population variance of 1, 2, 3 and 4?", "1.25")]
    [TestCase("What is the population standard deviation of 2, 4, 4, 4, 5, 5, 7 and 9?", "2")]
    [TestCase("What is the sample standard deviation of 1 and 3?", "about 1.414214")]
    [TestCase("What is the median of 4, 1, 3 and 2?", "2.5")]
    [TestCase("What is the range of 7 and 7?", "0")]
    [TestCase("What is the mode of 1, 1, 2, 2 and 3?", "1 and 2")]
    [TestCase("If the mean of 4, 6 and x is 5, what is x?", "x = 5")]
    [TestCase("Find n if the average of 1, 2, 3 and n equals 4", "n = 10")]
    public void Solve_KnowsStatistics(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("Calculate the standard deviation of 2, 4, 4, 4, 5, 5, 7, 9")]
    [TestCase("What is the mode of 1, 2, 3?")]
    [TestCase("The average of 5 numbers is 12. What is their sum?")]
    [TestCase("What is the mean of x and y?")]
    [TestCase("What is the mean of the first 10 primes?")]
    [TestCase("What is the mean of 5?")]
    [TestCase("What is the mode of 1, 2 and 3?")]
    [TestCase("What is the variance of 1, 2, 3?")]
    [TestCase("What is the standard deviation of 1, 2, 3?")]
    [TestCase("What is the mean of 1, 2 and x?")]
    [TestCase("What is the median and the mode of 1, 2 and 3?")]
    [TestCase("What is the mode of 1, 1, 2 and 2?")]
    [TestCase("The mean of x, x and 3 is 6. What is x?")]
    [TestCase("The mean of 3, 5 and x is y. What is x?")]
    [TestCase("The median of 3, 5 and x is 4. What is x?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
