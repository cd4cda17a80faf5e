using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests.Expressions;

internal sealed class ExpressionTests
{
    [TestCase("2x", "(2*x)")]
    [TestCase("x^2 + 3x - 1", "((x^2)+(3*x)+(-1*1))")]
    [TestCase("x y", "(x*y)")]
    [TestCase("x(x + 1)", "(x*(x+1))")]
    [TestCase("f(x) + P(A)", "(f[x]+P[A])")]
    [TestCase("1/2 x", "(1*(2^-1)*x)")]
    [TestCase("a/b", "(a*(b^-1))")]
    [TestCase("x_1 + x_max", "(x_1+x_max)")]
    [TestCase("y' - π", "(y'+(-1*pi))")]
    [TestCase("sin 2x", "sin[(2*x)]")]
    [TestCase("sin^2(x)", "(sin[x]^2)")]
    [TestCase("sin^-1(x)", "arcsin[x]")]
    [TestCase("log_2(8)", "log_2[8]")]
    [TestCase("2√3 x", "(2*(3^1/2)*x)")]
    [TestCase("exp(2)", "(e^2)")]
    [TestCase("max(1, 2)", "max[1;2]")]
    [TestCase("-x!", "(-1*x!)")]
    [TestCase("2|x|", "(2*abs[x])")]
    [TestCase("x % 3", "(x mod 3)")]
    [TestCase("a - b - c", "(a+(-1*b)+(-1*c))")]
    [TestCase("a / b / c", "(a*(b^-1)*(c^-1))")]
    [TestCase("2^3^x", "(2^(3^x))")]
    [TestCase("-x^2", "(-1*(x^2))")]
    [TestCase("x!/y!", "(x!*(y!^-1))")]
    [TestCase("sin x cos x", "(sin[x]*cos[x])")]
    [TestCase("sin x + 1", "(sin[x]+1)")]
    [TestCase("2sin^(2) 3x", "(2*(sin[(3*x)]^2))")]
    [TestCase("ln|x|", "ln[abs[x]]")]
    [TestCase("√(x + 1)", "((x+1)^1/2)")]
    [TestCase("∛x", "(x^1/3)")]
    [TestCase("root(n; x)", "(x^(n^-1))")]
    [TestCase("log_e(x) + log_10(x)", "(ln[x]+log[x])")]
    [TestCase("gcd{a, b}", "gcd[a;b]")]
    [TestCase("P(A; B)", "P[A;B]")]
    [TestCase("f'(x)", "f'[x]")]
    [TestCase("(a)(b)", "(a*b)")]
    [TestCase("||x| - 1|", "abs[(abs[x]+(-1*1))]")]
    [TestCase("5% x", "(5 mod x)")]
    [TestCase("oo", "∞")]
    public void TryParse_BuildsTheFormula(string text, string expected)
    {
        Assert.That(Expression.TryParse(text, out var expression), Is.True);
        Assert.That(Show(expression!), Is.EqualTo(expected));
    }

    [TestCase("x2")]
    [TestCase("1/x y")]
    [TestCase("cat + dog")]
    [TestCase("x = 5")]
    [TestCase("sin")]
    [TestCase("x_")]
    [TestCase("|x")]
    [TestCase("sin(x")]
    [TestCase("f()")]
    [TestCase("5 & 3")]
    public void TryParse_WhenNoFormula_IsFalse(string text)
    {
        Assert.That(Expression.TryParse(text, out var expression), Is.False);
        Assert.That(expression, Is.Null);
    }

    private static string Show(Expression expression) => expression switch
    {
        Number number => number.Value == new Rational(1, 2) ? "1/2" : number.Value.ToString(),
        Symbol symbol => symbol.Name,
        Sum sum => $"({string.Join('+', sum.Terms.Select(Show))})",
        Product product => $"({string.Join('*', product.Factors.Select(Show))})",
        Power power => $"({Show(power.Base)}^{Show(power.Exponent)})",
        Remainder remainder => $"({Show(remainder.Dividend)} mod {Show(remainder.Divisor)})",
        Factorial factorial => $"{Show(factorial.Operand)}!",
        FunctionCall call => $"{call.Function}[{string.Join(';', call.Arguments.Select(Show))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };
}
