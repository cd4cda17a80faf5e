using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Expressions;

internal sealed class ExpressionExtensionsTests
{
    [TestCase("2x + y_1 sin(z)", "x, y_1, z")]
    [TestCase("pi e + 2", "")]
    [TestCase("f(t)^n! % 7", "n, t")]
    public void Variables_AreSorted(string text, string expected) =>
        Assert.That(string.Join(", ", Parse(text).Variables()), Is.EqualTo(expected));

    [TestCase("2 pi", 6.283185307179586)]
    [TestCase("sqrt(2) + 1", 2.414213562373095)]
    [TestCase("sqrt(-1)", double.NaN)]
    [TestCase("x + 1", double.NaN)]
    public void Approximate_GivesTheRealValue(string text, double expected) =>
        Assert.That(Parse(text).Approximate(), Is.EqualTo(expected).Within(1e-12));

    [TestCase("x^2 + 3x", 10)]
    [TestCase("(x + 1)! - abs(x)", 4)]
    [TestCase("x^x % 3", 1)]
    public void Replace_PutsNumbersForVariables(string text, int expected)
    {
        var replaced = Parse(text).Replace(part => part is Symbol { Name: "x" } ? new Number(2) : null);

        Assert.That(Arithmetic.Evaluate(replaced).Value, Is.EqualTo((Rational)expected));
    }

    private static Expression Parse(string text) =>
        Expression.TryParse(text, out var expression) ? expression : throw new ArgumentException(text);
}
