using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Numbers;

/// <summary>Values that are known exactly: of the gamma function, of surds and of measures of a list.</summary>
internal sealed class ExactValuesTests
{
    [Test]
    public void Factorial_OfAHalfInteger_IsARationalMultipleOfTheRootOfPi()
    {
        // (n - 1/2)! = 1·3·5···(2n - 1)/2^n · √π, and the same backwards.
        var (up, down) = (Math.Sqrt(Math.PI), Math.Sqrt(Math.PI));
        for (var n = 0; n <= 20; n++)
        {
            Assert.That(Gamma.Factorial(n - 0.5), Is.EqualTo(up).Within(1e-11).Percent, $"({n} - 1/2)!");
            Assert.That(Gamma.Factorial(-n - 0.5), Is.EqualTo(down).Within(1e-11).Percent, $"(-{n} - 1/2)!");
            (up, down) = (up * (n + 0.5), down / (-n - 0.5));
        }
    }

    [Test]
    public void Factorial_OfDrawnNumbers_ObeysItsEquations()
    {
        foreach (var random in Draws.Of(300))
        {
            var value = (random.NextDouble() * 160) - 20;
            Assert.That(Gamma.Factorial(value + 1), Is.EqualTo((value + 1) * Gamma.Factorial(value)).Within(1e-9).Percent, $"{value}!");
            var fraction = random.NextDouble();
            var reflected = Math.PI * fraction / Math.Sin(Math.PI * fraction);
            Assert.That(Gamma.Factorial(fraction) * Gamma.Factorial(-fraction), Is.EqualTo(reflected).Within(1e-9).Percent, $"{fraction}");
        }
    }

    [TestCase(170, 7.257415615307994e306)]
    [TestCase(169.5, 5.5620924145599996e305)]
    [TestCase(0.25, 0.9064024770554771)]
    public void Factorial_UpToTheLargest_HasItsValue(double value, double expected) =>
        Assert.That(Gamma.Factorial(value), Is.EqualTo(expected).Within(1e-9).Percent);

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(double.NegativeInfinity)]
    [TestCase(170.1)]
    [TestCase(1e300)]
    [TestCase(-1e300)]
    public void Factorial_OfWhatHasNone_IsNoNumber(double value) => Assert.That(Gamma.Factorial(value), Is.NaN);

    [Test]
    public void Surds_AreTheRootsOfTheirQuadraticEquation()
    {
        foreach (var random in Draws.Of(300))
        {
            var (sum, product) = (random.Rational(), random.Rational());
            var discriminant = (sum * sum) - (4 * product);
            var first = QuadraticSurd.Create(sum / 2, new Rational(1, 2), discriminant);
            var second = QuadraticSurd.Create(sum / 2, new Rational(-1, 2), discriminant);

            // By Vieta, without rounding: (a + b√d) + (a - b√d) = 2a, (a + b√d)(a - b√d) = a² - b²d.
            if (first.IsRational)
            {
                Assert.That(first.RationalPart + second.RationalPart, Is.EqualTo(sum));
                Assert.That(first.RationalPart * second.RationalPart, Is.EqualTo(product));
                continue;
            }

            Assert.That(first.RationalPart + second.RationalPart, Is.EqualTo(sum));
            Assert.That(first.Coefficient, Is.EqualTo(-second.Coefficient));
            Assert.That(
                (first.RationalPart * first.RationalPart) - (first.Coefficient * first.Coefficient * first.Radicand), Is.EqualTo(product));
            Assert.That(first.IsReal, Is.EqualTo(discriminant.Sign > 0));
        }
    }

    [Test]
    public void Surds_OfOneValue_AreEqual()
    {
        foreach (var random in Draws.Of(200))
        {
            var (rational, coefficient, radicand) = (random.Rational(), random.Rational(), random.Rational(50));
            var factor = (Rational)random.Next(1, 30);
            Assert.That(
                QuadraticSurd.Create(rational, coefficient, radicand * factor * factor),
                Is.EqualTo(QuadraticSurd.Create(rational, coefficient * factor, radicand)),
                $"{rational} + {coefficient}√({radicand})·{factor}");
        }
    }

    [Test]
    public void Simplify_LeavesNoSquareUnderTheRoot()
    {
        foreach (var random in Draws.Of(300))
        {
            var value = random.Rational(2_000);
            if (value.IsZero) continue;
            var (coefficient, radicand) = SquareRoots.Simplify(value);
            Assert.That(coefficient.Sign, Is.Positive);
            Assert.That(coefficient * coefficient * radicand, Is.EqualTo(value));
            for (var square = 2; square * square <= BigInteger.Abs(radicand); square++)
                Assert.That(BigInteger.Remainder(radicand, square * square).IsZero, Is.False, $"√({value})");
        }
    }

    [Test]
    public void Measures_OfADrawnList_AgreeWithOneAnother()
    {
        foreach (var random in Draws.Of(200))
        {
            var values = Enumerable.Range(0, random.Next(2, 12)).Select(_ => random.Rational(4)).ToList();
            var (mean, count) = (Statistics.Mean(values), (Rational)values.Count);
            var squares = Statistics.Mean([.. values.Select(value => value * value)]);
            Assert.That(Statistics.PopulationVariance(values), Is.EqualTo(squares - (mean * mean)));
            Assert.That(
                Statistics.SampleVariance(values) * (count - Rational.One), Is.EqualTo(Statistics.PopulationVariance(values) * count));
            Assert.That(Statistics.Sum(values), Is.EqualTo(mean * count));
            Assert.That(Statistics.Range(values), Is.EqualTo(values.Order().Last() - values.Order().First()));
            var modes = Statistics.Modes(values);
            Assert.That(modes, Is.Ordered.And.Unique.And.SubsetOf(values));
            Assert.That(modes.Select(mode => values.Count(value => value == mode)).Distinct().Count(), Is.LessThan(2));
            Assert.That(Statistics.Median([.. values.AsEnumerable().Reverse()]), Is.EqualTo(Statistics.Median(values)));
        }
    }
}
