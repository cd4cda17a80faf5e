using static Miner.Infrastructure.Tests.Llm.Offline.Accuracy.Problem;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

internal static class PercentProblems
{
    public static readonly Func<Draw, Problem>[] Percentages =
    [
        PartOf, PartOfMoney, PercentOf, WhatPercent, Increase, Decrease, Change, WholeOf, Discount, AsPercentOrUndefined,
    ];

    public static readonly Func<Draw, Problem>[] Statistics =
    [
        Mean, MeanOfList, Median, MedianOfSet, Mode, Range, PopulationVariance, SampleVariance, StandardDeviation, WithoutAnswer,
    ];

    /// <summary>A percentage, a whole, and the part with its two decimal places.</summary>
    private static (int Percent, int Whole, string Part) Share(Draw draw)
    {
        var (percent, whole) = (draw.Between(1, 150), draw.Between(1, 40) * 20);
        return (percent, whole, $"{percent * whole / 100}.{percent * whole % 100:00}");
    }

    private static Problem PartOf(Draw draw)
    {
        var (percent, whole, part) = Share(draw);
        return Number(draw.Say("What is {0}% of {1}?|Calculate {0} percent of {1}.|What is {0} % of {1}?|{0}% of {1}", percent, whole), Fraction.Parse(part)!.Value);
    }

    private static Problem PartOfMoney(Draw draw)
    {
        var (percent, whole, _) = Share(draw);
        return Number(draw.Say("What is {0}.5% of ${1}?|How much is {0}.5% of €{1}?", percent, whole), new Fraction(((percent * 10) + 5) * whole, 1000));
    }

    private static Problem PercentOf(Draw draw)
    {
        var (percent, whole, part) = Share(draw);
        return Percent(draw.Say("What percent of {0} is {1}?|What percentage of {0} is {1}?", whole, part), percent);
    }

    private static Problem WhatPercent(Draw draw)
    {
        var (percent, whole, part) = Share(draw);
        return Percent(draw.Say("{1} is what percent of {0}?|{1} is what percentage of {0}?|What is {1} as a percentage of {0}?|Express {1} out of {0} as a percentage", whole, part), percent);
    }

    private static Problem Increase(Draw draw)
    {
        var (percent, whole, part) = Share(draw);
        return Number(draw.Say("Increase {0} by {1}%|What is {0} increased by {1}%?|Please increase {0} by {1} percent.", whole, percent), whole + Fraction.Parse(part)!.Value);
    }

    private static Problem Decrease(Draw draw)
    {
        var (percent, whole, part) = Share(draw);
        return Number(draw.Say("Decrease {0} by {1}%|What is {0} decreased by {1}%?|Reduce {0} by {1}%.", whole, percent), whole - Fraction.Parse(part)!.Value);
    }

    private static Problem Change(Draw draw)
    {
        var (percent, hundreds) = (draw.NotZero(-90, 150), draw.Between(1, 50));
        return Percent(draw.Say("What is the percentage change from {0} to {1}?|Find the percent change from {0} to {1}", 100 * hundreds, (100 + percent) * hundreds), percent);
    }

    private static Problem WholeOf(Draw draw)
    {
        var (percent, whole, part) = Share(draw);
        return Number(draw.Say("{0} is {1}% of what number?|{1}% of what number is {0}?|{0} is {1}% of what?", part, percent), whole);
    }

    private static Problem Discount(Draw draw)
    {
        var (percent, whole) = (draw.Between(1, 90), draw.Between(1, 400));
        return Number(draw.Say("What is the price of ${0} after a {1}% discount?|What is the sale price of ${0} with {1}% off?|What is {1}% off ${0}?", whole, percent), new Fraction(whole * (100 - percent), 100));
    }

    private static Problem AsPercentOrUndefined(Draw draw)
    {
        var a = draw.Between(1, 99);
        return draw.Between(0, 1) == 0
            ? Undefined(draw.Say("What percent of 0 is {0}?|{0} is what percent of 0?|What is the percentage change from 0 to {0}?", a))
            : Percent(draw.Say("Express {0}/40 as a percentage|What is {0}/40 as a percent?|Convert {0}/40 to a percentage", a), new Fraction(a * 100, 40));
    }

    private static (int[] Values, string List) Data(Draw draw)
    {
        var values = draw.List(draw.Between(3, 9), -40, 90);
        return (values, draw.Of(string.Join(", ", values), $"{string.Join(", ", values[..^1])} and {values[^1]}", $"[{string.Join(", ", values)}]"));
    }

    private static Problem Mean(Draw draw)
    {
        var (values, list) = Data(draw);
        return Number(draw.Say("What is the mean of {0}?|Find the average of {0}|Calculate the arithmetic mean of {0}.", list), new Fraction(values.Sum(), values.Length));
    }

    private static Problem MeanOfList(Draw draw)
    {
        var values = draw.List(5, 100, 999);
        return Number(draw.Say("average of {0}|What is the average of the numbers {0}?", draw.Of(string.Join(' ', values), string.Join(',', values), $"{{{string.Join(", ", values)}}}")), new Fraction(values.Sum(), 5));
    }

    private static Problem Median(Draw draw)
    {
        var (values, list) = Data(draw);
        var sorted = values.Order().ToArray();
        return Number(draw.Say("What is the median of {0}?|Find the median: {0}", list), new Fraction(sorted[(values.Length - 1) / 2] + sorted[values.Length / 2], 2));
    }

    private static Problem MedianOfSet(Draw draw)
    {
        var (low, step) = (draw.Between(-50, 50), draw.Between(1, 9));
        return Number(draw.Say("Find the median of the data set {0}, {1}, {2}, {3}.", low + (3 * step), low, low + (2 * step), low + step), new Fraction((2 * low) + (3 * step), 2));
    }

    private static Problem Mode(Draw draw)
    {
        var values = draw.List(5, 1, 99).Distinct().ToList();
        return Number(draw.Say("What is the mode of {0}?|Find the mode of {0}", string.Join(", ", values.Append(values[0]).Append(values[0]))), values[0]);
    }

    private static Problem Range(Draw draw)
    {
        var (values, list) = Data(draw);
        return Number(draw.Say("What is the range of {0}?|Find the range of the numbers {0}", list), values.Max() - values.Min());
    }

    private static Problem PopulationVariance(Draw draw)
    {
        var (values, list) = Data(draw);
        return Number(draw.Say("What is the population variance of {0}?|Calculate the variance of {0}", list), new Fraction(Spread(values), values.Length * values.Length * values.Length));
    }

    private static Problem SampleVariance(Draw draw)
    {
        var (values, list) = Data(draw);
        return Number(draw.Say("What is the sample variance of {0}?|Calculate the sample variance of the data {0}", list), new Fraction(Spread(values), values.Length * values.Length * (values.Length - 1)));
    }

    private static Problem StandardDeviation(Draw draw)
    {
        var (middle, distance) = (draw.Between(-50, 50), draw.Between(1, 40));
        return Number(draw.Say("What is the standard deviation of {0}, {1}, {0} and {1}?|Find the population standard deviation of {1}, {0}", middle - distance, middle + distance), distance);
    }

    private static Problem WithoutAnswer(Draw draw)
    {
        var value = draw.Between(1, 90);
        return draw.Between(0, 1) == 0 ? Undefined($"What is the sample variance of {value}?") : Text($"Find the mode of {value}, {value + 1}, {value + 2}", "no mode");
    }

    /// <summary>The squared distances from the mean, times the square of the count.</summary>
    private static int Spread(int[] values) => values.Sum(value => ((value * values.Length) - values.Sum()) * ((value * values.Length) - values.Sum()));
}
