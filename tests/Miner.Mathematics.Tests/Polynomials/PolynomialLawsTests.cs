using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>What holds for all polynomials and their quotients, on drawn ones.</summary>
internal sealed class PolynomialLawsTests
{
    [Test]
    public void Division_ByALinearFactor_LeavesTheValueAtItsRoot()
    {
        foreach (var random in Draws.Of(200))
        {
            var (polynomial, root) = (random.Polynomial(8), random.Rational());
            var product = polynomial.DivideByRoot(root) * (UnivariatePolynomial.Variable - new UnivariatePolynomial(root));
            Assert.That(product + new UnivariatePolynomial(polynomial.Evaluate(root)), Is.EqualTo(polynomial), $"{polynomial} at {root}");
        }
    }

    [Test]
    public void Arithmetic_ObeysTheLawsOfARing()
    {
        foreach (var random in Draws.Of(200))
        {
            var (a, b, c) = (random.Polynomial(5), random.Polynomial(5), random.Polynomial(5));
            Assert.That(a * (b + c), Is.EqualTo((a * b) + (a * c)));
            Assert.That(a * b * c, Is.EqualTo(c * (b * a)));
            Assert.That((a - b + b).GetHashCode(), Is.EqualTo(a.GetHashCode()));
            Assert.That((a * b).Degree, Is.EqualTo(a.Degree + b.Degree));
            Assert.That((a * b).LeadingCoefficient, Is.EqualTo(a.LeadingCoefficient * b.LeadingCoefficient));
            Assert.That(
                (a * b).Derivative(), Is.EqualTo((a.Derivative() * b) + (a * b.Derivative())), "the product rule");
            Assert.That(a.Pow(3), Is.EqualTo(a * a * a));
        }
    }

    [Test]
    public void Find_OfAProductOfFactors_GivesTheirRoots()
    {
        foreach (var random in Draws.Of(100))
        {
            var roots = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Rational(6)).ToList();
            var (square, shift) = (random.Of([2, 3, 5, 6, 7, 10]), random.Next(-3, 4));
            var sign = random.Next(2) == 0 ? 1 : -1;

            // (x - shift)² = ±square has roots that are not rational.
            var quadratic = new UnivariatePolynomial(-shift, 1).Pow(2) - new UnivariatePolynomial(sign * square);
            var product = roots.Aggregate(quadratic.Scale(random.Next(1, 9)), (all, root) => all * new UnivariatePolynomial(-root, 1));
            var found = PolynomialRoots.Find(product);
            Assert.That(found.IsComplete, Is.True, $"{product}");
            Assert.That(found.Roots.Where(root => root.IsRational).Select(root => root.RationalPart), Is.EqualTo(roots.Distinct().Order()));
            Assert.That(
                found.Roots.Where(root => !root.IsRational).Select(root => (root.RationalPart, root.Coefficient.Sign, root.Radicand)),
                Is.EquivalentTo(new[] { (shift, 1, sign * square), (shift, -1, sign * square) }
                    .Select(root => ((Rational)root.shift, root.Item2, (System.Numerics.BigInteger)root.Item3))));
        }
    }

    [Test]
    public void Quotients_AddAndMultiplyAsTheirValuesDo()
    {
        foreach (var random in Draws.Of(150))
        {
            var (a, b, c, d) = (random.Polynomial(3), random.Polynomial(3), random.Polynomial(3), random.Polynomial(3));
            var at = random.Rational();
            if (b.Evaluate(at).IsZero || d.Evaluate(at).IsZero) continue;

            var (left, right) = (a.Evaluate(at) / b.Evaluate(at), c.Evaluate(at) / d.Evaluate(at));
            Assert.That(Value($"({a})/({b}) + ({c})/({d})", at), Is.EqualTo(left + right));
            Assert.That(Value($"({a})/({b}) - ({c})/({d})", at), Is.EqualTo(left - right));
            Assert.That(Value($"({a})/({b}) * ({c})/({d})", at), Is.EqualTo(left * right));
            Assert.That(Value($"(({a})/({b}))^3", at), Is.EqualTo(left.Pow(3)));
            if (!right.IsZero) Assert.That(Value($"({a})/({b}) / (({c})/({d}))", at), Is.EqualTo(left / right));
        }
    }

    [Test]
    public void Limits_OfDegreeAndSize_AreKept()
    {
        var most = ((Rational)2).Pow(UnivariatePolynomial.MaxCoefficientBits - 1);
        Assert.That(() => new UnivariatePolynomial(most), Throws.Nothing);
        Assert.That(() => new UnivariatePolynomial(most) + new UnivariatePolynomial(most), Throws.TypeOf<OverflowException>());
        Assert.That(() => new UnivariatePolynomial(Rational.One / (most * 2)), Throws.TypeOf<OverflowException>());
        var ones = Enumerable.Repeat(Rational.One, UnivariatePolynomial.MaxDegree + 2);
        Assert.That(() => new UnivariatePolynomial(ones), Throws.TypeOf<OverflowException>());
        Assert.That(new UnivariatePolynomial(Enumerable.Repeat(Rational.Zero, 1_000)).IsZero, Is.True, "zeros in front are none");
        Assert.That(UnivariatePolynomial.One[1_000], Is.EqualTo(Rational.Zero));
    }

    [TestCase("0", true, true, 0)]
    [TestCase("x - x", true, true, 0)]
    [TestCase("7", false, true, 0)]
    [TestCase("x", false, false, 1)]
    public void Kind_OfAPolynomial_IsToldByItsCoefficients(string text, bool isZero, bool isConstant, int degree)
    {
        Assert.That(PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out var quotient), Is.True);
        var polynomial = quotient!.AsPolynomial();
        Assert.That((polynomial.IsZero, polynomial.IsConstant, polynomial.Degree), Is.EqualTo((isZero, isConstant, degree)));
    }

    private static Rational Value(string text, Rational at) =>
        PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out var quotient)
            ? quotient.Numerator.Evaluate(at) / quotient.Denominator.Evaluate(at)
            : throw new ArgumentException(text);
}
