using Miner.Mathematics.Expressions;

namespace Miner.Offline.Problems;

/// <summary>The value of a formula where its variables are given: <c>3x^2 - 1 at x = 4</c>, or <c>f(4)</c> of a defined f.</summary>
internal static class ValueProblem
{
    private static readonly HashSet<string> Vocabulary = Words.Set(
        "function polynomial at for substitute plug into formula equation defined suppose so");

    public static Solution? Solve(Question question)
    {
        if (!question.HasOnly(Vocabulary) || FormulaTarget.Find(question.Formulas) is not { } target) return null;
        return target.Values.Count > 0 ? Substitute(target) : ApplyFunction(target);
    }

    private static Solution? Substitute(FormulaTarget target)
    {
        if (!target.Expression.Variables().IsSubsetOf(target.Values.Keys)) return null;
        if (target.Rest.Any(formula => !target.Values.ContainsKey(formula) && formula[0] != target.Function?[0])) return null;

        var value = Arithmetic.Evaluate(target.Expression.Replace(
            part => part is Symbol symbol && target.Values.TryGetValue(symbol.Name, out var known) ? new Number(known) : null));
        var where = string.Join(", ", target.Values.Select(known => $"{known.Key} = {known.Value}"));
        return Answer($"{where}: {target.Text}", value);
    }

    private static Solution? ApplyFunction(FormulaTarget target)
    {
        if (target is not { Function: { } function, Variable: { } variable, Rest: [var asked] }) return null;
        if (!Expression.TryParse(asked, out var expression) || expression.Variables().Count > 0) return null;

        var called = false;
        var replaced = expression.Replace(part =>
        {
            if (part is not FunctionCall { Arguments: [var argument] } call || call.Function != function) return null;
            called = true;
            return target.Expression.Replace(inner => inner is Symbol symbol && symbol.Name == variable ? argument : null);
        });
        return called ? Answer(asked, Arithmetic.Evaluate(replaced)) : null;
    }

    private static Solution? Answer(string what, ArithmeticResult value) => value.Outcome switch
    {
        ArithmeticOutcome.Value => new Solution($"{value.Value}", $"{what} = {Solution.Explain(value.Value)}"),
        ArithmeticOutcome.Undefined => new Solution(Solution.Undefined, $"{what} has no value."),
        _ => null,
    };
}
