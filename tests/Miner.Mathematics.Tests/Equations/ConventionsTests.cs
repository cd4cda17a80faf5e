using Miner.Mathematics.Equations;

namespace Miner.Mathematics.Tests.Equations;

/// <summary>What a text says of how it computes, and what it only seems to say.</summary>
internal sealed class ConventionsTests
{
    [TestCase("We work modulo 7.\nThen 3 * 5 = 1.")]
    [TestCase("All is taken (mod 7).\nThen 3 * 5 = 1 and 3^{-1} = 5.")]
    [TestCase("In Z_7.\n3 * 5 = 1")]
    [TestCase("In Z/7Z.\n3 * 5 = 1")]
    [TestCase("Over GF(7).\n3 * 5 = 1")]
    [TestCase("In \\(\\mathbb{F}_7\\).\n3 * 5 = 1")]
    [TestCase("Only the last digit counts.\n7 * 7 = 9")]
    [TestCase("A Caesar shift.\n24 + 5 = 3")]
    [TestCase("An 8-bit register.\n250 + 10 = 4")]
    [TestCase("By the clock.\n50 + 20 = 10")]
    [TestCase("Here ^ is XOR.\n10 ^ 3 = 8")]
    [TestCase("In Boolean algebra, 1 + 1 = 1.")]
    [TestCase("By the truth table of OR,\n1 + 0 + 1 = 1 and $1 + 1 = 1$.")]
    [TestCase("Define a * b = a + 2b.\nThen 3 * 4 = 11.")]
    [TestCase("The operation p × q is new.\n3 × 4 = 13")]
    [TestCase("3 * 4 = 3 + 2(4)\n3 * 4 = 11", Description = "put in, where the question defines it")]
    public void Check_WhenTheTextComputesOtherwise_IsSilent(string text) =>
        Assert.That(EquationChecker.Check(text).False, Is.Empty);

    [TestCase("We find 17 mod 5 = 2.\nThen 8 + 9 = 22.", "17", Description = "a remainder is no modulus")]
    [TestCase("We work modulo 7.\nThen 3 * 5 = 2.", "15")]
    [TestCase("We work modulo 6.\nThen 1/2 + 1/2 = 4.", "1", Description = "halves have no place there")]
    [TestCase("Only the last digit counts.\n7 * 7 = 8", "49")]
    [TestCase("The digits are 4 and 9.\n7 * 7 = 40", "49")]
    [TestCase("Here ^ is XOR.\n10 * 3 = 8", "30")]
    [TestCase("Define a * b = a + 2b.\nThen 3 + 4 = 11.", "7")]
    [TestCase("Here a * b = 12.\nThen 3 * 4 = 13.", "12")]
    [TestCase("In Boolean algebra, 1 + 1 = 1.\nThen 4 + 1 = 6.", "5")]
    [TestCase("She has a defined goal.\n3 * 4 = 13", "12")]
    [TestCase("3 ** 4 = 80 where a * b = a + b", "81", Description = "two stars are another sign")]
    public void Check_WhenTheTextDoesNot_NamesIt(string text, string correct) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { correct }));

    [TestCase("17 × 3 = 41. Wait, no.")]
    [TestCase("17 × 3 = 41.\n\nLet me see: 17 × 3 = 51.", Description = "computed again below")]
    [TestCase("17 × 3 = 41 (no, 51)")]
    [TestCase("\"2 + 2 = 5\" is a slogan")]
    [TestCase("Tom thinks that 2 + 2 = 5.")]
    [TestCase("The sum is 8, but the student wrote 5 + 3 = 9")]
    [TestCase("but the student wrote $5 + 3 = 9$")]
    [TestCase("He incorrectly wrote 12 × 3 = 46.")]
    [TestCase("He mistakenly got 12 × 3 = 46.")]
    [TestCase("5 + 3 = 9 fails, 5 + 4 = 9 works")]
    [TestCase("They won 21-19 = 40 points in total")]
    [TestCase("3/4 = 0.75 in time signature 6/8 = 2 beats")]
    [TestCase("In 6/8 time, 6/8 = 2 beats")]
    [TestCase("3 N + 4 N = 5 N at right angles")]
    [TestCase("Step 2.5 + 3 = 8")]
    [TestCase("Part 1.2 - 3 + 4 = 7")]
    public void Check_WhenTheTextTakesItBack_IsSilent(string text) => Assert.That(EquationChecker.Check(text).False, Is.Empty);

    [TestCase("17 × 3 = 51.\n\nLet me see: 17 × 3 = 41.", Description = "computed above")]
    [TestCase("17 × 3 = 41. None is left.")]
    [TestCase("She wrote letters, so 17 × 3 = 41 pages.")]
    [TestCase("3 of them failed, and 17 × 3 = 41.")]
    [TestCase("They won 17 × 3 = 41 points.")]
    [TestCase("They won again: 82-31 = 41")]
    [TestCase("Step 2: 48.5 + 2.5 = 41")]
    public void Check_WhenTheTextGoesOn_NamesIt(string text) =>
        Assert.That(EquationChecker.Check(text).False.Select(equation => equation.Correct), Is.EqualTo(new[] { "51" }));
}
