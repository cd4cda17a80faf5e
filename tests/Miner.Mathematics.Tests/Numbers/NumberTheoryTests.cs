using System.Globalization;
using System.Numerics;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Testing;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class NumberTheoryTests
{
    [TestCase("0", false)]
    [TestCase("1", false)]
    [TestCase("2", true)]
    [TestCase("-7", false)]
    [TestCase("91", false)]
    [TestCase("997", true)]
    [TestCase("1000003", true)]
    [TestCase("1018081", false)]
    [TestCase("3215031751", false)]
    [TestCase("2147483647", true)]
    [TestCase("2305843009213693951", true)]
    [TestCase("318665857834031151167461", false)]
    [TestCase("3317044064679887385961980", false)]
    [TestCase("170141183460469231731687303715884105727", null)]
    public void IsPrime_DecidesWhereItCan(string value, bool? expected) =>
        Assert.That(Primes.IsPrime(Integer(value)), Is.EqualTo(expected));

    [TestCase("1", "")]
    [TestCase("360", "2^3 · 3^2 · 5")]
    [TestCase("97", "97")]
    [TestCase("1000036000099", "1000003 · 1000033")]
    [TestCase("1000006000009", "1000003^2")]
    [TestCase("1267650600228229401496703205376", "2^100")]
    public void Factorise_GivesThePrimes(string value, string expected) =>
        Assert.That(string.Join(" · ", Primes.Factorise(Integer(value))!), Is.EqualTo(expected));

    [Test]
    public void Factorise_WhenFactorsAreBeyondReach_GivesUpSoon()
    {
        CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () =>
        {
            Assert.That(Primes.Factorise(Integer("1000000000039") * Integer("1000000000061")), Is.Null);
            Assert.That(Primes.Factorise(BigInteger.Pow(10, 3000) + 7), Is.Null);
        });
    }

    [Test]
    public void Factorise_WhenNotPositive_Throws() => Assert.That(() => Primes.Factorise(0), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Property]
    public bool Factorise_MultipliesBackToTheNumber(ushort value, ushort other)
    {
        var product = (value + 1) * (BigInteger)(other + 1);
        return Primes.Factorise(product)!.Aggregate(BigInteger.One, (all, factor) => all * BigInteger.Pow(factor.Prime, factor.Exponent))
            == product;
    }

    [TestCase(12, new[] { 1, 2, 3, 4, 6, 12 })]
    [TestCase(-7, new[] { 1, 7 })]
    [TestCase(1, new[] { 1 })]
    public void Divisors_AreAscending(int value, int[] expected) =>
        Assert.That(NumberTheory.Divisors(value), Is.EqualTo(expected.Select(divisor => (BigInteger)divisor)));

    [Test]
    public void Divisors_WhenTooManyOrAll_IsNull()
    {
        Assert.That(NumberTheory.Divisors(0), Is.Null);
        Assert.That(NumberTheory.Divisors(Arithmetic.Evaluate("40!").Value.Numerator), Is.Null);
    }

    [TestCase(new[] { 12, 18 }, 6, 36)]
    [TestCase(new[] { -4, 6, 10 }, 2, 60)]
    [TestCase(new[] { 0, 5 }, 5, 0)]
    [TestCase(new[] { 7 }, 7, 7)]
    public void DivisorsAndMultiplesInCommon(int[] numbers, int divisor, int multiple)
    {
        var values = numbers.Select(number => (BigInteger)number).ToList();

        Assert.That(NumberTheory.GreatestCommonDivisor(values), Is.EqualTo((BigInteger)divisor));
        Assert.That(NumberTheory.LeastCommonMultiple(values), Is.EqualTo((BigInteger)multiple));
    }

    [TestCase(3, 7, 5)]
    [TestCase(-3, 7, 2)]
    [TestCase(10, 17, 12)]
    [TestCase(4, 6, null)]
    [TestCase(0, 5, null)]
    public void ModularInverse_WhenCoprime_IsFound(int value, int modulus, int? expected) =>
        Assert.That((int?)NumberTheory.ModularInverse(value, modulus), Is.EqualTo(expected));

    [TestCase("gcd(12; 18) + 1", "7")]
    [TestCase("lcm(4, 6)", "12")]
    [TestCase("max(1/2, 2/3) - min(3, -1)", "5/3")]
    [TestCase("log_2(1024)", "10")]
    [TestCase("log(0.001)", "-3")]
    [TestCase("ln(1)", "0")]
    [TestCase("7^222 % 10", "9")]
    [TestCase("(-2)^3 % 5", "2")]
    [TestCase("2^-1 % 3", "0.5")]
    public void Evaluate_KnowsTheFunctionsOfWholeNumbers(string text, string expected) =>
        Assert.That(Arithmetic.Evaluate(text).Value.ToString(), Is.EqualTo(expected));

    [TestCase("gcd(1/2; 3)", ArithmeticOutcome.Undefined)]
    [TestCase("log(0)", ArithmeticOutcome.Undefined)]
    [TestCase("log_1(5)", ArithmeticOutcome.Undefined)]
    [TestCase("ln(-1)", ArithmeticOutcome.Undefined)]
    [TestCase("log_2(10)", ArithmeticOutcome.NotRational)]
    [TestCase("ln(2)", ArithmeticOutcome.NotRational)]
    [TestCase("max(x, 1)", ArithmeticOutcome.NotRational)]
    [TestCase("2^5 % 0", ArithmeticOutcome.Undefined)]
    [TestCase("9^9^9^9 % 7", ArithmeticOutcome.TooLarge)]
    public void Evaluate_WhenFunctionHasNoRationalValue_SaysWhy(string text, ArithmeticOutcome expected) =>
        Assert.That(Arithmetic.Evaluate(text).Outcome, Is.EqualTo(expected));

    [Test]
    public void Evaluate_WhenRemaindersOfPowersAreNested_EndsFast()
    {
        const int depth = 90;
        var text = string.Concat(Enumerable.Repeat("((", depth)) + "2" + string.Concat(Enumerable.Repeat("^(1/1)) % 3)", depth));
        Rational value = 0;

        CpuTime.EnsureLess(TimeSpan.FromSeconds(1), () => value = Arithmetic.Evaluate(text).Value);
        Assert.That(value, Is.EqualTo((Rational)2));
    }

    private static BigInteger Integer(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);
}
