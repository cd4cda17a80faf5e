namespace Miner.Domain.Mathematics;

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

/// <summary>Exact evaluation of plain arithmetic, in time linear in the text for numbers of a given size.</summary>
public static class Arithmetic
{
    /// <summary>The exact value of a formula in the grammar of <see cref="Expression.TryParse"/>. Never throws.</summary>
    public static ArithmeticResult Evaluate(string text)
    {
        try
        {
            return ExpressionParser.Parse(text) is { } expression
                ? ArithmeticEvaluator.Evaluate(expression)
                : ArithmeticOutcome.NotAnExpression;
        }
        catch (OverflowException)
        {
            return ArithmeticOutcome.TooLarge;
        }
    }

    /// <summary>The exact value of a formula without variables. Never throws.</summary>
    public static ArithmeticResult Evaluate(Expression expression)
    {
        try
        {
            return ArithmeticEvaluator.Evaluate(expression);
        }
        catch (OverflowException)
        {
            return ArithmeticOutcome.TooLarge;
        }
    }
}
