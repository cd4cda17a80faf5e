using Miner.Domain.Mathematics;

namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>The variables of formulas.</summary>
internal static class Symbols
{
    private static readonly HashSet<string> Constants = ["pi", "∞"];

    public static IReadOnlySet<string> In(params IEnumerable<Expression> expressions)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var expression in expressions) Collect(expression, names);
        names.ExceptWith(Constants);
        return names;
    }

    /// <summary>The formula with <paramref name="replace"/> in place of what it returns something for, from the leaves upwards.</summary>
    public static Expression Replace(Expression expression, Func<Expression, Expression?> replace)
    {
        List<Expression> All(IEnumerable<Expression> operands) => [.. operands.Select(operand => Replace(operand, replace))];

        var rebuilt = expression switch
        {
            Sum sum => new Sum(All(sum.Terms)),
            Product product => new Product(All(product.Factors)),
            Power power => new Power(Replace(power.Base, replace), Replace(power.Exponent, replace)),
            Remainder remainder => new Remainder(Replace(remainder.Dividend, replace), Replace(remainder.Divisor, replace)),
            Factorial factorial => new Factorial(Replace(factorial.Operand, replace)),
            FunctionCall call => new FunctionCall(call.Function, All(call.Arguments)),
            _ => expression,
        };
        return replace(rebuilt) ?? rebuilt;
    }

    private static void Collect(Expression expression, SortedSet<string> names)
    {
        if (expression is Symbol symbol) names.Add(symbol.Name);
        foreach (var operand in Operands(expression)) Collect(operand, names);
    }

    private static IReadOnlyList<Expression> Operands(Expression expression) => expression switch
    {
        Sum sum => sum.Terms,
        Product product => product.Factors,
        Power power => [power.Base, power.Exponent],
        Remainder remainder => [remainder.Dividend, remainder.Divisor],
        Factorial factorial => [factorial.Operand],
        FunctionCall call => call.Arguments,
        _ => [],
    };
}
