using System.Globalization;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class FractionAnswersTests() : ProblemAnswersFixture("fractions and percentages")
{
    private const string Decimal = @"(\d+(?:\.\d+)?)";

    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.Of(@"(?:What is|Find|Calculate|How much is) (\d+)/(\d+) of (\d+)[.?]?", given => $"{given[0] * given[2]}/{given[1]}"),
        Compare("larger|greater|bigger", (first, second) => first > second),
        Compare("smaller", (first, second) => first < second),
        Solver.Of(
            @"(?:(?:What is|Calculate|how much is) )?(\d+) ?(?:%|percent|per cent) of (\d+)[?.]?",
            given => $"{given[0] * given[1]}/100"),
        Solver.Of(
            @"(?:What is|How much is)(?: a)? (\d+)\.5%(?: tip)? (?:of|on) [$€](\d+)\?",
            given => $"{(2 * given[0] + 1) * given[1]}/200"),
        Solver.OfTexts(
            $"""
            {Decimal} is what percent of (\d+)\?
            What is {Decimal} as a percentage of (\d+)\?
            Express {Decimal} out of (\d+) as a percentage
            """,
            given => Percent(part: given[0], whole: given[1])),
        Solver.OfTexts(
            $@"What (?:percent|percentage) of (\d+) is {Decimal}\?", given => Percent(part: given[1], whole: given[0])),
        Solver.Of(
            @"(?:Increase|What is|Please increase|Raise) (\d+)(?: increased)? by (\d+)(?:%| percent)[?.]?",
            given => $"{given[0] * (100 + given[1])}/100"),
        Solver.Of(
            @"(?:Decrease|What is|Reduce|Lower) (\d+)(?: decreased)? by (\d+)(?:%| percent)[?.]?",
            given => $"{given[0] * (100 - given[1])}/100"),
        Solver.Of(
            """
            What is the percentage increase from (\d+) to (\d+)\?
            Find the percent change from (\d+) to (\d+)
            By what percentage does (\d+) increase to (\d+)\?
            """,
            given => $"{(given[1] - given[0]) * 100 / given[0]}%"),
        Solver.OfTexts($@"{Decimal} is (\d+)(?:%| percent) of what(?: number)?\?", given => Whole(part: given[0], percent: given[1])),
        Solver.OfTexts($@"(\d+)% of what number is {Decimal}\?", given => Whole(part: given[1], percent: given[0])),
        Solver.Of(
            """
            What is the price of \$(\d+) after a (\d+)% discount\?
            What is the sale price of \$(\d+) with (\d+)% off\?
            """,
            given => $"{given[0] * (100 - given[1])}/100"),
        Solver.Of(@"What is (\d+)% off \$(\d+)\?", given => $"{given[1] * (100 - given[0])}/100"),
        Solver.Formula,
    ];

    private static Solver Compare(string word, Func<double, double, bool> isMeant) => Solver.Of(
        $@"Which (?:fraction )?(?:is|of) (?:{word})?[,:]? ?(\d+)/(\d+) (?:or|and) (\d+)/(\d+)(?: is the (?:{word}))?\?",
        given => isMeant((double)given[0] / (double)given[1], (double)given[2] / (double)given[3])
            ? $"{given[0]}/{given[1]}"
            : $"{given[2]}/{given[3]}");

    private static string Percent(string part, string whole) => $"{Whole(part, whole)}%";

    /// <summary>Of which <paramref name="part"/> is so many hundredths.</summary>
    private static string Whole(string part, string percent) => string.Create(
        CultureInfo.InvariantCulture,
        $"{decimal.Parse(part, CultureInfo.InvariantCulture) * 100 / decimal.Parse(percent, CultureInfo.InvariantCulture):0.####}");
}
