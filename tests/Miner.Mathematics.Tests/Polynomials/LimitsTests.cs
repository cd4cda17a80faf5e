using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Polynomials;

internal sealed class LimitsTests
{
    [TestCase("x^2 + 1", "2", "5")]
    [TestCase("(x^2 - 9)/(x - 3)", "3", "6")]
    [TestCase("(x^3 - 1)/(x^2 - 1)", "1", "3/2")]
    [TestCase("(x - 1)^2/(x^2 - 1)", "1", "0")]
    [TestCase("((x - 1/2)^3)/((2x - 1)^3)", "1/2", "1/8")]
    [TestCase("(1/x - 1/2)/(x - 2)", "2", "-1/4")]
    [TestCase("0/x", "0", "0")]
    [TestCase("tan(x)/sin(x)", "0", "1")]
    [TestCase("sin(3x)/sin(5x)", "0", "3/5")]
    [TestCase("(1 - cos(x))/x^2", "0", "1/2")]
    [TestCase("(sin(x) - x)/x^3", "0", "-1/6")]
    [TestCase("(tan(x) - sin(x))/x^3", "0", "1/2")]
    [TestCase("(e^x - 1 - x)/x^2", "0", "1/2")]
    [TestCase("(e^(2x) - e^(-x))/sin(x)", "0", "3")]
    [TestCase("(sqrt(1 + x) - 1)/x", "0", "1/2")]
    [TestCase("(sqrt(x) - 2)/(x - 4)", "4", "1/4")]
    [TestCase("(cosh(x) - cos(x))/x^2", "0", "1")]
    [TestCase("ln(x)/(x - 1)", "1", "1")]
    [TestCase("x/arctan(x)", "0", "1")]
    [TestCase("1/sin(x) - 1/x", "0", "0")]
    [TestCase("1/x^2 - 1/sin(x)^2", "0", "-1/3")]
    public void At_APoint_IsTheValueThatTheFunctionTendsTo(string body, string point, string expected) =>
        Assert.That(Limit(body, point), Is.EqualTo(Formulas.Value(expected)));

    [TestCase("(3x^2 - x)/(2x^2 + 5)", "3/2", "3/2")]
    [TestCase("(3x - 1)/(x^2 + 1)", "0", "0")]
    [TestCase("sqrt(x^2 + x) - x", "1/2", null)]
    [TestCase("sqrt(x^2 + x) + x", null, "-1/2")]
    [TestCase("sqrt(x^2 + 1)/x", "1", "-1")]
    [TestCase("x sin(1/x)", "1", "1")]
    [TestCase("x(e^(1/x) - 1)", "1", "1")]
    [TestCase("x ln(1 + 2/x)", "2", "2")]
    [TestCase("x^3 - x", null, null)]
    [TestCase("x^2/(x + 1)", null, null)]
    [TestCase("e^x", null, null, Description = "zero on one side, and not known")]
    [TestCase("sin(x)", null, null)]
    [TestCase("ln(x)/x", null, null)]
    public void At_Infinity_IsToldFromThatAtMinusInfinity(string body, string? expected, string? negative)
    {
        Assert.That(Limit(body, "∞"), Is.EqualTo(expected is null ? null : Formulas.Value(expected)));
        Assert.That(Limit(body, "-∞"), Is.EqualTo(negative is null ? null : Formulas.Value(negative)));
    }

    [TestCase("1/x", "0")]
    [TestCase("(x^2 - 1)/(x - 1)^2", "1")]
    [TestCase("x sin(1/x)", "0")]
    [TestCase("abs(x)/x", "0")]
    [TestCase("x", "pi", Description = "no rational point")]
    [TestCase("x + y", "0")]
    [TestCase("sqrt(x)", "0", Description = "has no values on one side")]
    public void At_WithoutARationalLimit_IsNone(string body, string point) => Assert.That(Limit(body, point), Is.Null);

    [Test]
    public void At_AZeroOfBothSides_CancelsIt()
    {
        foreach (var random in Draws.Of(100))
        {
            var (top, bottom, point) = (random.Polynomial(3), random.Polynomial(3), random.Rational());
            if (bottom.Evaluate(point).IsZero) continue;

            var zero = $"(x - ({point}))^{random.Next(1, 4)}";
            Assert.That(
                Limit($"({top}) * {zero} / (({bottom}) * {zero})", $"{point}"),
                Is.EqualTo(top.Evaluate(point) / bottom.Evaluate(point)),
                $"{top} over {bottom} at {point}");
        }
    }

    private static Rational? Limit(string body, string point) =>
        Limits.At("x", Formulas.Of(point), Formulas.Of(body)) is Number { Value: var value } ? value : null;
}
