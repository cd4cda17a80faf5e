using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

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
        return Calculation.Of(
            Surd(formula) is { IsRational: false, IsReal: true } surd
                ? $"{surd} ≈ {NumberText.Of(value)}"
                : $"≈ {NumberText.Of(value)}");
    }

    /// <summary>A rational number plus a multiple of one square root, as far as it is written like that.</summary>
    private static QuadraticSurd? Surd(Expression formula)
    {
        if (Arithmetic.Evaluate(formula, new WorkBudget(Work)) is { HasValue: true, Value: var value }) return value;
        return formula switch
        {
            Power { Base: var inside, Exponent: Number { Value: var exponent } }
                when exponent == Half && Arithmetic.Evaluate(inside, new WorkBudget(Work)) is { HasValue: true, Value: var radicand } =>
                QuadraticSurd.Create(Rational.Zero, Rational.One, radicand),
            Product { Factors: [var first, var second] } when Surd(first) is { } left && Surd(second) is { } right =>
                left.IsRational ? Scaled(right, left.RationalPart) : right.IsRational ? Scaled(left, right.RationalPart) : null,
            Sum { Terms: [var first, var second] } when Surd(first) is { } left && Surd(second) is { } right =>
                left.IsRational ? Moved(right, left.RationalPart) : right.IsRational ? Moved(left, right.RationalPart) : null,
            _ => null,
        };
    }

    private static QuadraticSurd Scaled(QuadraticSurd surd, Rational factor) =>
        QuadraticSurd.Create(surd.RationalPart * factor, surd.Coefficient * factor, surd.Radicand);

    private static QuadraticSurd Moved(QuadraticSurd surd, Rational summand) =>
        QuadraticSurd.Create(surd.RationalPart + summand, surd.Coefficient, surd.Radicand);
}
