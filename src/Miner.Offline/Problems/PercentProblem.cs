using System.Buffers;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems;

/// <summary>Percentages other than the plain <c>15% of 80</c>: parts, wholes and changes.</summary>
internal static class PercentProblem
{
    private const string Percent = "(percent|percentage|per cent)";

    private const string Direction = "(?<up>increase|rise|grow)|(?<down>decrease|drop|fall)";

    private static readonly SearchValues<char> Signs = SearchValues.Create("+-−*×·÷");

    private static readonly QuestionForm[] Forms =
    [
        new($"(what is )?<part> is (what|which) {Percent} of <whole>", Share),
        new($"(what is |express |write |give )?<part> (out )?of <whole> (as|in) {Percent}", Share),
        new($"(what is |express |write |give )?<part> as {Percent} of <whole>", Share),
        new($"what {Percent} is <part> (out )?of <whole>", Share),
        new($"(what|which) {Percent} of <whole> (is|are|equals) <part>", Share),
        new("<part> (is|equals) <share> of (what|which)( number)?", Whole),
        new("<share> of (what|which) number (is|equals) <part>", Whole),
        new("(increase|raise) <value> by <share>", Increase),
        new("(what is )?<value> raised by <share>", Increase),
        new("(what is )?(price of )?<value> (plus|with|after) <share> (tax|tip|increase|markup|vat)", Increase),
        new("(decrease|reduce|lower|discount) <value> by <share>", Decrease),
        new("(what is )?<value> (discounted|lowered) by <share>", Decrease),
        new("(what is )?(sale |final )?price of <value> (with|after|at) <share> (discount|off|reduction)", Decrease),
        new("(what is )?price (after|with) <share> (discount|off) on <value>", Decrease),
        new("(what is |how much is )?<share> off <value>", Decrease),
        new("(what is |how much is )?<share> (tax|tip|vat|commission|discount) on <value>( bill| meal| purchase)?", Surcharge),
        new($"<ask>{Percent} (change|{Direction}) from <old> to <new>", Change),
        new($"by (what|how many) {Percent} does <old> (change|{Direction}) to <new>", Change),
    ];

    public static Solution? Solve(Question question) => QuestionForm.Solve(Forms, question);

    private static Solution? Share(Reading reading) =>
        reading.Value("part") is { } part && reading.Value("whole") is { } whole ? Share(part, whole) : null;

    private static Solution? Whole(Reading reading) =>
        reading.Value("part") is { } part && PercentOf(reading) is { } share ? Whole(part, share) : null;

    private static Solution? Increase(Reading reading) =>
        reading.Value("value") is { } value && PercentOf(reading) is { Sign: >= 0 } share ? Changed(value, share) : null;

    private static Solution? Decrease(Reading reading) =>
        reading.Value("value") is { } value && PercentOf(reading) is { Sign: >= 0 } share && share <= Rational.One
            ? Changed(value, -share)
            : null;

    private static Solution? Surcharge(Reading reading) =>
        reading.Value("value") is { } value && PercentOf(reading) is { } share
            ? new Solution($"{share * value}", $"{share * 100}% of {value} = {Solution.Explain(share * value)}")
            : null;

    /// <summary>What is called a decrease is told by its size; a change has a sign.</summary>
    private static Solution? Change(Reading reading)
    {
        if (reading.Value("old") is not { } old || reading.Value("new") is not { } next) return null;
        if ((reading.Has("up") && next < old) || (reading.Has("down") && next > old)) return null;
        return Change(old, next, reading.Has("down"));
    }

    /// <summary>A change by a number that is no percentage is a plain difference.</summary>
    private static Rational? PercentOf(Reading reading) =>
        reading.Formula("share").EndsWith('%')
        && !reading.Formulas("value").Concat(reading.Formulas("part")).Any(IsOpen)
            ? reading.Value("share")
            : null;

    /// <summary>A percentage of a percentage, or of a sum of which it may change the last term alone.</summary>
    private static bool IsOpen(string formula) => formula.Contains('%') || formula.AsSpan(1).ContainsAny(Signs);

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

    private static Solution? Change(Rational from, Rational to, bool isDecrease)
    {
        if (from.Sign < 0) return null;
        if (from.IsZero) return new Solution(Solution.Undefined, "A change from 0 has no percentage: nothing can be divided by zero.");
        var percent = (to - from) / from * 100;
        var direction = percent.Sign < 0 ? "a decrease" : percent.Sign > 0 ? "an increase" : "no change";
        return new Solution(
            $"{Solution.Measure(isDecrease ? -percent : percent)}%",
            $"({to} - {from}) / {from} * 100% = {Solution.Explain(percent)}%, {direction}");
    }
}
