using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The same number in another form: lowest terms, decimal, fraction, mixed number, percentage.</summary>
internal static partial class FractionProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int MaxPlaces = 50;

    public static Solution? Solve(Question question)
    {
        if (Rounding().IsMatch(question.Outline)) return Round(question);
        if (question.Formulas is not [var formula] || !Form().IsMatch(question.Outline)) return null;

        var result = Arithmetic.Evaluate(formula);
        if (!result.HasValue) return ArithmeticProblem.Compute(formula);

        var value = result.Value;
        if (question.Mentions("percent", "percentage")) return Answer(formula, $"{Solution.Measure(value * 100)}%");
        if (question.Mentions("mixed")) return Answer(formula, DecimalText.MixedNumber(value));
        if (question.Mentions("decimal")) return Answer(formula, Solution.Measure(value));
        return question.Mentions("fraction", "terms", "simplify", "reduce", "simplest", "simplified")
            ? Answer(formula, DecimalText.Fraction(value))
            : null;
    }

    private static Solution? Round(Question question)
    {
        if (Values.Of(question.Formulas) is not { Count: 1 or 2 } values) return null;

        if (Large().Match(question.Outline) is { Success: true } large && values is [var whole])
        {
            var word = large.Groups["unit"].Value;
            var unit = (Rational)(NumberWords.Multiple(word) ?? NumberWords.Value(word) ?? 1);
            return Answer($"{question.Formulas[0]} rounded", $"{Rational.Parse(DecimalText.Round(whole / unit, 0)) * unit}");
        }

        var places = CountOf(question) is { } named ? named
            : values.Count == 2 && values[1].IsInteger && values[1].Sign >= 0 && values[1] <= MaxPlaces ? (int)values[1].Numerator
            : values.Count == 2 ? -1
            : question.Mentions("tenth") ? 1
            : question.Mentions("hundredth") ? 2
            : question.Mentions("thousandth") ? 3
            : 0;
        return places < 0 ? null : Answer($"{question.Formulas[0]} rounded", DecimalText.Round(values[0], places));
    }

    /// <summary>The number of places in words.</summary>
    private static int? CountOf(Question question) =>
        question.Mentions("places", "place")
            ? Enumerable.Range(1, 4).Select(count => (int?)count).FirstOrDefault(count => question.Mentions(NumberWords.Of(count!.Value)))
            : null;

    private static Solution Answer(string formula, string text) =>
        new(text, text.StartsWith("about ", StringComparison.Ordinal) ? $"{formula} ≈ {text[6..]}" : $"{formula} = {text}");

    [GeneratedRegex(
        "^(what is )?(round|rounded)? ?# ?(rounded )?(to )?((#|one|two|three|four) decimal (place|places)|# (place|places)|nearest"
            + " (integer|whole number|whole|tenth|hundredth|thousandth|ten|hundred|thousand|million))$",
        Options)]
    private static partial Regex Rounding();

    [GeneratedRegex("nearest (?<unit>ten|hundred|thousand|million)$", Options)]
    private static partial Regex Large();

    [GeneratedRegex("^(convert |express |write |turn |change |what is |simplify |reduce |fraction |decimal |percent )*#( (as|to|into|in|is"
            + "|fraction|decimal|percent|percentage|mixed|number|form|its|lowest|simplest|terms|what|simplified|common|improper|proper))*$",
        Options)]
    private static partial Regex Form();
}
