namespace Miner.Mathematics.Expressions;

/// <summary>What can be asked of any formula.</summary>
public static class ExpressionExtensions
{
    /// <summary>The names of the variables, sorted; pi, e, i and infinity are constants.</summary>
    public static IReadOnlySet<string> Variables(this Expression expression)
    {
        var names = expression.Names();
        names.ExceptWith(["pi", "e", "i", "∞"]);
        return names;
    }

    /// <summary>Whether the imaginary unit is in it.</summary>
    internal static bool IsComplex(this Expression expression) => expression.Names().Contains("i");

    /// <summary>The value of a formula without variables, to about fifteen digits; NaN where it has none that is real.</summary>
    public static double Approximate(this Expression expression) => NumericEvaluator.Evaluate(expression, _ => double.NaN);

    /// <summary>What it is directly made of; nothing for a numeral or a name.</summary>
    internal static IReadOnlyList<Expression> Operands(this Expression expression) => expression switch
    {
        Sum sum => sum.Terms,
        Product product => product.Factors,
        Power power => [power.Base, power.Exponent],
        Remainder remainder => [remainder.Dividend, remainder.Divisor],
        Factorial factorial => [factorial.Operand],
        FunctionCall call => call.Arguments,
        _ => [],
    };

    /// <summary>The formula with <paramref name="value"/> in place of a name.</summary>
    internal static Expression With(this Expression expression, string name, Expression value) =>
        expression.Replace(part => part is Symbol symbol && symbol.Name == name ? value : null);

    /// <summary>The formula with <paramref name="replace"/> in place of what it returns something for, from the leaves upwards.</summary>
    public static Expression Replace(this Expression expression, Func<Expression, Expression?> replace)
    {
        List<Expression> All(IEnumerable<Expression> operands) => [.. operands.Select(operand => operand.Replace(replace))];

        var rebuilt = expression switch
        {
            Sum sum => new Sum(All(sum.Terms)),
            Product product => new Product(All(product.Factors)),
            Power power => new Power(power.Base.Replace(replace), power.Exponent.Replace(replace)),
            Remainder remainder => new Remainder(remainder.Dividend.Replace(replace), remainder.Divisor.Replace(replace)),
            Factorial factorial => new Factorial(factorial.Operand.Replace(replace)),
            FunctionCall call => new FunctionCall(call.Function, All(call.Arguments)),
            _ => expression,
        };
        return replace(rebuilt) ?? rebuilt;
    }

    private static SortedSet<string> Names(this Expression expression)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        Collect(expression);
        return names;

        void Collect(Expression part)
        {
            if (part is Symbol symbol) names.Add(symbol.Name);
            foreach (var operand in part.Operands()) Collect(operand);
        }
    }
}
