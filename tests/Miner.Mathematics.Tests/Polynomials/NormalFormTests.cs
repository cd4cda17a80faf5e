using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>The laws that expanded formulas obey, whatever their terms are.</summary>
internal sealed class NormalFormTests
{
    private static readonly string[] Atoms = ["x", "y", "sqrt(2)", "pi", "i", "x^2", "cbrt(3)", "1/x", "sin(y)", "2^x"];

    [Property]
    public bool Sum_InAnyOrder_IsTheSame(byte[] left, byte[] right) =>
        Same($"({Text(left)}) + ({Text(right)})", $"({Text(right)}) + ({Text(left)})");

    [Property]
    public bool Product_InAnyOrder_IsTheSame(byte[] left, byte[] right) =>
        Same($"({Text(left)}) * ({Text(right)})", $"({Text(right)}) * ({Text(left)})");

    [Property]
    public bool Product_OfASum_IsTheSumOfProducts(byte[] a, byte[] b, byte[] c) =>
        Same($"({Text(a)}) * (({Text(b)}) + ({Text(c)}))", $"({Text(a)}) * ({Text(b)}) + ({Text(a)}) * ({Text(c)})");

    [Property]
    public bool Difference_OfAFormulaAndItself_IsZero(byte[] terms) => Same($"({Text(terms)}) - ({Text(terms)})", "0");

    [Property]
    public bool Square_IsTheProductWithItself(byte[] terms) => Same($"({Text(terms)})^2", $"({Text(terms)}) * ({Text(terms)})");

    [Property]
    public bool Formula_AndOneMore_AreApart(byte[] terms) => !Same(Text(terms), $"({Text(terms)}) + 1");

    [TestCase("x^2 + 2x + 1", "x^2", "1")]
    [TestCase("3x - 3x", "x", "0")]
    [TestCase("5 + 2", "x", "0")]
    [TestCase("7x^2 + x^2", "x^2", "8")]
    [TestCase("(x+y)^3", "x^2*y", "3")]
    [TestCase("(x+1)^5", "x^2", "10")]
    [TestCase("(x - 1/2)^2", "x", "-1")]
    public void Terms_HaveTheirCoefficients(string text, string monomial, string expected)
    {
        var form = NormalForm.TryCreate(Formulas.Of(text))!;
        var coefficient = form.Numerator.Terms.FirstOrDefault(term => term.Key.Key == monomial).Value;
        Assert.That(coefficient, Is.EqualTo(Rational.Parse(expected)));
    }

    [TestCase("2", "3/2", "2", "2^0.5", Description = "the whole part of a root's power is a number")]
    [TestCase("2", "-1/2", "1/2", "2^0.5")]
    [TestCase("i", "3", "-1", "i")]
    [TestCase("i", "4", "1", "")]
    [TestCase("x", "3", "1", "x^3")]
    public void Reduced_TakesTheNumberOut(string atom, string exponent, string factor, string rest)
    {
        var (number, remaining) = Monomial.Of(atom, Formulas.Value(exponent)).Reduced();
        Assert.That((number, remaining.Key), Is.EqualTo((Formulas.Value(factor), rest)));
    }

    [Test]
    public void Times_OfTwoMonomials_AddsExponents()
    {
        var product = Monomial.Of("x", 2).Times(Monomial.Of("y", 1)).Times(Monomial.Of("x", -2));
        Assert.That(product, Is.EqualTo(Monomial.Of("y", 1)));
        Assert.That(product.ExponentOf("y"), Is.EqualTo(Rational.One));
        Assert.That(product.ExponentOf("x"), Is.EqualTo(Rational.Zero));
        Assert.That(product.Pow(0), Is.EqualTo(Monomial.One));
    }

    [TestCase("(a+b+c+d+e+f+g+h)^30")]
    [TestCase("((x+y)^20)^20")]
    [TestCase("1/(x-x)")]
    [TestCase("1/0")]
    public void TryCreate_WithoutValueOrPastTheBudget_IsNone(string text) => Assert.That(NormalForm.TryCreate(Formulas.Of(text)), Is.Null);

    /// <summary>A sum of at most three terms, made from bytes.</summary>
    private static string Text(byte[] parts) =>
        parts.Length == 0
            ? "0"
            : string.Join(" + ", parts.Take(3).Select(part => $"({(part % 7) - 3}) * {Atoms[part / 7 % Atoms.Length]}"));

    private static bool Same(string left, string right) => new Formula(Formulas.Of(left)).SameAs(new Formula(Formulas.Of(right)));
}
