using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;

namespace Miner.Offline.Problems;

/// <summary>A function of one variable with its name: <c>f(x) = x^2</c>, <c>y = x^2</c>; or a formula without one.</summary>
/// <param name="Name">Null where there is none.</param>
/// <param name="Variable">The only variable; null where the formula holds none and none is named.</param>
internal sealed record Definition(string? Name, string? Variable, string Text, Expression Expression)
{
    /// <summary>Null where <paramref name="formula"/> is none, or of more than one variable.</summary>
    public static Definition? Read(string formula)
    {
        if (Expression.TryParse(formula, out var expression)) return Create(null, null, formula, expression);
        if (Equation.Read(formula) is not [var equation]) return null;

        var text = equation.Text[(equation.Text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        return equation.Left switch
        {
            Symbol symbol => Create(symbol.Name, null, text, equation.Right),
            FunctionCall { Arguments: [Symbol argument] } call => Create(call.Function, argument.Name, text, equation.Right),
            _ => null,
        };
    }

    private static Definition? Create(string? name, string? argument, string text, Expression expression)
    {
        var variables = expression.Variables();
        if (AmbiguousFormula.Is(expression, text) || Gaps.MayClose(expression)) return null;
        // A curve given as x = y^2 has another slope, area and zeros than y = x^2.
        if (name == "x" && variables.Contains("y")) return null;
        if (variables.Count > 1 || (name is not null && variables.Contains(name))) return null;
        if (argument is not null && variables.Count == 1 && !variables.Contains(argument)) return null;
        return new Definition(name, argument ?? variables.FirstOrDefault(), text, expression);
    }
}
