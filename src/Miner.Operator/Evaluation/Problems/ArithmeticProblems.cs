using System.Numerics;
using Miner.Mathematics.Language;
using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Sums, products and quotients of whole and decimal numbers, in signs and in words.</summary>
internal static class ArithmeticProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Precedence, Brackets, Division, InWords, Sum, Difference, Grouped, LongList, Large, Decimals, Nested, Chain,
    ];

    private static (string Question, string Answer) Precedence(ProblemDraw draw)
    {
        var (a, b, c) = (draw.Between(-500, 500), draw.Between(2, 90), draw.Between(2, 60));
        return (draw.Ask(draw.Say("{0} + {1} * {2}|{0} + {1} × {2}|{0} + {1}*{2}", a, b, c)), $"{a + (b * c)}");
    }

    private static (string Question, string Answer) Brackets(ProblemDraw draw)
    {
        var (a, b, c) = (draw.Between(10, 500), draw.Between(2, 90), draw.Between(2, 30));
        return (draw.Ask(draw.Say("({0} - {1}) * {2}|{2}({0} - {1})|[{0} - {1}] × {2}", a, b, c)), $"{(a - b) * c}");
    }

    private static (string Question, string Answer) Division(ProblemDraw draw)
    {
        var (quotient, divisor) = (draw.Between(-500, 900), draw.Between(2, 90));
        return (draw.Ask(draw.Say(
            "{0} / {1}|{0} ÷ {1}|{0} divided by {1}|the quotient of {0} and {1}",
            quotient * divisor, divisor)), $"{quotient}");
    }

    private static (string Question, string Answer) InWords(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(21, 99), draw.Between(2, 20));
        return draw.Of(
            (draw.Say(
                "What is {0} times {1}?|What is {0} multiplied by {1}?|the product of {0} and {1}|How much is {0} times {1}?",
                NumberWords.Of(a), NumberWords.Of(b)), $"{a * b}"),
            (draw.Say("What is {0} plus {1}?|What do you get when you add {0} and {1}?", NumberWords.Of(a), NumberWords.Of(b)), $"{a + b}"),
            (draw.Say("What is {0} minus {1}?|Take {1} away from {0}.", NumberWords.Of(a), NumberWords.Of(b)), $"{a - b}"));
    }

    private static (string Question, string Answer) Sum(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(-999, 9_999), draw.Between(-999, 9_999));
        return (draw.Say("What is {0} plus {1}?|What is the sum of {0} and {1}?|Add {0} and {1}.|Add {0} to {1}", a, b), $"{a + b}");
    }

    private static (string Question, string Answer) Difference(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(-999, 9_999), draw.Between(1, 9_999));
        return (draw.Say("What is {0} minus {1}?|Subtract {1} from {0}|What is {1} less than {0}?", a, b), $"{a - b}");
    }

    private static (string Question, string Answer) Grouped(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(1, 999), draw.Between(2, 99));
        return (draw.Ask(draw.Say(
            "{0},000,000 × {1}|{0} million times {1}|{0},000,000 * {1}",
            a, b)), $"{new BigInteger(a) * 1_000_000 * b}");
    }

    private static (string Question, string Answer) LongList(ProblemDraw draw)
    {
        var values = draw.List(draw.Between(3, 6), -99, 99);
        return (draw.Say(
            "Find the sum of {0}.|What is the sum of {0}?|Add up {0}|What is the total of {0}?",
            Enumeration(values)), $"{values.Sum()}");
    }

    private static (string Question, string Answer) Large(ProblemDraw draw)
    {
        var (large, factor) = (BigInteger.Pow(10, draw.Between(18, 40)) + draw.Between(1, 999), draw.Between(2, 99));
        return draw.Of(
            (draw.Ask($"{large} * {factor}"), $"{large * factor}"),
            (draw.Ask($"{large} - {factor}"), $"{large - factor}"));
    }

    private static (string Question, string Answer) Decimals(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(100, 9_999), draw.Between(10, 999));
        var (first, second) = (Decimal(a, 2), Decimal(b, 1));
        return draw.Of(
            (draw.Ask($"{first} + {second}"), Decimal(a + (10 * b), 2)),
            (draw.Ask($"{first} - {second}"), Decimal(a - (10 * b), 2)),
            (draw.Ask(draw.Say("{0} * {1}|{0} times {1}", first, second)), Decimal(a * b, 3)));
    }

    private static (string Question, string Answer) Nested(ProblemDraw draw)
    {
        var (a, b, c) = (draw.Between(2, 99), draw.Between(2, 40), draw.Between(2, 40));
        return draw.Of(
            (draw.Say(
                "Add {0} to the product of {1} and {2}.|What is {0} more than {1} times {2}?|"
                + "What is {0} plus the product of {1} and {2}?",
                a, b, c), $"{a + (b * c)}"),
            (draw.Say("Multiply {0} by the sum of {1} and {2}.|What is {0} times the sum of {1} and {2}?", a, b, c), $"{a * (b + c)}"));
    }

    private static (string Question, string Answer) Chain(ProblemDraw draw)
    {
        var (a, b, c, d) = (draw.Between(1, 99), draw.Between(1, 99), draw.Between(2, 20), draw.Between(2, 20));
        return (draw.Ask($"{a} - {b} + {c} * {d} - {b * d} / {d}"), $"{a - b + (c * d) - b}");
    }
}
