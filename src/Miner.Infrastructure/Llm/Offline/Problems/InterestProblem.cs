using System.Text.RegularExpressions;

namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>Simple interest: <c>the simple interest on $500 at 4% per year for 3 years</c>.</summary>
internal static partial class InterestProblem
{
    public static Solution? Solve(Question question)
    {
        if (!Outline().IsMatch(question.Outline) || Values.Of(question.Formulas) is not [var principal, var rate, var years]) return null;
        if (!question.Formulas[1].EndsWith('%')) return null;

        var interest = principal * rate * years;
        return new Solution($"{interest}", $"{principal} * {rate * 100}% * {years} = {Solution.Explain(interest)}");
    }

    [GeneratedRegex(
        "^(what is |how much )?simple interest (on |of |does |is earned on )*# (earn |earns |yield )?at #( rate| simple interest| interest)?( per| each| every)?( year| annum)?"
        + "( rate)?( for| in| over| after)* # years?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Outline();
}
