namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class StatisticsAnswersTests() : ProblemAnswersFixture("statistics")
{
    private const string Data = Solver.Values;

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        OfList(
            $"""
            Find the mean and the median of {Data}\.
            What are the mean and median of {Data}\?
            """,
            values => $"mean = {Mean(values)}, median = {Median(values)}"),
        OfList(
            $"""
            (?:What is|What's|Find|Calculate) the (?:arithmetic )?(?:mean|average) of (?:the numbers )?{Data}[?.]?
            The scores are {Data}\. What is the mean\?
            (?:average|mean) of {Data}
            """,
            Mean),
        OfList(
            $"""
            (?:What is|Find|Calculate) the median(?: of|:)(?: the data set)? {Data}[?.]?
            Given the data {Data}, find the median\.
            """,
            Median),
        OfList(
            $@"(?:What is the|Find the|Which number is the) mode of {Data}\??",
            values => $"{values.CountBy(value => value).MaxBy(count => count.Value).Key}"),
        OfList(
            $@"(?:What is|Find|Calculate) the range of (?:the numbers |the data set )?{Data}\??",
            values => $"{values.Max() - values.Min()}"),
        OfList(
            $@"(?:What is|Calculate) the population variance of {Data}\??", values => Variance(values, divisor: values.Count)),
        OfList(
            $@"(?:What is|Calculate) the sample variance of (?:the data )?{Data}\??", values => Variance(values, values.Count - 1)),
        OfList(
            $@"(?:What is|Find) the population standard deviation of {Data}\??",
            values => $"{Math.Sqrt(values.Sum(value => Math.Pow(value - values.Average(), 2)) / values.Count)}"),
        Solver.OfTexts(
            """
            The mean of (.+) and x is (\d+)\. What is x\?
            If the average of (.+) and x is (\d+), find x\.
            """,
            given => $"{4 * Solver.List(given[1])[0] - Solver.List(given[0]).Sum()}"),
    ];

    private static Solver OfList(string wordings, Func<List<int>, string> solve) =>
        Solver.OfTexts(wordings, given => solve(Solver.List(given[0])));

    private static string Mean(List<int> values) => $"{values.Sum()}/{values.Count}";

    /// <summary>By taking away the smallest and the largest, in turn.</summary>
    private static string Median(List<int> values)
    {
        var left = values.ToList();
        while (left.Count > 2)
        {
            left.Remove(left.Min());
            left.Remove(left.Max());
        }

        return Mean(left);
    }

    /// <summary>By the squares and the sum, over one denominator.</summary>
    private static string Variance(List<int> values, int divisor)
    {
        var (count, sum) = ((long)values.Count, values.Sum(value => (long)value));
        return $"{count * values.Sum(value => (long)value * value) - sum * sum}/{count * divisor}";
    }
}
