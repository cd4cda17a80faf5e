using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Approximate values, for what cannot be compared exactly.</summary>
internal static class NumericEvaluator
{
    // Enough for any fraction that a root is written with.
    private const int ExponentWork = 100;

    /// <summary>The value as a double, with <paramref name="valueOf"/> for the variables; NaN where it has none that is real.</summary>
    public static double Evaluate(Expression expression, Func<string, double> valueOf)
    {
        double Of(Expression operand) => Evaluate(operand, valueOf);

        return expression switch
        {
            Number number => (double)number.Value,
            Symbol { Name: "pi" } => Math.PI,
            Symbol { Name: "e" } => Math.E,
            Symbol { Name: "∞" } => double.PositiveInfinity,
            Symbol { Name: "i" } => double.NaN,
            Symbol symbol => valueOf(symbol.Name),
            Sum sum => sum.Terms.Sum(Of),
            Product product => product.Factors.Aggregate(1.0, (total, factor) => total * Of(factor)),
            Power power => Raise(Of(power.Base), power.Exponent, valueOf),
            Remainder remainder => FlooredRemainder(Of(remainder.Dividend), Of(remainder.Divisor)),
            Factorial factorial => Gamma.Factorial(Of(factorial.Operand)),
            FunctionCall { Function: "binom", Arguments: [var from, var chosen] } => Choose(Of(from), Of(chosen)),
            FunctionCall { Function: "min" or "max", Arguments: [_, ..] } call => Extreme(call.Function, call.Arguments.Select(Of)),
            FunctionCall { Arguments: [var argument] } call => Apply(call.Function, Of(argument)),
            _ => double.NaN,
        };
    }

    private static double Raise(double value, Expression exponent, Func<string, double> valueOf)
    {
        // The exact exponent tells an odd root, which a negative number has, from an even one.
        if (value < 0
            && Arithmetic.Evaluate(exponent, new WorkBudget(ExponentWork)) is { HasValue: true, Value: { IsInteger: false } power }
            && !power.Denominator.IsEven)
        {
            return Math.Pow(-value, (double)power) * (power.Numerator.IsEven ? 1 : -1);
        }

        return Math.Pow(value, Evaluate(exponent, valueOf));
    }

    private static double Extreme(string function, IEnumerable<double> values) => function == "min" ? values.Min() : values.Max();

    private static double FlooredRemainder(double dividend, double divisor) => dividend - (divisor * Math.Floor(dividend / divisor));

    private static double Choose(double from, double chosen) =>
        Gamma.Factorial(from) / (Gamma.Factorial(chosen) * Gamma.Factorial(from - chosen));

    private static double Apply(string function, double value) => function switch
    {
        "abs" => Math.Abs(value),
        "floor" => Math.Floor(value),
        "ceil" => Math.Ceiling(value),
        "ln" => Math.Log(value),
        "log" => Math.Log10(value),
        "sin" => Math.Sin(value),
        "cos" => Math.Cos(value),
        "tan" => Math.Tan(value),
        "cot" => 1 / Math.Tan(value),
        "sec" => 1 / Math.Cos(value),
        "csc" => 1 / Math.Sin(value),
        "arcsin" => Math.Asin(value),
        "arccos" => Math.Acos(value),
        "arctan" => Math.Atan(value),
        "sinh" => Math.Sinh(value),
        "cosh" => Math.Cosh(value),
        "tanh" => Math.Tanh(value),
        _ => function.StartsWith("log_", StringComparison.Ordinal) && Rational.TryParse(function.AsSpan(4), out var radix)
            ? Math.Log(value) / Math.Log((double)radix)
            : double.NaN,
    };
}
