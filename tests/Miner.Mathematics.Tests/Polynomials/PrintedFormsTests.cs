using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>What is printed is read back as what it was, and roots and factors give their polynomial.</summary>
internal sealed class PrintedFormsTests
{
    [Property]
    public bool Rational_PrintedAndRead_IsTheSame(int numerator, uint divisor)
    {
        var value = new Rational(numerator, (System.Numerics.BigInteger)divisor + 1);
        return Arithmetic.Evaluate(value.ToString()).Value == value && Arithmetic.Evaluate(DecimalText.Fraction(value)).Value == value;
    }

    [Property]
    public bool MixedNumber_PrintedAndRead_IsTheSame(short numerator, byte divisor)
    {
        var value = new Rational(numerator, divisor + 1);
        var text = DecimalText.MixedNumber(value);
        return Arithmetic.Evaluate(text.StartsWith('-') ? $"-({text[1..]})" : text).Value == value;
    }

    [Property]
    public bool Polynomial_PrintedAndRead_IsTheSame(sbyte[] coefficients, byte divisor)
    {
        var polynomial = new UnivariatePolynomial(coefficients.Take(12).Select(value => new Rational(value, divisor + 1)));
        return Read(polynomial.ToString()).Equals(polynomial);
    }

    [Property]
    public bool LinearForm_PrintedAndRead_IsTheSame(sbyte a, sbyte b, sbyte constant)
    {
        var form = new LinearForm(constant, KeyValuePair.Create("x", (Rational)a), KeyValuePair.Create("y", new Rational(b, 7)));
        return LinearForm.TryCreate(Formulas.Of(form.ToString()), out var read)
            && read["x"] == a && read["y"] == new Rational(b, 7) && read.Constant == constant;
    }

    [Property]
    public bool Surd_PrintedAndRead_HasItsValue(sbyte rational, sbyte coefficient, byte radicand)
    {
        var surd = QuadraticSurd.Create(new Rational(rational, 3), coefficient, radicand);
        return Math.Abs(Formulas.Of(surd.ToString()).Approximate() - surd.Approximation) <= 1e-9;
    }

    [Property]
    public bool Roots_PutIn_MakeThePolynomialZero(sbyte a, sbyte b, sbyte c)
    {
        if (a == 0) return true;
        var formula = Formulas.Of($"({a})x^2 + ({b})x + ({c})");
        return PolynomialRoots.Find(new UnivariatePolynomial(c, b, a)).Roots.Where(root => root.IsReal).All(root =>
            new Formula(formula.Replace(part => part is Symbol ? Formulas.Of(root.ToString()) : null)).Constant == 0);
    }

    [Property]
    public bool DivideByRoot_TimesTheFactor_GivesThePolynomial(sbyte root, sbyte[] coefficients)
    {
        var quotient = new UnivariatePolynomial(coefficients.Take(10).Select(value => (Rational)value));
        return (quotient * new UnivariatePolynomial(-(Rational)root, 1)).DivideByRoot(root).Equals(quotient);
    }

    [TestCase("1/x + 1/x", "2", "x")]
    [TestCase("1/x + 1/(x+1)", "2x + 1", "x^2 + x")]
    [TestCase("(x+1)/(x-1)", "x + 1", "x - 1")]
    [TestCase("x^-2", "1", "x^2")]
    [TestCase("(x/2)^2", "x^2", "4")]
    [TestCase("3", "3", "1")]
    public void Quotient_OfPolynomials_IsNotReduced(string text, string numerator, string denominator)
    {
        Assert.That(PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out var quotient), Is.True);
        Assert.That(
            quotient!.Numerator * Read(denominator),
            Is.EqualTo(Read(numerator) * quotient.Denominator));
        Assert.That(quotient.IsPolynomial, Is.EqualTo(!denominator.Contains('x')));
    }

    [TestCase("sin(x)")]
    [TestCase("x^x")]
    [TestCase("x^(1/2)")]
    [TestCase("y")]
    [TestCase("1/(0x)")]
    [TestCase("x^41")]
    [TestCase("x^(-1)^0.5")]
    [TestCase("x!")]
    public void Quotient_OfAnythingElse_IsNone(string text) =>
        Assert.That(PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out _), Is.False);

    [TestCase("2x + 3y - 5", "2x + 3y - 5")]
    [TestCase("(x + y)/2", "0.5x + 0.5y")]
    [TestCase("x - x + 1", "1")]
    [TestCase("3(x - 2)", "3x - 6")]
    public void LinearForm_OfALinearFormula_IsThatFormula(string text, string expected)
    {
        Assert.That(LinearForm.TryCreate(Formulas.Of(text), out var form), Is.True);
        Assert.That(new Formula(Formulas.Of(form!.ToString())).SameAs(new Formula(Formulas.Of(expected))), Is.True);
    }

    [TestCase("x y")]
    [TestCase("x^2")]
    [TestCase("1/x")]
    [TestCase("pi x")]
    [TestCase("x/0")]
    public void LinearForm_OfAnythingElse_IsNone(string text) => Assert.That(LinearForm.TryCreate(Formulas.Of(text), out _), Is.False);

    private static UnivariatePolynomial Read(string text) =>
        PolynomialQuotient.TryCreate(Formulas.Of(text), "x", out var quotient)
            ? quotient.AsPolynomial()
            : throw new ArgumentException(text);
}
