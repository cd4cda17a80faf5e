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

    /// <summary>How many those of all sums may have, one inside of another or side by side.</summary>
    private const int MaxWork = 40_000;

    /// <summary>The formula with those that can be computed exactly in closed form; the others stay.</summary>
    public static Expression Reduce(Expression expression)
    {
        if (!Occur(expression)) return expression;
        try
        {
            return Reduce(expression, new WorkBudget(MaxWork));
        }
        catch (Exception exception) when (exception is OverflowException or DivideByZeroException)
        {
            return expression;
        }
    }

    private static Expression Reduce(Expression expression, WorkBudget budget) =>
        expression.Replace(part => part is FunctionCall call ? Value(call, budget) : null);

    private static bool Occur(Expression expression) =>
        expression is FunctionCall { Function: "∑" or "∏" or "∫" or "lim" } || expression.Operands().Any(Occur);

    private static Expression? Value(FunctionCall call, WorkBudget budget) => call switch
    {
        { Function: "∑" or "∏", Arguments: [Symbol index, var from, var to, var body] } => Terms(index.Name, from, to, body, budget) switch
        {
            null => null,
            [] => new Number(call.Function == "∑" ? Rational.Zero : Rational.One),
            [var only] => only,
            var terms => call.Function == "∑" ? new Sum(terms) : new Product(terms),
        },
        { Function: "∫", Arguments: [Symbol variable, var from, var to, var body] } => Integrals.Between(variable.Name, from, to, body),
        { Function: "lim", Arguments: [Symbol variable, var point, var body] } => Limits.At(variable.Name, point, body),
        _ => null,
    };

    /// <summary>The body for each whole number from the first to the last; null where they are not known, or too many.</summary>
    private static List<Expression>? Terms(string index, Expression from, Expression to, Expression body, WorkBudget budget)
    {
        if (Arithmetic.Evaluate(from) is not { HasValue: true, Value: { IsInteger: true } first }) return null;
        if (Arithmetic.Evaluate(to) is not { HasValue: true, Value: { IsInteger: true } last }) return null;
        var size = Size(body);
        if ((last - first) * size > MaxSize) return null;

        var terms = new List<Expression>();
        for (var value = first; value <= last; value += Rational.One)
        {
            budget.Spend(size);
            var term = body.With(index, new Number(value));

            // What is inside may have waited for the index.
            terms.Add(Occur(term) ? Reduce(term, budget) : term);
        }

        return terms;
    }

    private static int Size(Expression expression) => 1 + expression.Operands().Sum(Size);
}
