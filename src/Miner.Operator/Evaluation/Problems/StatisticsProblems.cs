using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Mean, median, mode, range and spread of short lists.</summary>
internal static class StatisticsProblems
{
    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Mean, MeanOfList, Median, MedianOfFour, Mode, Range, PopulationVariance, SampleVariance, StandardDeviation, MeanAndMedian, Missing,
    ];

    private static (string Question, string Answer) Mean(ProblemDraw draw)
    {
        var (values, list) = Data(draw);
        return (draw.Say(
            "What is the mean of {0}?|Find the average of {0}|Calculate the arithmetic mean of {0}.|What's the average of {0}?|"
            + "The scores are {0}. What is the mean?",
            list), Fraction(values.Sum(), values.Length));
    }

    private static (string Question, string Answer) MeanOfList(ProblemDraw draw)
    {
        var values = draw.List(5, 100, 999);
        var list = draw.Of(string.Join(' ', values), string.Join(',', values), $"{{{string.Join(", ", values)}}}");
        return (draw.Say("average of {0}|What is the average of the numbers {0}?|mean of {0}", list), Fraction(values.Sum(), 5));
    }

    private static (string Question, string Answer) Median(ProblemDraw draw)
    {
        var (values, list) = Data(draw);
        var sorted = values.Order().ToArray();
        return (
            draw.Say(
                "What is the median of {0}?|Find the median: {0}|Given the data {0}, find the median.|Calculate the median of {0}",
                list),
            Fraction(sorted[(values.Length - 1) / 2] + sorted[values.Length / 2], 2));
    }

    private static (string Question, string Answer) MedianOfFour(ProblemDraw draw)
    {
        var (low, step) = (draw.Between(-50, 50), draw.Between(1, 9));
        return (draw.Say(
            "Find the median of the data set {0}, {1}, {2}, {3}.",
            low + (3 * step), low, low + (2 * step), low + step), Fraction((2 * low) + (3 * step), 2));
    }

    private static (string Question, string Answer) Mode(ProblemDraw draw)
    {
        var values = draw.List(5, 1, 99).Distinct().ToList();
        return (draw.Say(
            "What is the mode of {0}?|Find the mode of {0}|Which number is the mode of {0}?",
            string.Join(", ", values.Append(values[0]).Append(values[0]))), $"{values[0]}");
    }

    private static (string Question, string Answer) Range(ProblemDraw draw)
    {
        var (values, list) = Data(draw);
        return (draw.Say(
            "What is the range of {0}?|Find the range of the numbers {0}|Calculate the range of the data set {0}",
            list), $"{values.Max() - values.Min()}");
    }

    private static (string Question, string Answer) PopulationVariance(ProblemDraw draw)
    {
        var (values, list) = Data(draw);
        return (draw.Say(
            "What is the population variance of {0}?|Calculate the population variance of {0}",
            list), Fraction(Spread(values), values.Length * values.Length * values.Length));
    }

    private static (string Question, string Answer) SampleVariance(ProblemDraw draw)
    {
        var (values, list) = Data(draw);
        return (draw.Say(
            "What is the sample variance of {0}?|Calculate the sample variance of the data {0}",
            list), Fraction(Spread(values), values.Length * values.Length * (values.Length - 1)));
    }

    private static (string Question, string Answer) StandardDeviation(ProblemDraw draw)
    {
        var (middle, distance) = (draw.Between(-50, 50), draw.Between(1, 40));
        return (
            draw.Say(
                "What is the population standard deviation of {0}, {1}, {0} and {1}?|"
                + "Find the population standard deviation of {1}, {0}",
                middle - distance, middle + distance),
            $"{distance}");
    }

    private static (string Question, string Answer) MeanAndMedian(ProblemDraw draw)
    {
        var (middle, a, b) = (draw.Between(-20, 60), draw.Between(1, 9), draw.Between(10, 19));
        var list = $"{middle + a}, {middle - b}, {middle}, {middle + b}, {middle - a + 5}";
        var sorted = new[] { middle + a, middle - b, middle, middle + b, middle - a + 5 }.Order().ToArray();
        return (draw.Say(
            "Find the mean and the median of {0}.|What are the mean and median of {0}?",
            list), $"mean = {middle + 1}, median = {sorted[2]}");
    }

    /// <summary>The value that brings a list to a given mean.</summary>
    private static (string Question, string Answer) Missing(ProblemDraw draw)
    {
        var (values, missing) = (draw.List(3, 1, 60), draw.Between(1, 60));
        var padding = (4 - ((values.Sum() + missing) % 4)) % 4;
        return (
            draw.Say(
                "The mean of {0} and x is {1}. What is x?|If the average of {0} and x is {1}, find x.",
                string.Join(", ", values), (values.Sum() + missing + padding) / 4),
            $"{missing + padding}");
    }

    private static (int[] Values, string List) Data(ProblemDraw draw)
    {
        var values = draw.List(draw.Between(3, 9), -40, 90);
        return (values, draw.Of(string.Join(", ", values), Enumeration(values), $"[{string.Join(", ", values)}]"));
    }

    /// <summary>The squared distances from the mean, times the square of the count.</summary>
    private static int Spread(int[] values) =>
        values.Sum(value => ((value * values.Length) - values.Sum()) * ((value * values.Length) - values.Sum()));
}
