using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Mathematics.Calculations;

/// <summary>The value of a formula without variables.</summary>
internal static class FormulaValue
{
    /// <summary>Some hundredths of a second.</summary>
    private const int Work = 20_000;

    private static readonly Rational Half = new(1, 2);

    public static Calculation Compute(IReadOnlyList<string> input)
    {
        if (input is not [var text]) return Calculation.None("This takes one formula.");
        if (!FormulaText.TryRead(text.TrimEnd('=', '?', ' '), out var formula))
            return Calculation.None($"This is not a formula that can be read. {FormulaText.Grammar}");
        if (formula.Variables() is { Count: > 0 } variables)
        {
            return Calculation.None(
                $"The formula has a variable, {variables.First()}: give numbers, or an equation to the operation solve.");
        }

        var result = Arithmetic.Evaluate(formula, new WorkBudget(Work));
        return result.Outcome switch
        {
            ArithmeticOutcome.Value => Calculation.Of(NumberText.Of(result.Value)),
            ArithmeticOutcome.NotRational => Irrational(formula),
            ArithmeticOutcome.TooLarge => Calculation.None("This is too large to be computed."),
            _ => Calculation.None("This has no value: a division by zero, or a function outside of where it is defined."),
        };
    }

    private static Calculation Irrational(Expression formula)
    {
        var value = formula.Approximate();
        if (!double.IsFinite(value)) return Calculation.None("This has no value that is a real number and can be computed.");
        return Calculation.Of(Surd(formula) switch
        {
            null => $"≈ {NumberText.Of(value)}",
            { IsRational: true } surd => NumberText.Of(surd.RationalPart),
            var surd => $"{surd} ≈ {NumberText.Of(value)}",
        });
    }

    /// <summary>The value as a rational number plus a multiple of one square root; null where it is none, or takes too much work.</summary>
    private static QuadraticSurd? Surd(Expression formula)
    {
        if (NormalForm.TryCreate(formula) is not { IsWhole: true, Numerator: var sum }) return null;
        var roots = sum.Terms.Keys.Where(monomial => !monomial.IsOne).ToList();
        if (roots.Count > 1) return null;

        var (coefficient, radicand) = (Rational.Zero, Rational.One);
        foreach (var root in roots)
        {
            coefficient = sum.Terms[root];
            foreach (var (atom, exponent) in root.Powers)
            {
                if (exponent != Half || !Rational.TryParse(atom, out var factor)) return null;
                radicand *= factor;
            }
        }

        return QuadraticSurd.Create(sum.Terms.GetValueOrDefault(Monomial.One), coefficient, radicand);
    }
}
