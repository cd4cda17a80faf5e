using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>
/// Sums, products, integrals and limits with bounds, which stand in formulas as calls of <c>∑(k; 1; 4; k^2)</c>, <c>∏</c>, <c>∫</c> and
/// <c>lim(x; 0; sin(x)/x)</c>.
/// </summary>
internal static class BoundedOperations
{
    /// <summary>How many symbols and numbers the terms of a sum may have together.</summary>
    private const int MaxSize = 4_000;

    /// <summary>The formula with those that can be computed exactly in closed form; the others stay.</summary>
    public static Expression Reduce(Expression expression)
    {
        if (!Occur(expression)) return expression;
        try
        {
            return expression.Replace(part => part is FunctionCall call ? Value(call) : null);
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            return expression;
        }
    }

    private static bool Occur(Expression expression) =>
        expression is FunctionCall { Function: "∑" or "∏" or "∫" or "lim" } || expression.Operands().Any(Occur);

    private static Expression? Value(FunctionCall call) => call switch
    {
        { Function: "∑", Arguments: [Symbol index, var from, var to, var body] } => Terms(index.Name, from, to, body) switch
        {
            null => null,
            [] => new Number(Rational.Zero),
            [var only] => only,
            var terms => new Sum(terms),
        },
        { Function: "∏", Arguments: [Symbol index, var from, var to, var body] } => Terms(index.Name, from, to, body) switch
        {
            null => null,
            [] => new Number(Rational.One),
            [var only] => only,
            var factors => new Product(factors),
        },
        { Function: "∫", Arguments: [Symbol variable, var from, var to, var body] } => Integrals.Between(variable.Name, from, to, body),
        { Function: "lim", Arguments: [Symbol variable, var point, var body] } => Limits.At(variable.Name, point, body),
        _ => null,
    };

    /// <summary>The body for each whole number from the first to the last; null where they are not known, or too many.</summary>
    private static List<Expression>? Terms(string index, Expression from, Expression to, Expression body)
    {
        if (Arithmetic.Evaluate(from) is not { HasValue: true, Value: { IsInteger: true } first }) return null;
        if (Arithmetic.Evaluate(to) is not { HasValue: true, Value: { IsInteger: true } last }) return null;
        if ((last - first) * Size(body) > MaxSize) return null;

        var terms = new List<Expression>();
        for (var value = first; value <= last; value += Rational.One) terms.Add(body.With(index, new Number(value)));
        return terms;
    }

    private static int Size(Expression expression) => 1 + expression.Operands().Sum(Size);
}
