using System.Numerics;
using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Divisions by zero, negative numbers, empty results and other places where a model answers from habit.</summary>
internal static class EdgeCaseProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        ByZero,
        HiddenZero,
        FractionByZero,
        RemainderByZero,
        PercentOfZero,
        ValueAtPole,
        ZeroDivided,
        NegativeProduct,
        DoubleNegative,
        NegativePower,
        MinusBeforePower,
        NegativeExponent,
        ZeroExponent,
        NegativeFractions,
        NegativeQuotient,
        Contradiction,
        ContradictingSystem,
        NearlyEqual,
        Cancelling,
    ];

    private const string Undefined = "undefined";

    private static (string Question, string Answer) ByZero(ProblemDraw draw) =>
        (draw.Ask(draw.Say("{0} / 0|{0} ÷ 0|{0} divided by zero|{0} divided by 0|{0}/0", draw.Between(1, 999))), Undefined);

    private static (string Question, string Answer) HiddenZero(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(1, 99), draw.Between(2, 30));
        return (draw.Ask(draw.Say(
            "{0} / ({1} - {1})|{0} ÷ ({2} - 2 * {1})|({0} + 1)/({1} - {1})|1/(sqrt({3}) - {1})",
            a, b, 2 * b, b * b)), Undefined);
    }

    private static (string Question, string Answer) FractionByZero(ProblemDraw draw) =>
        (draw.Ask(draw.Say(
            "{0}/{1} ÷ 0|({0}/{1}) / ({1}/{1} - 1)|{0}/{1} divided by zero",
            draw.Between(1, 30), draw.Between(2, 15))), Undefined);

    private static (string Question, string Answer) RemainderByZero(ProblemDraw draw) =>
        (draw.Say("What is {0} mod 0?|What is the remainder when {0} is divided by 0?", draw.Between(2, 999)), Undefined);

    private static (string Question, string Answer) PercentOfZero(ProblemDraw draw) =>
        (draw.Say(
            "What percent of 0 is {0}?|{0} is what percent of 0?|What is the percentage change from 0 to {0}?",
            draw.Between(1, 99)), Undefined);

    private static (string Question, string Answer) ValueAtPole(ProblemDraw draw)
    {
        var (a, pole) = (draw.Between(1, 9), draw.Between(1, 9));
        return (draw.Say(
            "What is the value of {0}/(x - {1}) when x = {1}?|Evaluate {0}/(x - {1}) at x = {1}|"
            + "If f(x) = {0}/(x - {1}), what is f({1})?",
            a, pole), Undefined);
    }

    private static (string Question, string Answer) ZeroDivided(ProblemDraw draw) =>
        (draw.Ask(draw.Say("0 / {0}|0 ÷ {0}|0 divided by {0}|zero divided by {0}|0/{0}|0 * {0}", draw.Between(2, 999))), "0");

    private static (string Question, string Answer) NegativeProduct(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(2, 99), draw.Between(2, 99));
        return draw.Of(
            (draw.Ask(draw.Say(
                "-{0} * -{1}|(-{0})(-{1})|(-{0}) × (-{1})|negative {0} times negative {1}|-{0} times -{1}",
                a, b)), $"{a * b}"),
            (draw.Ask(draw.Say("-{0} * {1}|(-{0}) × {1}|{1} * (-{0})|minus {0} times {1}", a, b)), $"{-a * b}"));
    }

    private static (string Question, string Answer) DoubleNegative(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(2, 99), draw.Between(2, 99));
        return draw.Of(
            (draw.Ask(draw.Say("{0} - -{1}|{0} - (-{1})|{0} minus negative {1}|{0} minus -{1}", a, b)), $"{a + b}"),
            (draw.Ask(draw.Say("-{0} - (-{1})|-{0} + {1}|-{0} - -{1}", a, b)), $"{b - a}"),
            (draw.Ask(draw.Say("-{0} - {1}|-{0} + (-{1})|-{0} plus -{1}", a, b)), $"{-a - b}"));
    }

    private static (string Question, string Answer) NegativePower(ProblemDraw draw)
    {
        var (a, n) = (draw.Between(2, 20), draw.Between(2, 9));
        return (draw.Ask(draw.Say("(-{0})^{1}|(-{0})**{1}", a, n)), $"{BigInteger.Pow(-a, n)}");
    }

    /// <summary>The power binds before the sign.</summary>
    private static (string Question, string Answer) MinusBeforePower(ProblemDraw draw)
    {
        var (a, n) = (draw.Between(2, 20), draw.Between(1, 4) * 2);
        return (draw.Ask($"-{a}^{n}"), $"{-BigInteger.Pow(a, n)}");
    }

    private static (string Question, string Answer) NegativeExponent(ProblemDraw draw)
    {
        var (a, n) = (draw.Between(2, 12), draw.Between(1, 6));
        return (draw.Ask(draw.Say("{0}^-{1}|{0}^(-{1})|{0} to the power of -{1}", a, n)), $"1/{BigInteger.Pow(a, n)}");
    }

    private static (string Question, string Answer) ZeroExponent(ProblemDraw draw) => draw.Of(
        (draw.Ask(draw.Say("{0}^0|(-{0})^0|{0} to the power of 0", draw.Between(2, 999))), "1"),
        (draw.Ask(draw.Say("1^{0}|1 to the power of {0}|0! * 1^{0}", draw.Between(2, 999))), "1"));

    private static (string Question, string Answer) NegativeFractions(ProblemDraw draw)
    {
        var (a, b, c, d) = (draw.Between(1, 20), draw.Between(2, 15), draw.Between(1, 20), draw.Between(2, 15));
        return draw.Of(
            (draw.Ask(draw.Say("-{0}/{1} + {2}/{3}|(-{0}/{1}) + {2}/{3}", a, b, c, d)), Fraction((c * b) - (a * d), b * d)),
            (draw.Ask(draw.Say("-{0}/{1} * {2}/{3}|(-{0}/{1}) × ({2}/{3})", a, b, c, d)), Fraction(-a * c, b * d)),
            (draw.Ask(draw.Say("{0}/{1} - (-{2}/{3})|{0}/{1} minus -{2}/{3}", a, b, c, d)), Fraction((a * d) + (c * b), b * d)));
    }

    private static (string Question, string Answer) NegativeQuotient(ProblemDraw draw)
    {
        var (quotient, divisor) = (draw.Between(2, 99), draw.Between(2, 30));
        return draw.Of(
            (draw.Ask(draw.Say("-{0} / {1}|-{0} ÷ {1}|-{0} divided by {1}|{0} / (-{1})", quotient * divisor, divisor)), $"{-quotient}"),
            (draw.Ask(draw.Say("-{0} / -{1}|(-{0}) ÷ (-{1})|-{0} divided by -{1}", quotient * divisor, divisor)), $"{quotient}"));
    }

    private static (string Question, string Answer) Contradiction(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(2, 9), draw.Between(1, 30));
        return (draw.Say(
            "Solve {0}x + {1} = {0}x + {2}|Solve for x: {0}x + {1} = {0}x + {2}|Find all solutions of {0}x + {1} = {0}x + {2}.",
            a, b, b + 1), "no solution");
    }

    private static (string Question, string Answer) ContradictingSystem(ProblemDraw draw)
    {
        var (a, b, c) = (draw.Between(2, 7), draw.Between(2, 7), draw.Between(1, 20));
        return (
            draw.Say(
                "Solve {0} and {1}|Solve the system of equations {0}, {1}",
                $"{a}x + {b}y = {c}", $"{2 * a}x + {2 * b}y = {(2 * c) + 1}"),
            "no solution");
    }

    /// <summary>Decimals that differ where one stops looking.</summary>
    private static (string Question, string Answer) NearlyEqual(ProblemDraw draw)
    {
        var tenths = draw.Between(1, 8);
        return (draw.Say(
            "Which is larger, {0} or {1}?|Which number is bigger, {1} or {0}?|Which is greater: {0} or {1}?",
            $"9.{tenths + 1}", $"9.{tenths}{draw.Between(1, 9)}"), $"9.{tenths + 1}");
    }

    private static (string Question, string Answer) Cancelling(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(2, 9), draw.Between(2, 99));
        return draw.Of(
            (draw.Ask($"1/{a} * {a} - 1"), "0"),
            (draw.Ask($"{b} - {b} + {a}"), $"{a}"),
            (draw.Ask($"0.{a} + 0.1 - {Decimal(a + 1, 1)}"), "0"));
    }
}
