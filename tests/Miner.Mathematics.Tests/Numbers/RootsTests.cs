using System.Numerics;
using Miner.Mathematics.Numbers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class RootsTests
{
    [TestCase("9", 2, "3")]
    [TestCase("27", 3, "3")]
    [TestCase("-27", 3, "-3")]
    [TestCase("0.25", 2, "0.5")]
    [TestCase("1024", 10, "2")]
    [TestCase("5", 1, "5")]
    [TestCase("0", 7, "0")]
    [TestCase("1", 1000, "1")]
    [TestCase("-1", 3, "-1")]
    [TestCase("1000002000001", 2, "1000001")]
    public void TryRoot_WhenRational_GivesIt(string value, int degree, string expected)
    {
        Assert.That(Rational.Parse(value).TryRoot(degree, out var root), Is.True);
        Assert.That(root, Is.EqualTo(Rational.Parse(expected)));
    }

    [TestCase("2", 2)]
    [TestCase("-4", 2)]
    [TestCase("-1", 2)]
    [TestCase("9", 3)]
    [TestCase("1000002000002", 2)]
    [TestCase("7", 10000)]
    public void TryRoot_WhenNotRational_IsFalse(string value, int degree)
    {
        Assert.That(Rational.Parse(value).TryRoot(degree, out var root), Is.False);
        Assert.That(root.IsZero, Is.True);
    }

    [Test]
    public void TryRoot_OfNoDegree_Throws() =>
        Assert.That(() => Rational.One.TryRoot(0, out _), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Property]
    public bool TryRoot_OfAPower_GivesTheBase(int numerator, byte divisor, byte degree)
    {
        var (value, root) = (new Rational(numerator, divisor + 1), (degree % 6) + 1);
        return value.Pow(root).TryRoot(root, out var found) && found == (root % 2 == 0 ? Rational.Abs(value) : value);
    }

    [Property]
    public bool Simplify_OfAnyFraction_KeepsTheValue(int numerator, byte divisor)
    {
        var value = new Rational(numerator, divisor + 1);
        var (coefficient, radicand) = SquareRoots.Simplify(value);
        return coefficient * coefficient * radicand == value;
    }

    [TestCase("0", "1", "4", "2")]
    [TestCase("1", "1", "8", "1 + 2√2")]
    [TestCase("1/2", "1/2", "5", "(1 + √5)/2")]
    [TestCase("1/2", "-1/3", "2", "(3 - 2√2)/6")]
    [TestCase("0", "1/2", "3", "√3/2")]
    [TestCase("0", "-1", "2", "-√2")]
    [TestCase("2", "3", "-1", "2 + 3i")]
    [TestCase("0", "1", "-4", "2i")]
    [TestCase("0", "1", "-2", "√2 i")]
    [TestCase("7", "0", "5", "7")]
    [TestCase("1", "1", "1/4", "1.5")]
    public void Surd_IsWrittenInItsSimplestForm(string rational, string coefficient, string radicand, string expected) =>
        Assert.That(
            QuadraticSurd.Create(Formulas.Value(rational), Formulas.Value(coefficient), Formulas.Value(radicand)).ToString(),
            Is.EqualTo(expected));

    [TestCase(0.5, 0.886226925452758)]
    [TestCase(-0.5, 1.772453850905516)]
    [TestCase(1.5, 1.329340388179137)]
    [TestCase(-1.5, -3.544907701811032)]
    [TestCase(5, 120)]
    [TestCase(0, 1)]
    [TestCase(20, 2432902008176640000)]
    public void Factorial_OfAnyNumber_IsThatOfTheGammaFunction(double value, double expected) =>
        Assert.That(Gamma.Factorial(value), Is.EqualTo(expected).Within(1e-12 * Math.Abs(expected)));

    [TestCase(-1)]
    [TestCase(-7)]
    [TestCase(171)]
    public void Factorial_WhereThereIsNone_IsNoNumber(double value) => Assert.That(Gamma.Factorial(value), Is.NaN);

    [TestCase("1001", "7 · 11 · 13")]
    [TestCase("999966000289", "999983^2")]
    [TestCase("1000000007", "1000000007")]
    public void Factorise_GivesThePrimesAscending(string value, string expected) =>
        Assert.That(string.Join(" · ", Primes.Factorise(BigInteger.Parse(value, null))!), Is.EqualTo(expected));

    [TestCase("561", false, Description = "the first number of Carmichael")]
    [TestCase("18446744073709551617", false, Description = "the sixth number of Fermat")]
    public void IsPrime_IsCertain(string value, bool expected) =>
        Assert.That(Primes.IsPrime(BigInteger.Parse(value, null)), Is.EqualTo(expected));
}
