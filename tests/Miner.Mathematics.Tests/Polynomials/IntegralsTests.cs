using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>Definite integrals, against a quadrature that knows nothing of antiderivatives.</summary>
internal sealed class IntegralsTests
{
    [TestCase("x^3 - 2x + 1", "-1", "2")]
    [TestCase("x(x + 1)^2/3", "2", "0", Description = "backwards")]
    [TestCase("pi x", "0", "1")]
    [TestCase("5", "1", "4")]
    [TestCase("1/x", "1", "e")]
    [TestCase("1/x", "-3", "-1")]
    [TestCase("1/(2x + 1)", "0", "3")]
    [TestCase("4/(1 - x)", "2", "3")]
    [TestCase("x^(-2)", "1", "5")]
    [TestCase("1/x^3", "-2", "-1")]
    [TestCase("(2x - 1)^5", "0", "1")]
    [TestCase("sqrt(3 - x)", "0", "2")]
    [TestCase("(2 - x)^(-1/2)", "0", "1")]
    [TestCase("cbrt(x)", "1", "8")]
    [TestCase("1/(x^2 + 4)", "0", "2")]
    [TestCase("3/(2x^2 + 1)", "-1", "1")]
    [TestCase("1/(-x^2 - 3)", "0", "1")]
    [TestCase("e^(3x)", "0", "1")]
    [TestCase("e^(1 - x/2)", "-1", "1")]
    [TestCase("sin(2x)", "0", "pi/3")]
    [TestCase("cos(1 - x/3)", "0", "pi")]
    [TestCase("ln(x)", "1", "3")]
    [TestCase("5sin(x) - e^x/2 + 3", "0", "2")]
    [TestCase("sqrt(2) cos(x)", "0", "1")]
    public void Between_IsTheAreaThatAQuadratureFinds(string body, string from, string to)
    {
        var (formula, first, last) = (Formulas.Of(body), Formulas.Of(from), Formulas.Of(to));
        var area = Quadrature(at => NumericEvaluator.Evaluate(formula, _ => at), first.Approximate(), last.Approximate());
        Assert.That(Integrals.Between("x", first, last, formula)!.Approximate(), Is.EqualTo(area).Within(1e-8));
    }

    [TestCase("1/x", "-1", "1", Description = "a pole between the bounds")]
    [TestCase("1/x", "0", "1")]
    [TestCase("1/x^2", "-1", "1")]
    [TestCase("1/(2x + 1)", "-1", "0")]
    [TestCase("1/(x - 2)", "1", "3")]
    [TestCase("(x - 2)^(-1/2)", "2", "3")]
    [TestCase("sqrt(x)", "-1", "1")]
    [TestCase("ln(x)", "-1", "1")]
    [TestCase("ln(x)", "0", "1")]
    [TestCase("sin(x)", "0", "∞")]
    [TestCase("e^x", "-∞", "0")]
    [TestCase("x^(-2)", "a", "b", Description = "which may be of either sign")]
    [TestCase("x sin(x)", "0", "1")]
    [TestCase("x^2 sin(x)", "0", "1")]
    [TestCase("e^(x^2)", "0", "1")]
    [TestCase("sin(x^2)", "0", "1")]
    [TestCase("sqrt(x^2)", "0", "1")]
    [TestCase("1/(x^2 - 1)", "-1/2", "1/2")]
    [TestCase("1/(x^2 + x + 1)", "0", "1")]
    [TestCase("x^x", "1", "2")]
    [TestCase("x + f(x)", "0", "1")]
    [TestCase("x!", "0", "1")]
    public void Between_WhereAValueMayBeMissingOrTheFormIsNotKnown_IsNone(string body, string from, string to) =>
        Assert.That(Integrals.Between("x", Formulas.Of(from), Formulas.Of(to), Formulas.Of(body)), Is.Null);

    [TestCase("2x", "0", "t", "t^2")]
    [TestCase("a x + b", "0", "1", "a/2 + b")]
    [TestCase("cos(x)", "a", "b", "sin(b) - sin(a)")]
    [TestCase("e^x", "0", "t", "e^t - 1")]
    [TestCase("1/(x^2 + 1)", "0", "t", "arctan(t)")]
    public void Between_BoundsThatAreFormulas_IsAFormula(string body, string from, string to, string expected)
    {
        var integral = Integrals.Between("x", Formulas.Of(from), Formulas.Of(to), Formulas.Of(body))!;
        Assert.That(new Formula(integral).SameAs(new Formula(Formulas.Of(expected))), Is.True);
    }

    [Test]
    public void Between_OfAPolynomial_IsExact()
    {
        foreach (var random in Draws.Of(60))
        {
            var (polynomial, from, to) = (random.Polynomial(6), random.Rational(), random.Rational());
            var integral = Integrals.Between("x", new Number(from), new Number(to), Formulas.Of($"{polynomial}"))!;
            var powers = Enumerable.Range(1, polynomial.Degree + 1).Aggregate(Rational.Zero, (sum, power) =>
                sum + (polynomial[power - 1] * (to.Pow(power) - from.Pow(power)) / power));
            Assert.That(Arithmetic.Evaluate(integral).Value, Is.EqualTo(powers), $"{polynomial} from {from} to {to}");
        }
    }

    /// <summary>Simpson's rule.</summary>
    private static double Quadrature(Func<double, double> function, double from, double to)
    {
        const int steps = 2_000;
        var width = (to - from) / steps;
        var sum = function(from) + function(to);
        for (var step = 1; step < steps; step++) sum += (step % 2 == 0 ? 2 : 4) * function(from + (step * width));
        return sum * width / 3;
    }
}
