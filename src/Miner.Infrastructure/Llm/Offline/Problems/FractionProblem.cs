using System.Text.RegularExpressions;
using Miner.Domain.Mathematics;

namespace Miner.Infrastructure.Llm.Offline.Problems;

/// <summary>The same number in another form: lowest terms, decimal, fraction, mixed number, percentage.</summary>
internal static partial class FractionProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static Solution? Solve(Question question)
    {
        if (question.Formulas is not [var formula] || !Form().IsMatch(question.Outline)) return null;

        var result = Arithmetic.Evaluate(formula);
        if (!result.HasValue) return ArithmeticProblem.Compute(formula);

        var value = result.Value;
        if (question.Mentions("percent", "percentage")) return Answer(formula, $"{Solution.Measure(value * 100)}%");
        if (question.Mentions("mixed")) return Answer(formula, DecimalText.MixedNumber(value));
        if (question.Mentions("decimal")) return Answer(formula, Solution.Measure(value));
        return question.Mentions("fraction", "terms", "simplify", "reduce", "simplest", "simplified") ? Answer(formula, DecimalText.Fraction(value)) : null;
    }

    private static Solution Answer(string formula, string text) =>
        new(text, text.StartsWith("about ", StringComparison.Ordinal) ? $"{formula} ≈ {text[6..]}" : $"{formula} = {text}");

    [GeneratedRegex("^(convert |express |write |turn |change |what is |simplify |reduce |fraction |decimal |percent )*#( (as|to|into|in|is|fraction|decimal|percent|percentage|mixed|number|form|its|lowest|simplest|terms|what|simplified|common|improper|proper))*$", Options)]
    private static partial Regex Form();
}
