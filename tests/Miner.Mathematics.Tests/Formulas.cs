using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Tests;

internal static class Formulas
{
    public static Expression Of(string text) =>
        Expression.TryParse(text, out var expression)
            ? expression
            : throw new ArgumentException($"This is no formula: {text}", nameof(text));

    /// <summary>A number, or a fraction of two.</summary>
    public static Rational Value(string text) => Arithmetic.Evaluate(text) is { HasValue: true, Value: var value }
        ? value
        : throw new ArgumentException($"This has no value: {text}", nameof(text));
}
