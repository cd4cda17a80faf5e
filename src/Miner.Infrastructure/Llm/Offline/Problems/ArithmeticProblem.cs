using Miner.Domain.Mathematics;
using Miner.Infrastructure.Llm.Offline.Text;

namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>Plain calculations: <c>What is 6*7?</c></summary>
internal static class ArithmeticProblem
{
    public static Solution? Solve(string query)
    {
        var formulas = FormulaScanner.Find(query).Where(formula => formula.HasOperation).ToList();
        if (formulas.Count == 0 || !Words.AreFillers(Without(query, formulas))) return null;

        var steps = new List<string>();
        var answers = new List<string>();
        foreach (var formula in formulas)
        {
            if (Compute(formula.Text) is not { } solution) return null;
            steps.AddRange(solution.Steps);
            answers.Add(solution.Answer);
        }

        return new Solution(string.Join(" and ", answers), steps);
    }

    private static Solution? Compute(string formula)
    {
        var result = Arithmetic.Evaluate(formula);
        return result.Outcome switch
        {
            ArithmeticOutcome.Value => new Solution(result.Value.ToString(), $"{formula} = {result.Value}"),
            ArithmeticOutcome.Undefined => new Solution(Solution.Undefined, $"{formula} has no value."),
            _ => null,
        };
    }

    private static string Without(string query, List<FormulaSpan> formulas)
    {
        foreach (var formula in Enumerable.Reverse(formulas)) query = query.Remove(formula.Start, formula.Text.Length).Insert(formula.Start, " ");
        return query;
    }
}
