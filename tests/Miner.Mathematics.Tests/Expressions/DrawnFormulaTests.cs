using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Tests.Expressions;

/// <summary>Formulas that are put together at random have the value that their parts make, whichever way they are read.</summary>
internal sealed class DrawnFormulaTests
{
    private const int Count = 400;

    [Test]
    public void Evaluate_OfAnyFormula_IsWhatItsPartsMake() => ForEach(formula =>
        Assert.That(Arithmetic.Evaluate(formula.Plain), Is.EqualTo((ArithmeticResult)formula.Value), formula.Plain));

    [Test]
    public void Evaluate_OfTheSameFormulaInLatex_IsTheSame() => ForEach(formula =>
        Assert.That(
            Arithmetic.Evaluate(LatexRewriter.Rewrite(formula.Latex, isMath: true)!),
            Is.EqualTo((ArithmeticResult)formula.Value),
            formula.Latex));

    [Test]
    public void Approximate_OfAnyFormula_IsNearItsExactValue() => ForEach(formula =>
    {
        if (formula.HasSteps) return;
        var (expression, value) = (Formulas.Of(formula.Plain), (double)formula.Value);
        var tolerance = 1e-9 * Math.Max(1, Math.Abs(value));
        Assert.That(expression.Approximate(), Is.EqualTo(value).Within(tolerance), formula.Plain);
        Assert.That(ComplexEvaluator.Evaluate(expression, _ => 0).Real, Is.EqualTo(value).Within(tolerance), formula.Plain);
    });

    [Test]
    public void Constant_OfAnyFormula_IsItsValue() => ForEach(formula =>
        Assert.That(new Formula(Formulas.Of(formula.Plain)).Constant, Is.EqualTo(formula.Value).Or.Null, formula.Plain));

    [Test]
    public void With_AValueForAVariable_IsTheFormulaOfThatValue() => ForEach(formula =>
    {
        var seven = new Number(7);
        var replaced = Formulas.Of(formula.Plain).Replace(part => part.Equals(seven) ? new Symbol("x") : null).With("x", seven);
        Assert.That(Arithmetic.Evaluate(replaced).Value, Is.EqualTo(formula.Value), formula.Plain);
    });

    private static void ForEach(Action<DrawnFormula> check)
    {
        foreach (var random in Draws.Of(Count)) check(DrawnFormula.Draw(random, depth: 4));
    }
}
