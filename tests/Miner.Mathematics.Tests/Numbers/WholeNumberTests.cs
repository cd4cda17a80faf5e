using System.Globalization;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Numbers;

[TestFixture]
internal sealed class WholeNumberTests
{
    [TestCase("0", NumberStyles.None, 0)]
    [TestCase("-5", NumberStyles.AllowLeadingSign, -5)]
    [TestCase("2147483647", NumberStyles.None, int.MaxValue)]
    public void TryRead_OfDigits_GivesTheNumber(string text, NumberStyles styles, int expected)
    {
        Assert.That(WholeNumber.TryRead(text, styles, out int number), Is.True);
        Assert.That(number, Is.EqualTo(expected));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("5\0")]
    [TestCase("5\0\0")]
    [TestCase("\0")]
    [TestCase(" 5")]
    [TestCase("-5")]
    [TestCase("2147483648")]
    public void TryRead_OfAnythingElse_IsRefused(string? text) =>
        Assert.That(WholeNumber.TryRead(text, NumberStyles.None, out int _), Is.False);
}
