using System.Numerics;
using Miner.Mathematics.Numbers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class NumberBaseTests
{
    [TestCase(255, 2, "11111111")]
    [TestCase(255, 16, "FF")]
    [TestCase(-10, 3, "-101")]
    [TestCase(35, 36, "Z")]
    [TestCase(0, 2, "0")]
    public void Format_WritesDigits(int value, int radix, string expected) =>
        Assert.That(NumberBase.Format(value, radix), Is.EqualTo(expected));

    [TestCase("", 10)]
    [TestCase("-", 10)]
    [TestCase("12", 2)]
    [TestCase("1.5", 10)]
    [TestCase("xyz", 16)]
    [TestCase("+1", 10)]
    public void TryParse_WhenNoNumeral_IsFalse(string text, int radix) => Assert.That(NumberBase.TryParse(text, radix, out _), Is.False);

    [Test]
    public void TryParse_ReadsEitherCase()
    {
        Assert.That(NumberBase.TryParse("-fF", 16, out var value), Is.True);
        Assert.That(value, Is.EqualTo((BigInteger)(-255)));
    }

    [Test]
    public void TryParse_WhenTooLong_IsFalse() => Assert.That(NumberBase.TryParse(new string('1', 10_001), 2, out _), Is.False);

    [TestCase(1)]
    [TestCase(37)]
    public void Radix_WhenOutOfRange_Throws(int radix)
    {
        Assert.That(() => NumberBase.Format(1, radix), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => NumberBase.TryParse("1", radix, out _), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Property]
    public bool Format_IsReadBack(long value, byte radix)
    {
        var actual = 2 + (radix % 35);
        return NumberBase.TryParse(NumberBase.Format(value, actual), actual, out var read) && read == value;
    }
}
