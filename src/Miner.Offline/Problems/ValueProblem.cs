using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The value of a formula where its variables are given: <c>3x^2 - 1 at x = 4</c>, or <c>f(4)</c> of a defined f.</summary>
internal static class ValueProblem
{
    private const string Given = "((if|let|given|suppose|for|when)( that)? )";

    private static readonly QuestionForm[] Forms =
    [
        new("<ask><formula> (at|for|when|if|where|given|given that) <known..>", Substitute),
        new($"{Given}<known..>( ,| \\.| ;)?( then)? <ask><formula>", Substitute),
        new($"({Given}(function )?)?<definition>( ,| \\.| ;)( then)? <ask><formula>", ApplyFunction),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Substitute(Reading reading)
    {
        if (!Expression.TryParse(reading.Formula("formula"), out var expression)) return null;

        var values = new Dictionary<string, Rational>(StringComparer.Ordinal);
        foreach (var known in reading.Formulas("known"))
        {
            if (Equation.Read(known) is not [{ IsAssignment: true } equation]) return null;
            if (!values.TryAdd(((Symbol)equation.Left).Name, Arithmetic.Evaluate(equation.Right).Value)) return null;
        }

        if (!expression.Variables().SetEquals(values.Keys)) return null;
        var filled = expression.Replace(
            part => part is Symbol symbol && values.TryGetValue(symbol.Name, out var known) ? new Number(known) : null);
        var where = string.Join(", ", values.Select(known => $"{known.Key} = {known.Value}"));
        return Answer($"{where}: {reading.Formula("formula")}", filled);
    }

    private static Solution? ApplyFunction(Reading reading)
    {
        if (Definition.Read(reading.Formula("definition")) is not { Name: { } name, Variable: { } variable } definition) return null;
        var asked = reading.Formula("formula");
        if (!Expression.TryParse(asked, out var expression) || expression.Variables().Count > 0) return null;

        var called = false;
        var replaced = expression.Replace(part =>
        {
            if (part is not FunctionCall { Arguments: [var argument] } call || call.Function != name) return null;
            called = true;
            return definition.Expression.Replace(inner => inner is Symbol symbol && symbol.Name == variable ? argument : null);
        });
        return called ? Answer(asked, replaced) : null;
    }

    private static Solution? Answer(string what, Expression filled)
    {
        if (AmbiguousFormula.Is(filled, what)) return null;
        var value = Arithmetic.Evaluate(filled);
        return value.Outcome switch
        {
            ArithmeticOutcome.Value => new Solution($"{value.Value}", $"{what} = {Solution.Explain(value.Value)}"),
            ArithmeticOutcome.Undefined => new Solution(Solution.Undefined, $"{what} has no value."),
            _ => null,
        };
    }
}
