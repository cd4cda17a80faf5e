using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>Series at zero, by the coefficients that tables of them give.</summary>
internal sealed class PowerSeriesTests
{
    private const string Variable = "x";

    private static readonly string[] Functions =
    [
        "1/(1 - x)", "sqrt(1 + x)", "sin(x)", "cos(2x)", "tan(x)", "arctan(x)", "e^(x/2)", "ln(1 + x)", "sinh(x)", "cosh(x)",
        "x^2 - 3x + 1", "1/x", "1/sin(x)", "e^(-x^2)", "(1 + x)^(-2/3)", "x/(e^x - 1)", "7",
    ];

    [TestCase("1/(1 - x)", 0, "1 1 1 1 1")]
    [TestCase("(1 + x)^(-2)", 0, "1 -2 3 -4 5")]
    [TestCase("sqrt(1 + x)", 0, "1 1/2 -1/8 1/16 -5/128")]
    [TestCase("(1 + x)^(1/3)", 0, "1 1/3 -1/9 5/81")]
    [TestCase("sqrt(4 + x)", 0, "2 1/4 -1/64 1/512")]
    [TestCase("e^x", 0, "1 1 1/2 1/6 1/24")]
    [TestCase("e^(-x^2)", 0, "1 0 -1 0 1/2 0 -1/6")]
    [TestCase("sin(x)", 1, "1 0 -1/6 0 1/120 0 -1/5040")]
    [TestCase("cos(x)", 0, "1 0 -1/2 0 1/24 0 -1/720")]
    [TestCase("tan(x)", 1, "1 0 1/3 0 2/15 0 17/315 0 62/2835")]
    [TestCase("arctan(x)", 1, "1 0 -1/3 0 1/5 0 -1/7")]
    [TestCase("ln(1 + x)", 1, "1 -1/2 1/3 -1/4 1/5")]
    [TestCase("ln((1 + x)/(1 - x))", 1, "2 0 2/3 0 2/5")]
    [TestCase("sinh(x)", 1, "1 0 1/6 0 1/120")]
    [TestCase("cosh(2x)", 0, "1 0 2 0 2/3")]
    [TestCase("e^(sin(x))", 0, "1 1 1/2 0 -1/8 -1/15 -1/240")]
    [TestCase("ln(cos(x))", 2, "-1/2 0 -1/12 0 -1/45")]
    [TestCase("sin(x)^2", 2, "1 0 -1/3 0 2/45")]
    [TestCase("1/sin(x)", -1, "1 0 1/6 0 7/360")]
    [TestCase("cos(x)/sin(x)", -1, "1 0 -1/3 0 -1/45")]
    [TestCase("x/(e^x - 1)", 0, "1 -1/2 1/12 0 -1/720", Description = "the numbers of Bernoulli")]
    [TestCase("x^(-3)(1 + x)", -3, "1 1 0 0")]
    [TestCase("binom(5; 2) + 3!", 0, "16 0")]
    public void Of_AFunction_HasTheCoefficientsOfItsTaylorSeries(string formula, int lowest, string expected)
    {
        var series = PowerSeries.Of(Formulas.Of(formula), Variable, isOneSided: false)!;
        var terms = expected.Split(' ');
        Assert.That(series.Lowest, Is.EqualTo(lowest));
        Assert.That(series.Coefficients.Take(terms.Length).Select(DecimalText.Fraction), Is.EqualTo(terms));
    }

    [TestCaseSource(nameof(Functions))]
    public void Of_AFunction_AddsUpToItsValueNearZero(string formula)
    {
        const double near = 0.03125;
        var series = PowerSeries.Of(Formulas.Of(formula), Variable, isOneSided: false)!;
        var sum = series.Coefficients.Select((coefficient, index) => (double)coefficient * Math.Pow(near, series.Lowest + index)).Sum();
        Assert.That(sum, Is.EqualTo(NumericEvaluator.Evaluate(Formulas.Of(formula), _ => near)).Within(1e-12).Percent);
    }

    [Test]
    public void Of_AProduct_IsTheProductOfTheSeries()
    {
        foreach (var random in Draws.Of(60))
        {
            var (left, right) = (random.Of(Functions), random.Of(Functions));
            var (first, second) = (Series(left), Series(right));
            var product = Series($"({left}) * ({right})");
            Assert.That(product.Lowest, Is.EqualTo(first.Lowest + second.Lowest), $"{left} * {right}");
            for (var order = 0; order < product.Coefficients.Count; order++)
            {
                var sum = Enumerable.Range(0, order + 1)
                    .Aggregate(Rational.Zero, (all, index) => all + (first.Coefficients[index] * second.Coefficients[order - index]));
                Assert.That(product.Coefficients[order], Is.EqualTo(sum), $"{left} * {right}, {order}");
            }
        }
    }

    [TestCase("sqrt(x^2)", 1, "1 0")]
    [TestCase("sqrt(x^2 + x^3)", 1, "1 1/2 -1/8")]
    [TestCase("(x^3)^(-1/3)", -1, "1 0")]
    public void Of_ARootFromOneSide_IsThatOfAPositiveVariable(string formula, int lowest, string expected)
    {
        var series = PowerSeries.Of(Formulas.Of(formula), Variable, isOneSided: true)!;
        Assert.That(series.Lowest, Is.EqualTo(lowest));
        var terms = expected.Split(' ');
        Assert.That(series.Coefficients.Take(terms.Length).Select(DecimalText.Fraction), Is.EqualTo(terms));
        Assert.That(PowerSeries.Of(Formulas.Of(formula), Variable, isOneSided: false), Is.Null, "the variable may be negative");
    }

    [TestCase("sqrt(x)")]
    [TestCase("abs(x)")]
    [TestCase("ln(x)")]
    [TestCase("x^x")]
    [TestCase("y")]
    [TestCase("f(x)")]
    [TestCase("e^(1 + x)", Description = "its coefficients are multiples of e")]
    [TestCase("sin(1 + x)")]
    [TestCase("sqrt(2 + x)")]
    [TestCase("sin(1/x)")]
    [TestCase("e^(1/x)")]
    [TestCase("(x - x)^(-1)")]
    [TestCase("cos(x) - cos(x)", Description = "all terms that are known cancel")]
    [TestCase("x^(-1001)")]
    public void Of_WhatHasNoSuchSeries_IsNone(string formula) =>
        Assert.That(PowerSeries.Of(Formulas.Of(formula), Variable, isOneSided: false), Is.Null);

    [TestCase("x", "0")]
    [TestCase("7 + x", "7")]
    [TestCase("0 * sin(x)", "0")]
    [TestCase("1/x", null)]
    public void Limit_IsTheConstantTerm(string formula, string? expected) =>
        Assert.That(Series(formula).Limit?.ToString(), Is.EqualTo(expected));

    private static PowerSeries Series(string formula) => PowerSeries.Of(Formulas.Of(formula), Variable, isOneSided: false)!;
}
