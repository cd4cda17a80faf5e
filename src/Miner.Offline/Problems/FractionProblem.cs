using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>The same number in another form: lowest terms, decimal, fraction, mixed number, percentage.</summary>
internal static class FractionProblem
{
    private const int MaxPlaces = 50;
    private const string Lowest = "(its )?(lowest terms|simplest form)";
    private const string Target =
        $"(?<form>(simplified |common |improper |reduced )?fraction( in {Lowest})?|decimal( number| form)?|percent|percentage|mixed number"
        + $"|fraction form|{Lowest})";

    private static readonly QuestionForm[] Forms =
    [
        new($"(simplify|reduce)( fraction)?( :)? <value>( to {Lowest})?", reading => Convert(reading, "fraction")),
        new(
            $"(convert|express|write|turn|change)( fraction| decimal)? <value> (as|to|into|in) {Target}",
            reading => Convert(reading, null)),
        new($"(what is )?<value> (as|in) {Target}", reading => Convert(reading, null)),
        new("(round|<ask>)( )?<value>( rounded)? to (?<places><count>|one|two|three|four) (decimal )?(places?|decimals)", Round),
        new(
            "(round|<ask>)( )?<value>( rounded)? to nearest (?<unit>integer|whole number|tenth|hundredth|thousandth|ten|hundred|thousand"
            + "|million)",
            Round),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Convert(Reading reading, string? form)
    {
        var formula = reading.Formula("value");
        var result = Arithmetic.Evaluate(formula);
        if (result.Outcome == ArithmeticOutcome.Undefined) return ArithmeticProblem.Compute(formula);
        if (!result.HasValue || reading.Value("value") is null) return null;

        form ??= reading.Words("form");
        if (form.StartsWith("improper", StringComparison.Ordinal) && Rational.Abs(result.Value) < Rational.One) return null;
        return form switch
        {
            "percent" or "percentage" => Answer(formula, $"{Solution.Measure(result.Value * 100)}%"),
            "mixed number" => Answer(formula, DecimalText.MixedNumber(result.Value)),

            // A whole number in decimal form is a matter of its base.
            _ when form.StartsWith("decimal", StringComparison.Ordinal) =>
                result.Value.IsInteger ? null : Answer(formula, Solution.Measure(result.Value)),
            _ => Answer(formula, DecimalText.Fraction(result.Value)),
        };
    }

    private static Solution? Round(Reading reading)
    {
        if (reading.Value("value") is not { } value) return null;

        var what = $"{reading.Formula("value")} rounded";
        if (reading.Words("unit") is "ten" or "hundred" or "thousand" or "million")
        {
            var unit = (Rational)(reading.Words("unit") switch { "ten" => 10, "hundred" => 100, "thousand" => 1_000, _ => 1_000_000 });
            return IsOpen(value / unit) ? null : Answer(what, $"{Rational.Parse(DecimalText.Round(value / unit, 0)) * unit}");
        }

        var places = reading.Words("places") switch
        {
            "one" => 1,
            "two" => 2,
            "three" => 3,
            "four" => 4,
            "" => reading.Words("unit") switch { "tenth" => 1, "hundredth" => 2, "thousandth" => 3, _ => 0 },
            _ => reading.Value("count") is { IsInteger: true, Sign: >= 0 } count && count <= MaxPlaces ? (int)count.Numerator : -1,
        };
        return places < 0 || IsOpen(value * ((Rational)10).Pow(places)) ? null : Answer(what, DecimalText.Round(value, places));
    }

    /// <summary>Half of a unit below zero goes up to some (-2.5 to -2), and away from zero to others.</summary>
    private static bool IsOpen(Rational units) => units.Sign < 0 && (units * 2).IsInteger && !units.IsInteger;

    private static Solution Answer(string formula, string text) =>
        new(text, text.StartsWith("about ", StringComparison.Ordinal) ? $"{formula} ≈ {text[6..]}" : $"{formula} = {text}");
}
