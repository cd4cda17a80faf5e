using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class NumeralTests
{
    [TestCase("12", "12", 2)]
    [TestCase("3.14 m", "3.14", 4)]
    [TestCase(".5", ".5", 2)]
    [TestCase("1,234,567.8", "1234567.8", 11)]
    [TestCase("1 234", "1234", 5)]
    [TestCase("1'000'000", "1000000", 9)]
    [TestCase("0,123", null, 1, Description = "no thousands begin with a zero")]
    [TestCase("1,23", null, 1)]
    [TestCase("1,2345", null, 1)]
    [TestCase("1.2.3", null, 3)]
    [TestCase("1e5", "1e5", 3)]
    [TestCase("1.5e-3x", "1.5", 3, Description = "e is a factor here")]
    [TestCase("2e", "2", 1)]
    [TestCase("1 100/200", "1", 1, Description = "a mixed number")]
    [TestCase("5.", "5", 1)]
    public void Read_GivesTheNumeralWithoutItsMarks(string text, string? expected, int length)
    {
        Assert.That(Numeral.Read(text, out var read), Is.EqualTo(expected));
        Assert.That(read, Is.EqualTo(length));
    }

    [TestCase("2:x 1:y", "2x + y")]
    [TestCase("-1:x -3:", "-x - 3")]
    [TestCase("0:x 0:", "0")]
    [TestCase("1/2:x 5:", "(1/2)x + 5")]
    [TestCase("-2/3:y", "-(2/3)y")]
    public void Join_WritesSumsAsPeopleDo(string terms, string expected) =>
        Assert.That(
            SumText.Join(terms.Split(' ').Select(term => term.Split(':')).Select(parts => (Formulas.Value(parts[0]), parts[1]))),
            Is.EqualTo(expected));

    [Test]
    public void Spend_PastTheBudget_Throws()
    {
        var budget = new WorkBudget(10);
        budget.Spend(6);
        Assert.That(() => budget.Spend(6), Throws.TypeOf<OverflowException>());
    }
}
