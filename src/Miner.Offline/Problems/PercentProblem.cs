using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Percentages other than the plain <c>15% of 80</c>: parts, wholes and changes.</summary>
internal static partial class PercentProblem
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly (Regex Outline, Func<Rational, Rational, Solution> Solve)[] Forms =
    [
        (PartOfWhole(), (part, whole) => Share(part, whole)),
        (WholeThenPart(), (whole, part) => Share(part, whole)),
        (PartAndPercent(), (part, percent) => Whole(part, percent)),
        (PercentAndPart(), (percent, part) => Whole(part, percent)),
        (IncreaseOf(), (value, percent) => Changed(value, percent)),
        (DecreaseOf(), (value, percent) => Changed(value, -percent)),
        (DiscountOn(), (percent, value) => Changed(value, -percent)),
        (
            SurchargeOn(),
            (percent, value) => new Solution($"{percent * value}", $"{percent * 100}% of {value} = {Solution.Explain(percent * value)}")),
        (ChangeFromTo(), Change),
    ];

    public static Solution? Solve(Question question)
    {
        if (Values.Of(question.Formulas) is not [var first, var second]) return null;
        foreach (var (outline, solve) in Forms)
        {
            if (!outline.IsMatch(question.Outline)) continue;

            // A change by a number that is not a percentage is a plain difference.
            var needsPercent = outline != PartOfWhole() && outline != WholeThenPart() && outline != ChangeFromTo();
            return needsPercent && !question.Formulas.Any(formula => formula.EndsWith('%')) ? null : solve(first, second);
        }

        return null;
    }

    private static Solution Share(Rational part, Rational whole)
    {
        if (whole.IsZero) return new Solution(Solution.Undefined, $"{part} / 0 has no value: nothing can be divided by zero.");
        var percent = part / whole * 100;
        return new Solution($"{Solution.Measure(percent)}%", $"{part} / {whole} * 100% = {Solution.Explain(percent)}%");
    }

    private static Solution Whole(Rational part, Rational share) => share.IsZero
        ? new Solution(Solution.Undefined, $"{part} / 0% has no value: nothing can be divided by zero.")
        : new Solution($"{part / share}", $"{part} / {share * 100}% = {Solution.Explain(part / share)}");

    private static Solution Changed(Rational value, Rational share)
    {
        var result = value * (Rational.One + share);
        return new Solution(
            $"{result}",
            $"{Rational.Abs(share) * 100}% of {value} = {Rational.Abs(share) * value}",
            $"{value} {(share.Sign < 0 ? '-' : '+')} {Rational.Abs(share) * value} = {Solution.Explain(result)}");
    }

    private static Solution Change(Rational from, Rational to)
    {
        if (from.IsZero) return new Solution(Solution.Undefined, "A change from 0 has no percentage: nothing can be divided by zero.");
        var percent = (to - from) / from * 100;
        var direction = percent.Sign < 0 ? "a decrease" : percent.Sign > 0 ? "an increase" : "no change";
        return new Solution(
            $"{Solution.Measure(percent)}%",
            $"({to} - {from}) / {from} * 100% = {Solution.Explain(percent)}%, {direction}");
    }

    [GeneratedRegex(
        "^(what is )?# (is|as|represents) (what|which)? ?(percent|percentage|per cent) of #$|^(what is |express |write )?# (out )?of"
            + " # (as|in) (percent|percentage|per cent)$|^(what is )?# as percent(age)? of #$|^what (percent|percentage) is # (out )?of #$",
        Options)]
    private static partial Regex PartOfWhole();

    [GeneratedRegex("^(what |which )(percent|percentage|per cent) of # (is|are|equals|represents) #$", Options)]
    private static partial Regex WholeThenPart();

    [GeneratedRegex("^(if )?# (is|equals) # of (what|which|some|x)( number)?( what is( that)? number)?$", Options)]
    private static partial Regex PartAndPercent();

    [GeneratedRegex("^(if )?# of (what|which|some)( number)? (is|equals) #( what is( that)?( number)?)?$", Options)]
    private static partial Regex PercentAndPart();

    [GeneratedRegex(
        "^(what is |to )?(increase|raise) # by #$|^(what is |price of )*# (increased|raised|marked up) by #$|^(what is )?(price of"
            + " )?# (plus|with|after) # (tax|tip|increase|markup|vat|raise)$",
        Options)]
    private static partial Regex IncreaseOf();

    [GeneratedRegex(
        "^(what is |to )?(decrease|reduce|lower|discount) # by #$|^(what is |price of )*# (decreased|reduced|discounted|lowered) by"
            + " #$|^(what is )?(sale |final )?(price of )?# (with|after|at|minus|less) # (discount|off|reduction|decrease)$",
        Options)]
    private static partial Regex DecreaseOf();

    [GeneratedRegex("^(what is )?price (after|with) # (discount|off) (on|of|off) #$|^(what is )?# off #$", Options)]
    private static partial Regex DiscountOn();

    [GeneratedRegex(
        "^(what is |how much is )?# (tax|tip|vat|commission|discount) on #( (bill|meal|purchase|check|item|order|sale))?$",
        Options)]
    private static partial Regex SurchargeOn();

    [GeneratedRegex(
        "^(what is )?(percent|percentage|per cent) (change|increase|decrease|difference|drop|rise) (from|between) # (to|and) #$|^by"
            + " (what|how many) (percent|percentage) (does|did|is|has) # (increase|decrease|rise|drop|grow|change|risen)( to)? (to )?#$",
        Options)]
    private static partial Regex ChangeFromTo();
}
