using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>How an evaluation ended.</summary>
public enum ArithmeticOutcome
{
    /// <summary>There is an exact value.</summary>
    Value,

    /// <summary>There is no value: a division by zero, the factorial of a negative number.</summary>
    Undefined,

    /// <summary>It is a formula, but its value is no rational number or not known: a variable, pi, the square root of two.</summary>
    NotRational,

    /// <summary>The text, its nesting or a number on the way is beyond the limits, and was not computed.</summary>
    TooLarge,

    NotAnExpression,
}

/// <param name="Outcome">How the evaluation ended.</param>
/// <param name="Value">The exact value where <paramref name="Outcome"/> is <see cref="ArithmeticOutcome.Value"/>, else zero.</param>
public readonly record struct ArithmeticResult(ArithmeticOutcome Outcome, Rational Value)
{
    public bool HasValue => Outcome == ArithmeticOutcome.Value;

    public static implicit operator ArithmeticResult(Rational value) => new(ArithmeticOutcome.Value, value);

    public static implicit operator ArithmeticResult(ArithmeticOutcome outcome) => new(outcome, default);
}

/// <summary>Exact evaluation of plain arithmetic.</summary>
public static class Arithmetic
{
    // About a third of a second for the worst that fits in a text.
    private const int Work = 300_000;

    /// <summary>
    /// The exact value of a formula in the grammar of <see cref="Expression.TryParse"/>. Takes time linear in the text for numbers of a
    /// given size, and a bounded time for any. Never throws.
    /// </summary>
    public static ArithmeticResult Evaluate(string text)
    {
        try
        {
            return ExpressionParser.Parse(text) is { } expression ? Evaluate(expression) : ArithmeticOutcome.NotAnExpression;
        }
        catch (OverflowException)
        {
            return ArithmeticOutcome.TooLarge;
        }
    }

    /// <summary>The exact value of a formula. Never throws.</summary>
    public static ArithmeticResult Evaluate(Expression expression) => Evaluate(expression, new WorkBudget(Work));

    /// <summary>As <see cref="Evaluate(Expression)"/>, within a budget that others may have spent of.</summary>
    internal static ArithmeticResult Evaluate(Expression expression, WorkBudget budget)
    {
        try
        {
            return new ArithmeticEvaluator(budget).Evaluate(expression);
        }
        catch (OverflowException)
        {
            return ArithmeticOutcome.TooLarge;
        }
    }
}
