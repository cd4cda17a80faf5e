using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Fractions of numbers and of each other, and percentages.</summary>
internal static class FractionProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        SumOrDifference,
        Product,
        Quotient,
        Mixed,
        PartOf,
        Larger,
        PercentOf,
        PercentOfMoney,
        WhatPercent,
        Increase,
        Decrease,
        Change,
        WholeOf,
        Discount,
    ];

    private static (string Question, string Answer) SumOrDifference(ProblemDraw draw)
    {
        var (a, b, c, d) = (draw.Between(1, 30), draw.Between(2, 15), draw.Between(1, 20), draw.Between(2, 15));
        return draw.Of(
            (draw.Ask(draw.Say(
                "{0}/{1} + {2}/{3}|{0}/{1} plus {2}/{3}|\\frac{{{0}}}{{{1}}} + \\frac{{{2}}}{{{3}}}",
                a, b, c, d)), Fraction((a * d) + (c * b), b * d)),
            (draw.Ask(draw.Say("{0}/{1} - {2}/{3}|{0}/{1} minus {2}/{3}", a, b, c, d)), Fraction((a * d) - (c * b), b * d)));
    }

    private static (string Question, string Answer) Product(ProblemDraw draw)
    {
        var (a, b, c, d) = (draw.Between(1, 30), draw.Between(2, 15), draw.Between(1, 20), draw.Between(2, 15));
        return (draw.Ask(draw.Say(
            "{0}/{1} * {2}/{3}|{0}/{1} times {2}/{3}|({0}/{1})({2}/{3})|{0}/{1} × {2}/{3}",
            a, b, c, d)), Fraction(a * c, b * d));
    }

    private static (string Question, string Answer) Quotient(ProblemDraw draw)
    {
        var (a, b, c, d) = (draw.Between(1, 30), draw.Between(2, 15), draw.Between(1, 20), draw.Between(2, 15));
        return (draw.Ask(draw.Say(
            "({0}/{1}) / ({2}/{3})|({0}/{1}) ÷ ({2}/{3})|{0}/{1} divided by {2}/{3}",
            a, b, c, d)), Fraction(a * d, b * c));
    }

    private static (string Question, string Answer) Mixed(ProblemDraw draw)
    {
        var (a, b, c) = (draw.Between(1, 20), draw.Between(1, 20), draw.Between(3, 9));
        return (draw.Ask($"{a} 1/{c} + {b} 2/{c}"), Fraction(((a + b) * c) + 3, c));
    }

    private static (string Question, string Answer) PartOf(ProblemDraw draw)
    {
        var (parts, denominator, one) = (draw.Between(1, 9), draw.Between(2, 12), draw.Between(2, 60));
        return (draw.Say(
            "What is {0}/{1} of {2}?|Find {0}/{1} of {2}.|Calculate {0}/{1} of {2}|How much is {0}/{1} of {2}?",
            parts, denominator, denominator * one), $"{parts * one}");
    }

    private static (string Question, string Answer) Larger(ProblemDraw draw)
    {
        var (a, b) = (draw.Between(1, 30), draw.Between(2, 30));
        return draw.Of(
            (draw.Say(
                "Which is larger, {0}/{2} or {0}/{1}?|Which is greater: {0}/{1} or {0}/{2}?|"
                + "Which fraction is bigger, {0}/{1} or {0}/{2}?",
                a, b, b + 1), $"{a}/{b}"),
            (draw.Say("Which is smaller, {0}/{1} or {0}/{2}?|Which of {0}/{2} and {0}/{1} is the smaller?", a, b, b + 1), $"{a}/{b + 1}"));
    }

    private static (string Question, string Answer) PercentOf(ProblemDraw draw)
    {
        var (percent, whole) = (draw.Between(1, 150), draw.Between(1, 900));
        return (draw.Say(
            "What is {0}% of {1}?|Calculate {0} percent of {1}.|What is {0} % of {1}?|{0}% of {1}|how much is {0} per cent of {1}",
            percent, whole), Decimal(percent * whole, 2));
    }

    private static (string Question, string Answer) PercentOfMoney(ProblemDraw draw)
    {
        var (percent, whole) = (draw.Between(1, 99), draw.Between(1, 40) * 20);
        return (draw.Say(
            "What is {0}.5% of ${1}?|How much is {0}.5% of €{1}?|How much is a {0}.5% tip on ${1}?",
            percent, whole), Decimal(((percent * 10) + 5) * whole, 3));
    }

    private static (string Question, string Answer) WhatPercent(ProblemDraw draw)
    {
        var (percent, whole) = (draw.Between(1, 150), draw.Between(1, 40) * 20);
        return (
            draw.Say(
                "What percent of {0} is {1}?|What percentage of {0} is {1}?|{1} is what percent of {0}?|"
                + "What is {1} as a percentage of {0}?|Express {1} out of {0} as a percentage",
                whole, Decimal(percent * whole, 2)),
            $"{percent}%");
    }

    private static (string Question, string Answer) Increase(ProblemDraw draw)
    {
        var (percent, whole) = (draw.Between(1, 150), draw.Between(1, 900));
        return (draw.Say(
            "Increase {0} by {1}%|What is {0} increased by {1}%?|Please increase {0} by {1} percent.|Raise {0} by {1}%",
            whole, percent), Decimal((100 + percent) * whole, 2));
    }

    private static (string Question, string Answer) Decrease(ProblemDraw draw)
    {
        var (percent, whole) = (draw.Between(1, 99), draw.Between(1, 900));
        return (draw.Say(
            "Decrease {0} by {1}%|What is {0} decreased by {1}%?|Reduce {0} by {1}%.|Lower {0} by {1} percent",
            whole, percent), Decimal((100 - percent) * whole, 2));
    }

    private static (string Question, string Answer) Change(ProblemDraw draw)
    {
        var (percent, hundreds) = (draw.Between(1, 150), draw.Between(1, 50));
        return (
            draw.Say(
                "What is the percentage increase from {0} to {1}?|Find the percent change from {0} to {1}|"
                + "By what percentage does {0} increase to {1}?",
                100 * hundreds, (100 + percent) * hundreds),
            $"{percent}%");
    }

    private static (string Question, string Answer) WholeOf(ProblemDraw draw)
    {
        var (percent, whole) = (draw.Between(1, 150), draw.Between(1, 900));
        return (draw.Say(
            "{0} is {1}% of what number?|{1}% of what number is {0}?|{0} is {1} percent of what?",
            Decimal(percent * whole, 2), percent), $"{whole}");
    }

    private static (string Question, string Answer) Discount(ProblemDraw draw)
    {
        var (percent, price) = (draw.Between(1, 90), draw.Between(1, 400));
        return (
            draw.Say(
                "What is the price of ${0} after a {1}% discount?|What is the sale price of ${0} with {1}% off?|"
                + "What is {1}% off ${0}?",
                price, percent),
            Decimal((100 - percent) * price, 2));
    }
}
