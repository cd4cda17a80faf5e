using Miner.Mathematics.Expressions;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>The constant behind an indefinite integral, which is written <c>C</c> or <c>c</c>.</summary>
internal static class IntegrationConstant
{
    /// <summary>A sum in one variable with <c>c</c> as one term, and nowhere else, with <c>C</c> in its place; all else as it is.</summary>
    public static Expression Named(Expression expression)
    {
        if (expression is not Sum sum || sum.Terms.Count(IsConstant) != 1) return expression;

        var others = sum.Terms.Where(term => !IsConstant(term)).SelectMany(term => term.Variables()).Distinct().ToList();
        return others is [not ("c" or "C")]
            ? new Sum([.. sum.Terms.Select(term => IsConstant(term) ? new Symbol("C") : term)])
            : expression;
    }

    private static bool IsConstant(Expression term) => term is Symbol { Name: "c" };
}
