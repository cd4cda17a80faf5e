using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>Numbers in brackets behind what they belong to, and labels of equations.</summary>
internal sealed class NamedNumberTests
{
    [TestCase("Tom (40%) + Ann (60%) = 100%")]
    [TestCase("Homework (20%) + Midterm (30%) + Final (50%) = 100%")]
    [TestCase("Homework (20%) × 90 + Final (80%) × 80 = 18 + 64 = 82")]
    [TestCase("Apples (3 × $2) + Pears (4 × $1) = $10")]
    [TestCase("Apples (3) × $2 + Pears (4) × $1 = $10")]
    [TestCase("Revenue (50 × $10) − Cost (50 × $7) = $500 − $350 = $150")]
    [TestCase("Adults (2 × $10) + kids (3 × $5) = $20 + $15 = $35")]
    [TestCase("Sugar (2 × 5 kg) + fine white flour (3 × 4 kg) = 22 kg")]
    [TestCase("Speed (60) × Time (2) + 20 = 140")]
    [TestCase("Tom (5 + 2) + Ann (7 - 1) = 13")]
    [TestCase("Tom (5) + old Ann (7) = 12")]
    [TestCase("Tom (5) + Ann (7) + 2 = 14")]
    [TestCase("Bob (40%) + Tom (5) + Ann (7) = 12.4")]
    [TestCase("Principal (1000) × Rate (5) = 50")]
    [TestCase("Level 3 (20) + 5 = 25")]
    [TestCase("Group 2 (10) - 4 = 6")]
    [TestCase("Pipe 1 (1/6) + Pipe 2 (1/3) = 1/2")]
    [TestCase("2019 (100) - 2018 (90) = 10")]
    [TestCase("Class 5 (30) / 2 = 15")]
    [TestCase("score(5) + bonus(3) = 20")]
    [TestCase("price(3) + tax(3) = 33")]
    [TestCase("(1)+(2) = 15")]
    [TestCase("(2) - (1) = 3")]
    [TestCase("[2] - [1] = 5")]
    [TestCase("$(1) + (2) = 15$")]
    [TestCase("Adding (1) + (2) = 15")]
    public void Check_OfNamesAndLabels_IsSilent(string text) => Assert.That(EquationChecker.Check(text).False, Is.Empty);

    [TestCase("Tom ($5) - Ann ($3) = $3", "2")]
    [TestCase("So (3 + 4) × 2 = 15", "14")]
    [TestCase("The total (3 + 4) × 2 = 15", "14")]
    [TestCase("- Total (3 + 4) × 2 = 15", "14")]
    [TestCase("We get (5) × 3 = 16", "15")]
    [TestCase("The value (-2) × 3 = -7", "-6")]
    [TestCase("(30) + (40) = 80", "70")]
    [TestCase("Revenue (50 × $10) − Cost (50 × $7) = $500 − $350 = $140", "150")]
    public void Check_OfACalculation_NamesIt(string text, string correct) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { correct }));
}
