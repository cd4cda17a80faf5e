using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class DecimalTextTests
{
    [TestCase("10/3", 6, "3.333333")]
    [TestCase("2/3", 3, "0.667")]
    [TestCase("-1/8", 2, "-0.13")]
    [TestCase("5/2", 0, "3")]
    [TestCase("1/2000", 3, "0.001")]
    [TestCase("-1/10000", 2, "0")]
    [TestCase("100", 4, "100")]
    public void Round_IsHalfAwayFromZero(string value, int places, string expected) =>
        Assert.That(DecimalText.Round(Arithmetic.Evaluate(value).Value, places), Is.EqualTo(expected));

    [Test]
    public void Round_WhenPlacesAreOutOfRange_Throws() =>
        Assert.That(() => DecimalText.Round(Rational.One, -1), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase("7/3", "7/3", "2 1/3")]
    [TestCase("-3/2", "-3/2", "-1 1/2")]
    [TestCase("0.75", "3/4", "3/4")]
    [TestCase("4", "4", "4")]
    public void Fractions_AreInLowestTerms(string value, string fraction, string mixed)
    {
        var number = Arithmetic.Evaluate(value).Value;

        Assert.That(DecimalText.Fraction(number), Is.EqualTo(fraction));
        Assert.That(DecimalText.MixedNumber(number), Is.EqualTo(mixed));
    }
}
