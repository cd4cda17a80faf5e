using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The formula that a question is about, with what it says of the variables.</summary>
/// <param name="Text">As it was written, without the name of the function.</param>
/// <param name="Values">The variables that are given a value, in order.</param>
/// <param name="Function">The name under which it was defined: <c>f</c> in <c>f(x) = x^2</c>, <c>y</c> in <c>y = x^2</c>; else
/// null.</param>
internal sealed record FormulaTarget(
    string Text, Expression Expression, IReadOnlyDictionary<string, Rational> Values, string? Function, IReadOnlyList<string> Rest)
{
    /// <summary>The only variable, or null where there is none or several.</summary>
    public string? Variable => Expression.Variables() is { Count: 1 } names ? names.First() : null;

    /// <summary>Null where there is no formula with a variable, or more than one.</summary>
    public static FormulaTarget? Find(IEnumerable<string> formulas)
    {
        var values = new Dictionary<string, Rational>(StringComparer.Ordinal);
        var rest = new List<string>();
        FormulaTarget? target = null;
        foreach (var formula in formulas)
        {
            if (Equation.Read(formula) is [var equation])
            {
                if (equation.IsAssignment)
                {
                    if (!values.TryAdd(((Symbol)equation.Left).Name, Arithmetic.Evaluate(equation.Right).Value)) return null;
                    continue;
                }

                if (Name(equation.Left) is not { } name || target is not null) return null;
                var definition = equation.Text[(equation.Text.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
                target = new FormulaTarget(definition, equation.Right, values, name, rest);
            }
            else if (IsLong(formula, out var expression) && target is null)
            {
                target = new FormulaTarget(formula, expression, values, null, rest);
            }
            else
            {
                rest.Add(formula);
            }
        }

        return target;
    }

    private static bool IsLong(string formula, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Expression? expression) =>
        Expression.TryParse(formula, out expression)
        && expression is not (Symbol or FunctionCall { Function.Length: 1 or 2 or 3, Arguments: [Symbol or Number] })
        && expression.Variables().Count > 0;

    private static string? Name(Expression left) => left switch
    {
        Symbol symbol => symbol.Name,
        FunctionCall { Arguments: [Symbol] } call => call.Function,
        _ => null,
    };
}
