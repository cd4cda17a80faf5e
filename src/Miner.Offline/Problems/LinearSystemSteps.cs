using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;
using Miner.Mathematics.Polynomials;

namespace Miner.Offline.Problems;

/// <summary>Solves systems of linear equations and shows how.</summary>
internal static class LinearSystemSteps
{
    /// <param name="equations">One or more.</param>
    /// <param name="asked">The variables that are asked for; all where there are none.</param>
    /// <param name="others">Formulas in the variables whose value is asked for instead.</param>
    public static Solution? Solve(IReadOnlyList<Equation> equations, IReadOnlyList<string> asked, IReadOnlyList<string> others)
    {
        var forms = new List<LinearForm>();
        foreach (var equation in equations)
        {
            if (!LinearForm.TryCreate(equation.Difference, out var form)) return null;
            forms.Add(form);
        }

        var solution = LinearSystem.Solve(forms);
        if (solution.Kind == LinearSystemKind.Inconsistent)
            return new Solution("no solution", [.. solution.Steps, "The equations contradict each other."]);

        var known = solution.Values.ToDictionary(value => value.Key, value => value.Value);
        if (others.Count > 0) return others is [var formula] ? Evaluate(formula, known, solution.Steps) : null;

        var named = asked.Count > 0 ? solution.Values.Where(value => asked.Contains(value.Key)).ToList() : solution.Values;
        var complete = asked.Count > 0 ? named.Count == asked.Count : solution.Kind == LinearSystemKind.Unique;
        return complete
            ? new Solution(string.Join(", ", named.Select(value => $"{value.Key} = {value.Value}")), solution.Steps)
            : asked.Count > 0
            ? null
            : new Solution("infinitely many solutions", [.. solution.Steps, "The equations do not determine every variable."]);
    }

    private static Solution? Evaluate(string formula, Dictionary<string, Rational> known, IReadOnlyList<string> steps)
    {
        if (
            !Expression.TryParse(formula, out var expression)
            || expression.Variables() is not { Count: > 0 } names
            || !names.IsSubsetOf(known.Keys))
            return null;

        var value = Arithmetic.Evaluate(expression.Replace(part => part is Symbol { Name: var name } ? new Number(known[name]) : null));
        return value.HasValue ? new Solution($"{value.Value}", [.. steps, $"{formula} = {Solution.Explain(value.Value)}"]) : null;
    }
}
