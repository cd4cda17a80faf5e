using System.Numerics;
using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Problem;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

internal static class ArithmeticProblems
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static readonly Func<Draw, Problem>[] Plain =
    [
        Precedence, Parentheses, Division, InWords, Sums, ByZero, Thousands, Lists, LargeNumbers, Decimals,
    ];

    public static readonly Func<Draw, Problem>[] Fractions =
    [
        draw => TwoFractions(draw, "{0}/{1} + {2}/{3}", (left, right) => left + right),
        draw => TwoFractions(draw, "{0}/{1} - {2}/{3}", (left, right) => left - right),
        draw => TwoFractions(draw, "{0}/{1} * {2}/{3}|({0}/{1})({2}/{3})", (left, right) => left * right),
        draw => TwoFractions(draw, "({0}/{1}) / ({2}/{3})|{0}/{1} ÷ ({2}/{3})", (left, right) => left / right),
        LowestTerms, AsDecimal, Mixed, PartOf, Larger, FractionByZero,
    ];

    private static Problem Precedence(Draw draw)
    {
        var (a, b, c) = (draw.Between(-500, 500), draw.NotZero(-60, 60), draw.Between(2, 90));
        return Number(draw.Ask($"{a} + {b} * {c}"), a + (b * c));
    }

    private static Problem Parentheses(Draw draw)
    {
        var (a, b, c) = (draw.Between(-500, 500), draw.NotZero(-60, 60), draw.Between(2, 90));
        return Number(draw.Ask($"[{a} - ({b} - {c})] * {b}"), (a - (b - c)) * b);
    }

    private static Problem Division(Draw draw)
    {
        var (quotient, divisor) = (draw.Between(-500, 500), draw.Between(2, 90));
        return Number(draw.Ask(draw.Say("{0} / {1}|{0} ÷ {1}|{0} divided by {1}", quotient * divisor, divisor)), quotient);
    }

    private static Problem InWords(Draw draw)
    {
        var (a, b) = (draw.Between(0, 12), draw.Between(1, 12));
        return Number(draw.Say("What is {0} times {1}?|What is {0} multiplied by {1}?|the product of {0} and {1}", Words[a], Words[b]), a * b);
    }

    private static Problem Sums(Draw draw)
    {
        var (a, b) = (draw.Between(-999, 999), draw.Between(-999, 999));
        return draw.Between(0, 1) == 0
            ? Number(draw.Say("What is {0} plus {1}?|What is the sum of {0} and {1}?|Add {0} and {1}.", a, b), a + b)
            : Number(draw.Say("What is {0} minus {1}?|Subtract {1} from {0}|What is the difference between {0} and {1}?", a, b), a - b);
    }

    private static Problem ByZero(Draw draw) => Undefined(draw.Ask(draw.Say("{0} / 0|{0} ÷ ({0} - {0})|{0} divided by zero|({0} + 1)/(2 - 2)", draw.Between(1, 99))));

    private static Problem Thousands(Draw draw)
    {
        var (a, b) = (draw.Between(1, 999), draw.Between(2, 99));
        return Number(draw.Ask(draw.Say("{0},000,000 × {1}|{0} million times {1}", a, b)), new BigInteger(a) * 1_000_000 * b);
    }

    private static Problem Lists(Draw draw)
    {
        var values = draw.List(4, -99, 99);
        return Number(draw.Say("Find the sum of {0}, {1}, {2} and {3}.|What is the sum of {0}, {1}, {2}, and {3}?|{0} + {1} + {2} + {3}", [.. values.Cast<object>()]), values.Sum());
    }

    private static Problem LargeNumbers(Draw draw)
    {
        var (large, factor) = (BigInteger.Pow(10, draw.Between(18, 60)) + draw.Between(1, 999), draw.Between(-99, -2));
        return Number(draw.Ask($"{large} * ({factor}) - {large}"), (large * factor) - large);
    }

    private static Problem Decimals(Draw draw)
    {
        var (a, b) = (draw.Between(100, 999), draw.Between(100, 999));
        return Number(draw.Ask($"{a / 100}.{a % 100:00} - {b / 10}.{b % 10} * 0.5"), new Fraction(a, 100) - new Fraction(b, 20));
    }

    private static Problem TwoFractions(Draw draw, string forms, Func<Fraction, Fraction, Fraction> combine)
    {
        var (a, b, c, d) = (draw.Between(1, 30), draw.Between(2, 15), draw.NotZero(-20, 20), draw.Between(2, 15));
        return Number(draw.Ask(draw.Say(forms, a, b, c, d)), combine(new Fraction(a, b), new Fraction(c, d)));
    }

    private static Problem LowestTerms(Draw draw)
    {
        var (a, b, factor) = (draw.Between(1, 30), draw.Between(2, 30), draw.Between(2, 40));
        return Number(draw.Say("Simplify {0}/{1}|Reduce {0}/{1} to lowest terms.|Please simplify the fraction {0}/{1}", a * factor, b * factor), new Fraction(a, b));
    }

    private static Problem AsDecimal(Draw draw)
    {
        var (a, b) = (draw.Between(1, 99), draw.Of(8, 20, 25, 40, 125));
        return draw.Between(0, 1) == 0
            ? Number(draw.Say("What is {0}/{1} as a decimal?|Write {0}/{1} as a decimal.|Convert {0}/{1} to a decimal", a, b), new Fraction(a, b))
            : Number(draw.Say("Convert {0}.{1:00} to a fraction|Write {0}.{1:00} as a fraction.", b, a), new Fraction((b * 100) + a, 100));
    }

    private static Problem Mixed(Draw draw)
    {
        var (a, b, c) = (draw.Between(1, 20), draw.Between(1, 20), draw.Between(3, 9));
        return Number(draw.Ask($"{a} 1/{c} + {b} 2/{c}"), a + b + new Fraction(3, c));
    }

    private static Problem PartOf(Draw draw)
    {
        var (a, b, whole) = (draw.Between(1, 9), draw.Between(2, 12), draw.Between(2, 200));
        return Number(draw.Say("What is {0}/{1} of {2}?|Find {0}/{1} of {2}.|Calculate {0}/{1} of {2}", a, b, whole), new Fraction(a * whole, b));
    }

    private static Problem Larger(Draw draw)
    {
        var (a, b) = (draw.Between(1, 30), draw.Between(2, 30));
        return Text(draw.Say("Which is larger, {0}/{2} or {0}/{1}?|Which is greater: {0}/{1} or {0}/{2}?|Which of {0}/{1} and {0}/{2} is the bigger?", a, b, b + 1), $"{a}/{b}");
    }

    private static Problem FractionByZero(Draw draw) => Undefined(draw.Ask(draw.Say("{0}/{1} ÷ 0|({0}/{1}) / ({1}/{1} - 1)|{0}/(2 - 2)", draw.Between(1, 30), draw.Between(2, 15))));
}
