namespace Miner.Offline.Tests;

/// <summary>Parts, wholes and changes in per cent.</summary>
internal sealed class PercentProblemTests
{
    [TestCase("What is 15% of 80?", "12")]
    [TestCase("What is 15 percent of $80?", "12")]
    [TestCase("What percent of 80 is 12?", "15%")]
    [TestCase("12 is what percent of 80?", "15%")]
    [TestCase("What percentage is 12 of 80?", "15%")]
    [TestCase("What is 12 out of 80 as a percentage?", "15%")]
    [TestCase("12 is 15% of what number?", "80")]
    [TestCase("15% of what number is 12?", "80")]
    [TestCase("Increase 80 by 15%.", "92")]
    [TestCase("What is 80 decreased by 15%?", "68")]
    [TestCase("What is the percentage change from 50 to 60?", "20%")]
    [TestCase("What is the percent decrease from 60 to 45?", "-25%")]
    [TestCase("What is the price of $80 after a 25% discount?", "60")]
    [TestCase("What percent of 0 is 5?", "undefined")]
    [TestCase("How much is a 20% tip on $45?", "9")]
    [TestCase("What is 25% off $80?", "60")]
    [TestCase("I want to increase 250 by 12%.", "280")]
    [TestCase("1 is what percent of 3?", "about 33.333333%")]
    [TestCase("What is 5% more than 200?", "210")]
    [TestCase("What is 20% less than 50?", "40")]
    [TestCase("What is 10% + 20%?", "0.3")]
    [TestCase("What is 20 + 5% of 100?", "25")]
    [TestCase("How much is a 15% tip on a $48 bill?", "7.2")]
    public void Solve_KnowsPercentages(string query, string expected) => SolverAssert.Answers(query, expected);

    [TestCase("What is 50 + 10%?")]
    [TestCase("What is 100 minus 25 percent?")]
    [TestCase("What is 20% more than 50%?")]
    [TestCase("Increase 50 by 10")]
    [TestCase("Increase 50 by 10% twice")]
    [TestCase("What is $5 + €3?")]
    public void Solve_WhenMoreIsNeeded_GivesNoAnswer(string query) => SolverAssert.GivesNone(query);
}
