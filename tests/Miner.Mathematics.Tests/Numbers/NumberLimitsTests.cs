using System.Globalization;
using System.Numerics;
using Miner.Mathematics.Numbers;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Numbers;

/// <summary>Numbers at the limits of what is computed, and laws that hold up to them.</summary>
internal sealed class NumberLimitsTests
{
    private static readonly Rational Largest = (BigInteger.One << Rational.MaxBits) - 1;

    [Test]
    public void Arithmetic_PastTheLimit_IsRefused()
    {
        var smallest = Rational.One / Largest;
        Assert.That(Largest + Rational.Zero, Is.EqualTo(Largest));
        Assert.That(-Largest - 0, Is.EqualTo(-Largest));
        Assert.That(Largest * smallest, Is.EqualTo(Rational.One));
        Assert.That(() => Largest + Rational.One, Throws.TypeOf<OverflowException>());
        Assert.That(() => Largest * 2, Throws.TypeOf<OverflowException>());
        Assert.That(() => smallest / 2, Throws.TypeOf<OverflowException>());
        Assert.That(() => smallest + (Rational.One / (Largest - 2)), Throws.TypeOf<OverflowException>());
        Assert.That(() => Largest.Pow(2), Throws.TypeOf<OverflowException>());
        Assert.That(() => (Rational)(BigInteger.One << Rational.MaxBits), Throws.TypeOf<OverflowException>());
        Assert.That(() => NumberTheory.LeastCommonMultiple([Largest.Numerator, Largest.Numerator - 1]), Throws.TypeOf<OverflowException>());
    }

    [Test]
    public void Comparison_AtTheLimit_IsExact()
    {
        Assert.That(Largest, Is.GreaterThan(Largest - Rational.One));
        Assert.That(Rational.One / Largest, Is.GreaterThan(Rational.Zero).And.LessThan(Rational.One / (Largest - Rational.One)));
        Assert.That(new[] { Rational.One, -Largest, Rational.Zero, Largest, new Rational(-1, 3) }.Order(),
            Is.EqualTo(new[] { -Largest, new Rational(-1, 3), Rational.Zero, Rational.One, Largest }));
        Assert.That(Rational.One.Equals((object)1), Is.False);
        Assert.That(Rational.One.Equals((object)new Rational(2, 2)), Is.True);
    }

    [Test]
    public void Parse_OfAsManyDigitsAsThereMayBe_IsReadBack()
    {
        var text = Largest.ToString();
        Assert.That(text, Has.Length.EqualTo(3_011));
        Assert.That(Rational.Parse(text), Is.EqualTo(Largest));
        Assert.That(Rational.Parse($"-{text}e0"), Is.EqualTo(-Largest));
        Assert.That(() => Rational.Parse($"{text}0"), Throws.TypeOf<OverflowException>());
        Assert.That(Rational.Parse($"0000000000{text}"), Is.EqualTo(Largest), "zeros in front do not count");
        Assert.That(Rational.Parse("1e-3010").Denominator, Is.EqualTo(BigInteger.Pow(10, 3_010)));
        Assert.That(() => Rational.Parse("1e-3011"), Throws.TypeOf<OverflowException>());
        Assert.That(Rational.Parse("1e+0000000002"), Is.EqualTo((Rational)100));
    }

    [Test]
    public void Double_OfADrawnDecimal_IsTheNearest()
    {
        foreach (var random in Draws.Of(500))
        {
            var text = $"{(random.Next(2) == 0 ? "-" : "")}{random.NextInt64()}e{random.Next(-340, 300)}";
            var nearest = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.That((double)Rational.Parse(text), Is.EqualTo(nearest).Within(1).Ulps, text);
        }
    }

    [Test]
    public void Round_HasAsManyPlacesAsThereMayBe()
    {
        Assert.That(DecimalText.Round(new Rational(1, 3), 1_000), Is.EqualTo($"0.{new string('3', 1_000)}"));
        Assert.That(() => DecimalText.Round(Rational.One, 1_001), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(new Rational(1, 4096).ToString(), Is.EqualTo("0.000244140625"), "twelve places are written");
        Assert.That(new Rational(1, 8192).ToString(), Is.EqualTo("1/8192"), "thirteen are not");
    }

    [Test]
    public void Base_OfTheLargestNumber_IsReadBackFast()
    {
        foreach (var radix in new[] { 2, 3, 10, 16, 36 })
        {
            var text = NumberBase.Format(-Largest.Numerator, radix);
            Assert.That(NumberBase.TryParse(text, radix, out var value) && value == -Largest.Numerator, Is.True);
            CpuTime.EnsureLess(TimeSpan.FromSeconds(1), () => NumberBase.Format(Largest.Numerator, radix));
        }

        Assert.That(NumberBase.TryParse(new string('Z', 10_000), 36, out _), Is.True);
        Assert.That(NumberBase.TryParse(new string('0', 10_001), 36, out _), Is.False);
    }

    [TestCase("--1", 10)]
    [TestCase(" 1", 10)]
    [TestCase("1_000", 10)]
    [TestCase("٣", 10)]
    [TestCase("ı", 36, Description = "no Latin letter")]
    [TestCase("8", 8)]
    [TestCase("g", 16)]
    public void Base_OfAnythingButItsDigits_IsNotRead(string text, int radix) =>
        Assert.That(NumberBase.TryParse(text, radix, out _), Is.False);

    [Test]
    public void Primes_UpToTwentyThousand_AreThoseOfTheSieve()
    {
        var isComposite = new bool[20_000];
        for (var number = 2; number < isComposite.Length; number++)
        {
            Assert.That(Primes.IsPrime(number), Is.EqualTo(!isComposite[number]), $"{number}");
            for (var multiple = 2 * number; multiple < isComposite.Length; multiple += number) isComposite[multiple] = true;
        }
    }

    [TestCase("994009", "997^2", Description = "the largest prime that is tried, squared")]
    [TestCase("1018081", "1009^2", Description = "the first that is not")]
    [TestCase("1027243729", "1009^3")]
    [TestCase("1036488922561", "1009^4")]
    public void Factorise_AroundTheTrialDivisors_IsComplete(string value, string expected) => Assert.That(
        string.Join(" · ", Primes.Factorise(BigInteger.Parse(value, CultureInfo.InvariantCulture))!),
        Is.EqualTo(expected));

    [Test]
    public void Factorise_OfDrawnProducts_GivesPrimesThatMultiplyBack()
    {
        foreach (var random in Draws.Of(60))
        {
            var number = (BigInteger)random.Next(1, 2_000_000) * random.Next(1, 2_000_000);
            var factors = Primes.Factorise(number)!;
            Assert.That(factors.All(power => Primes.IsPrime(power.Prime) == true), Is.True, $"{number}");
            Assert.That(factors.Select(power => power.Prime), Is.Ordered.And.Unique);
            Assert.That(
                factors.Aggregate(BigInteger.One, (all, power) => all * BigInteger.Pow(power.Prime, power.Exponent)), Is.EqualTo(number));
        }
    }

    [Test]
    public void Divisors_AtTheLimit_AreAllListed()
    {
        // 2^4 · 3^4 · 5^4 · 7^3 · 11^3 has 5 · 5 · 5 · 4 · 4 = 2,000 divisors.
        var number = BigInteger.Pow(30, 4) * BigInteger.Pow(77, 3);
        Assert.That(NumberTheory.Divisors(number), Has.Count.EqualTo(NumberTheory.MaxDivisors));
        Assert.That(NumberTheory.Divisors(number * 2), Is.Null);
        Assert.That(NumberTheory.Divisors(-36), Is.EqualTo(new BigInteger[] { 1, 2, 3, 4, 6, 9, 12, 18, 36 }));
    }

    [Test]
    public void CommonDivisorAndMultiple_OfNothing_AreTheirNeutralNumbers()
    {
        Assert.That(NumberTheory.GreatestCommonDivisor([]), Is.EqualTo(BigInteger.Zero));
        Assert.That(NumberTheory.LeastCommonMultiple([]), Is.EqualTo(BigInteger.One));
        Assert.That(() => NumberTheory.ModularInverse(3, 1), Throws.TypeOf<ArgumentOutOfRangeException>());
        var (prime, value) = (BigInteger.Pow(2, 127) - 1, BigInteger.Pow(3, 200));
        Assert.That(NumberTheory.ModularInverse(value, prime)!.Value * value % prime, Is.EqualTo(BigInteger.One));
    }
}
