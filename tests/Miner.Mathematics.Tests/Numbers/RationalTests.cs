using System.Numerics;
using Miner.Mathematics.Numbers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class RationalTests
{
    [TestCase("0", "0")]
    [TestCase("-0", "0")]
    [TestCase("007", "7")]
    [TestCase("+3.50", "3.5")]
    [TestCase(".5", "0.5")]
    [TestCase("5.", "5")]
    [TestCase("-0.000000000001", "-0.000000000001")]
    [TestCase("0.0000000000001", "1/10000000000000")]
    [TestCase("1.5e3", "1500")]
    [TestCase("25E-2", "0.25")]
    [TestCase("0e999999", "0")]
    public void Parse_WhenPlainDecimal_GivesExactValue(string text, string expected) =>
        Assert.That(Rational.Parse(text).ToString(), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase(".")]
    [TestCase("-")]
    [TestCase("1e")]
    [TestCase("1.2.3")]
    [TestCase("1,000")]
    [TestCase(" 1")]
    [TestCase("٣")]
    [TestCase("0x1f")]
    public void Parse_WhenNotPlainDecimal_Throws(string text)
    {
        Assert.That(() => Rational.Parse(text), Throws.TypeOf<FormatException>());
        Assert.That(Rational.TryParse(text, out _), Is.False);
    }

    [TestCase("1e1000000")]
    [TestCase("1e-1000000")]
    [TestCase("1e99999999999999999999")]
    public void Parse_WhenBeyondTheLimit_Throws(string text)
    {
        Assert.That(() => Rational.Parse(text), Throws.TypeOf<OverflowException>());
        Assert.That(Rational.TryParse(text, out _), Is.False);
    }

    [Test]
    public void Parse_WhenMillionDigits_IsRefused() =>
        Assert.That(() => Rational.Parse(new string('9', 1_000_000)), Throws.TypeOf<OverflowException>());

    [TestCase(1, 3, "1/3")]
    [TestCase(-2, 6, "-1/3")]
    [TestCase(2, -6, "-1/3")]
    [TestCase(-1, -4, "0.25")]
    [TestCase(8, 2, "4")]
    public void Constructor_WhenGivenFraction_ReducesIt(int numerator, int denominator, string expected) =>
        Assert.That(new Rational(numerator, denominator).ToString(), Is.EqualTo(expected));

    [Test]
    public void Default_IsZero()
    {
        Rational value = default;

        Assert.That(value, Is.EqualTo(new Rational(0, 5)));
        Assert.That(value.Denominator, Is.EqualTo(BigInteger.One));
        Assert.That(value + Rational.One, Is.EqualTo(Rational.One));
    }

    [Test]
    public void Division_WhenByZero_Throws()
    {
        Assert.That(() => Rational.One / Rational.Zero, Throws.TypeOf<DivideByZeroException>());
        Assert.That(() => Rational.Zero.Pow(-1), Throws.TypeOf<DivideByZeroException>());
        Assert.That(() => new Rational(1, 0), Throws.TypeOf<DivideByZeroException>());
    }

    [TestCase("7", "3", "1")]
    [TestCase("-7", "3", "2")]
    [TestCase("7", "-3", "-2")]
    [TestCase("5.5", "2", "1.5")]
    public void Remainder_HasTheSignOfTheDivisor(string dividend, string divisor, string expected) =>
        Assert.That((Rational.Parse(dividend) % Rational.Parse(divisor)).ToString(), Is.EqualTo(expected));

    [TestCase("2", 10, "1024")]
    [TestCase("-0.5", 3, "-0.125")]
    [TestCase("3", -2, "1/9")]
    [TestCase("0", 0, "1")]
    [TestCase("-1", 2_000_000_001, "-1")]
    public void Pow_GivesExactValue(string value, int exponent, string expected) =>
        Assert.That(Rational.Parse(value).Pow(exponent).ToString(), Is.EqualTo(expected));

    [Test]
    public void Pow_WhenAtTheLimit_IsComputedAndPastItRefused()
    {
        Rational two = 2;

        Assert.That(two.Pow(Rational.MaxBits - 1).BitLength, Is.EqualTo(Rational.MaxBits));
        Assert.That(() => two.Pow(Rational.MaxBits), Throws.TypeOf<OverflowException>());
        Assert.That(() => (two / 3).Pow(BigInteger.Pow(10, 100)), Throws.TypeOf<OverflowException>());
    }

    [TestCase("1024", 10, "2")]
    [TestCase("0.0625", 4, "0.5")]
    [TestCase("-27", 3, "-3")]
    [TestCase("2", 2, null)]
    [TestCase("-4", 2, null)]
    [TestCase("99999999999999999999999999999", 2, null)]
    [TestCase("0", 7, "0")]
    [TestCase("3", 100_000, null)]
    public void TryRoot_FindsOnlyRationalRoots(string value, int degree, string? expected)
    {
        var found = Rational.Parse(value).TryRoot(degree, out var root);

        Assert.That(found ? root.ToString() : null, Is.EqualTo(expected));
    }

    [TestCase("0.1", 0.1)]
    [TestCase("-12345678901234567890.5", -12345678901234567890.5)]
    [TestCase("1e-320", 1e-320)]
    [TestCase("1e400", double.PositiveInfinity)]
    [TestCase("0", 0)]
    public void ToDouble_GivesTheNearest(string value, double expected) =>
        Assert.That((double)Rational.Parse(value), Is.EqualTo(expected).Within(1).Ulps);

    [Property]
    public bool Arithmetic_ObeysTheLawsOfAField(int a, int b, int c, byte d)
    {
        var (x, y, z) = (new Rational(a, d + 1), new Rational(b, d + 2), new Rational(c, 7));
        return (x + y) * z == (x * z) + (y * z) && x - y == -(y - x) && (y.IsZero || x / y * y == x);
    }

    [Property]
    public bool Comparison_AgreesWithTheDifference(int a, int b, byte c, byte d)
    {
        var (x, y) = (new Rational(a, c + 1), new Rational(b, d + 1));
        return x.CompareTo(y) == (x - y).Sign && x == y == (x.GetHashCode() == y.GetHashCode() && x <= y && x >= y);
    }

    [Property]
    public bool Floor_IsTheLargestIntegerBelow(int a, byte b)
    {
        var value = new Rational(a, b + 1);
        return value.Floor() <= value && value < value.Floor() + BigInteger.One;
    }
}
