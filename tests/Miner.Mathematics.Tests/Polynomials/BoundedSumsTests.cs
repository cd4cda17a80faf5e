using Miner.Mathematics.Expressions;
using Miner.Mathematics.Polynomials;
using Miner.Testing;

namespace Miner.Mathematics.Tests.Polynomials;

/// <summary>Sums and products with bounds, by their closed forms, and how large they may be.</summary>
internal sealed class BoundedSumsTests
{
    [TestCase("∑(k; 1; {0}; k)", "{0}({0} + 1)/2")]
    [TestCase("∑(k; 1; {0}; k^2)", "{0}({0} + 1)(2*{0} + 1)/6")]
    [TestCase("∑(k; 1; {0}; k^3)", "({0}({0} + 1)/2)^2")]
    [TestCase("∑(k; 1; {0}; 1/(k(k + 1)))", "1 - 1/({0} + 1)")]
    [TestCase("∑(k; 0; {0}; binom({0}; k))", "2^{0}")]
    [TestCase("∑(k; 0; {0}; (1/3)^k)", "(3 - (1/3)^{0})/2")]
    [TestCase("∑(i; 1; {0}; ∑(j; 1; i; j))", "{0}({0} + 1)({0} + 2)/6")]
    [TestCase("∏(k; 1; {0}; k)", "{0}!")]
    [TestCase("∏(k; 1; {0}; 1 + 1/k)", "{0} + 1")]
    [TestCase("∏(k; 1; {0}; 2)", "2^{0}")]
    public void Reduce_OfASumOrProduct_IsItsClosedForm(string operation, string closed)
    {
        for (var last = 0; last <= 12; last++)
        {
            var value = new Formula(Formulas.Of(string.Format(null, operation, last))).Constant;
            Assert.That(value, Is.EqualTo(Formulas.Value(string.Format(null, closed, last))), $"{last} terms");
        }
    }

    [TestCase("∑(k; 3; 2; k)", "0")]
    [TestCase("∏(k; 3; 2; k)", "1")]
    [TestCase("∑(k; -3; 3; k)", "0")]
    [TestCase("∑(k; 5; 5; k^2)", "25")]
    [TestCase("∑(k; 1; 2 + 1; k)", "6")]
    [TestCase("2∑(k; 1; 3; k) - 1", "11")]
    [TestCase("∑(k; 1; 3; x k)", "6x")]
    [TestCase("∑(k; 0; 3; x^k)", "1 + x + x^2 + x^3")]
    [TestCase("∫(x; 0; 1; ∑(k; 0; 2; x^k))", "11/6")]
    [TestCase("lim(x; 0; ∫(t; 0; x; 2t)/x^2)", "1")]
    public void Reduce_OfBoundsOfEitherKind_IsTheValue(string operation, string expected) =>
        Assert.That(new Formula(Formulas.Of(operation)).SameAs(new Formula(Formulas.Of(expected))), Is.True);

    [TestCase("∑(k; 1; n; k)")]
    [TestCase("∑(k; 1; ∞; 1/k^2)")]
    [TestCase("∑(k; 0.5; 3; k)")]
    [TestCase("∑(k; 1; 4002; k)", Description = "one term more than there may be")]
    [TestCase("∑(k; 1; 10^30; k)")]
    [TestCase("∑(2; 1; 4; 2)")]
    [TestCase("∑(k; 1; 4)")]
    public void Reduce_OfWhatIsNotComputed_LeavesIt(string operation) =>
        Assert.That(BoundedOperations.Reduce(Formulas.Of(operation)), Is.InstanceOf<FunctionCall>());

    [Test]
    public void Reduce_AtTheLimitOfTerms_ComputesThem()
    {
        var sum = BoundedOperations.Reduce(Formulas.Of("∑(k; 1; 4001; k)"));
        Assert.That(Arithmetic.Evaluate(sum).Value, Is.EqualTo(Formulas.Value("8006001")));
    }

    [TestCase("∑(i; 1; 600; ∑(j; 1; i; j))", Description = "600 sums of hundreds of terms each")]
    [TestCase("∑(i; 1; 99; ∑(j; 1; i; ∑(k; 1; j; ∑(l; 1; k; l))))")]
    public void Reduce_OfSumsInSums_IsBounded(string operation)
    {
        var formula = Formulas.Of(operation);
        CpuTime.EnsureLess(TimeSpan.FromMilliseconds(500), () => BoundedOperations.Reduce(formula));
        Assert.That(BoundedOperations.Reduce(formula), Is.SameAs(formula));
    }

    [Test]
    public void Reduce_OfATermThatDividesByZero_HasNoValue()
    {
        var formula = new Formula(Formulas.Of("∑(k; 0; 2; 1/k)"));
        Assert.That((formula.Constant, formula.SameAs(formula)), Is.EqualTo((null as object, false)));
    }
}
