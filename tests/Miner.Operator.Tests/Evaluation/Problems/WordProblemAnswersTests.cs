using System.Globalization;
using System.Numerics;

namespace Miner.Operator.Tests.Evaluation.Problems;

[TestFixture]
internal sealed class WordProblemAnswersTests() : ProblemAnswersFixture("word problems")
{
    protected override IReadOnlyList<Solver> Solvers { get; } =
    [
        Solver.Of(
            """
            Twice a number plus (\d+) is (\d+)\. What is the number\?
            If you double a number and add (\d+), you get (\d+)\. What is the number\?
            A number is doubled and increased by (\d+)\. The result is (\d+)\. Find the number\.
            """,
            given => $"{(given[1] - given[0]) / 2}"),
        Solver.Of(@"(\d+) times a number minus (\d+) equals (-?\d+)\. Find the number\.", given => $"{(given[2] + given[1]) / given[0]}"),
        Solver.Of(
            @"When (\d+) is subtracted from (\d+) times a number, the result is (-?\d+)\. What is the number\?",
            given => $"{(given[2] + given[0]) / given[1]}"),
        Solver.Of(
            """
            What number plus (\d+) is (\d+)\?
            The sum of a number and (\d+) is (\d+)\. What is the number\?
            (\d+) more than a number is (\d+)\. What is the number\?
            What number must be added to (\d+) to get (\d+)\?
            What number added to (\d+) gives (\d+)\?
            """,
            given => $"{given[1] - given[0]}"),
        Solver.Of(
            """
            A number divided by (\d+) is (\d+)\. What is the number\?
            What number divided by (\d+) equals (\d+)\?
            """,
            given => $"{given[0] * given[1]}"),
        Solver.Of(@"The sum of two consecutive integers is (\d+)\. What is the smaller one\?", given => $"{(given[0] - 1) / 2}"),
        Solver.Of(@"The sum of three consecutive integers is (\d+)\. What is the largest of them\?", given => $"{given[0] / 3 + 1}"),
        Solver.Of(
            """
            The sum of two numbers is (\d+) and their difference is (\d+)\. What is the larger number\?
            Two numbers add up to (\d+) and differ by (\d+)\. Find the larger one\.
            """,
            given => $"{(given[0] + given[1]) / 2}"),
        Solver.OfTexts(
            @"\w+ is (\w+) times as old as \w+\. Together they are (\d+) years old\. How old is \w+\?",
            given => $"{Number(given[1]) / (Number(PlainEvaluator.WithDigits(given[0])) + 1)}"),
        Solver.Of(
            """
            What is the area of a rectangle with length (\d+) and width (\d+)\?
            A rectangle is (\d+) cm long and (\d+) cm wide\. What is its area in square centimetres\?
            Find the area of a (\d+) by (\d+) rectangle\.
            A car drives at (\d+) km/h for (\d+) hours\. How far does it travel\?
            How far does a train go in (\d+) hours at (\d+) km/h\?
            """,
            given => $"{given[0] * given[1]}"),
        Solver.Of(
            """
            What is the perimeter of a rectangle with length (\d+) and width (\d+)\?
            A garden is (\d+) m long and (\d+) m wide\. How many metres of fence go around it\?
            """,
            given => $"{given[0] + given[1] + given[0] + given[1]}"),
        Solver.Of(
            """
            What is the perimeter of a square with side (\d+)\?
            A square has sides of length (\d+)\. What is its perimeter\?
            """,
            given => $"{given[0] * 4}"),
        Solver.Of(
            """
            What is the area of a square with side length (\d+)\?
            Find the area of a square whose side is (\d+)\.
            """,
            given => $"{BigInteger.Pow(given[0], 2)}"),
        Solver.Of(@"What is the volume of a cube with (?:side length|edge) (\d+)\?", given => $"{BigInteger.Pow(given[0], 3)}"),
        Solver.Of(
            """
            What is the area of a triangle with base (\d+) and height (\d+)\?
            A triangle has a base of (\d+) and a height of (\d+)\. What is its area\?
            """,
            given => $"{given[0] * given[1]}/2"),
        Solver.Of(
            """
            A right triangle has legs (\d+) and (\d+)\. How long is the hypotenuse\?
            What is the hypotenuse of a right triangle with legs (\d+) and (\d+)\?
            """,
            given => $"{Math.Sqrt((double)(given[0] * given[0] + given[1] * given[1]))}"),
        Solver.Of(
            """
            A train travels (\d+) km in (\d+) hours\. What is its average speed in km/h\?
            A car covers (\d+) kilometers in (\d+) hours\. What is its average speed in kilometers per hour\?
            How many hours does it take to drive (\d+) miles at (\d+) miles per hour\?
            A bus travels (\d+) miles at (\d+) mph\. How many hours does the trip take\?
            (\d+) \w+ are shared equally among (\d+) children\. How many does each child get\?
            If (\d+) \w+ are divided equally among (\d+) friends, how many \w+ does each get\?
            """,
            given => $"{given[0]}/{given[1]}"),
        Solver.Of(
            """
            If (\d+) \w+ cost \$(\d+), how much do (\d+) \w+ cost\?
            (\d+) \w+ cost \$(\d+)\. What do (\d+) \w+ cost\?
            """,
            given => $"${given[1] / given[0] * given[2]}"),
        Solver.Of(@"How much do (\d+) \w+ cost if (\d+) \w+ cost \$(\d+)\?", given => $"${given[2] / given[1] * given[0]}"),
        Solver.Of(
            @"One pipe fills a tank in (\d+) hours and another fills it in (\d+) hours\. How many hours do they need together\?",
            given => $"{given[0] * given[1]}/{given[0] + given[1]}"),
        Solver.Of(
            @"\w+ has (\d+) \w+, gives (\d+) to \w+ and buys (\d+) more\. How many \w+ does \w+ have now\?",
            given => $"{given[0] - given[1] + given[2]}"),
        Solver.OfTexts(
            @"\w+ buys (\d+) \w+ for \$(\d+(?:\.\d+)?) each and pays with a \$50 bill\. How much change is due\?",
            given => string.Create(CultureInfo.InvariantCulture, $"${50 - Number(given[0]) * Number(given[1])}")),
        Solver.Of(
            """
            A jacket costs \$(\d+)\. It is on sale for (\d+)% off\. What is the sale price\?
            The price of a \$(\d+) bicycle is reduced by (\d+)%\. What does it cost now\?
            """,
            given => string.Create(CultureInfo.InvariantCulture, $"${(decimal)given[0] * (decimal)(100 - given[1]) / 100}")),
        Solver.Of(
            """
            How much simple interest does \$(\d+) earn at (\d+)% per year in (\d+) years\?
            What is the simple interest on \$(\d+) at (\d+)% per year for (\d+) years\?
            """,
            given => $"${given[0] * given[1] * given[2] / 100}"),
        Solver.Of(
            @"A hall has (\d+) rows with (\d+) seats each\. (\d+) seats are taken\. How many seats are free\?",
            given => $"{given[0] * given[1] - given[2]}"),
        Solver.Of(
            @"In the morning it was (-\d+) degrees\. By noon the temperature had risen by (\d+) degrees\. "
                + @"What was the temperature at noon\?",
            given => $"{given[0] + given[1]} degrees"),
    ];

    private static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);
}
