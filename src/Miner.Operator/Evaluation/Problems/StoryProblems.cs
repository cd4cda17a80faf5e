using Miner.Mathematics.Language;
using static Miner.Operator.Evaluation.Problems.ProblemText;

namespace Miner.Operator.Evaluation.Problems;

/// <summary>Short stories that take one or two steps.</summary>
internal static class StoryProblems
{
    private static readonly string[] Names = ["Anna", "Ben", "Carla", "David", "Emma", "Farid", "Grace", "Hiro", "Ines", "Jonas"];
    private static readonly string[] Things = ["pens", "apples", "tickets", "books", "stamps", "marbles", "oranges", "cards"];

    public static readonly IReadOnlyList<Func<ProblemDraw, (string Question, string Answer)>> Forms =
    [
        Speed, Distance, Duration, Proportion, Workers, Sharing, GivingAway, Change, Sale, Interest, Seats, Temperature,
    ];

    public static (string Question, string Answer) Ages(ProblemDraw draw)
    {
        var (name, other) = TwoNames(draw);
        var (age, times) = (draw.Between(3, 20), draw.Between(2, 4));
        return (
            $"{name} is {NumberWords.Of(times)} times as old as {other}. Together they are {age * (times + 1)} years old. "
                + $"How old is {other}?",
            $"{age}");
    }

    private static (string Question, string Answer) Speed(ProblemDraw draw)
    {
        var (speed, hours) = (draw.Between(20, 130), draw.Between(2, 9));
        return (
            draw.Say(
                "A train travels {0} km in {1} hours. What is its average speed in km/h?|"
                + "A car covers {0} kilometers in {1} hours. What is its average speed in kilometers per hour?",
                speed * hours, hours),
            $"{speed}");
    }

    private static (string Question, string Answer) Distance(ProblemDraw draw)
    {
        var (speed, hours) = (draw.Between(20, 130), draw.Between(2, 9));
        return (draw.Say(
            "A car drives at {0} km/h for {1} hours. How far does it travel?|How far does a train go in {1} hours at {0} km/h?",
            speed, hours), $"{speed * hours}");
    }

    private static (string Question, string Answer) Duration(ProblemDraw draw)
    {
        var (speed, hours) = (draw.Between(20, 130), draw.Between(2, 9));
        return (draw.Say(
            "How many hours does it take to drive {0} miles at {1} miles per hour?|"
            + "A bus travels {0} miles at {1} mph. How many hours does the trip take?",
            speed * hours, speed), $"{hours}");
    }

    private static (string Question, string Answer) Proportion(ProblemDraw draw)
    {
        var (price, count, more, things) = (draw.Between(2, 30), draw.Between(2, 12), draw.Between(2, 30), draw.Of<string>(Things));
        return (draw.Say(
            "If {0} {3} cost ${1}, how much do {2} {3} cost?|{0} {3} cost ${1}. What do {2} {3} cost?|"
            + "How much do {2} {3} cost if {0} {3} cost ${1}?",
            count, count * price, more, things), $"${more * price}");
    }

    private static (string Question, string Answer) Workers(ProblemDraw draw)
    {
        var (slow, fast) = draw.Of((6, 3), (12, 4), (20, 5), (30, 15), (12, 6), (15, 10), (24, 8));
        return (
            $"One pipe fills a tank in {slow} hours and another fills it in {fast} hours. How many hours do they need together?",
            Fraction(slow * fast, slow + fast));
    }

    private static (string Question, string Answer) Sharing(ProblemDraw draw)
    {
        var (each, children, things) = (draw.Between(2, 40), draw.Between(2, 12), draw.Of<string>(Things));
        return (draw.Say(
            "{0} {2} are shared equally among {1} children. How many does each child get?|"
            + "If {0} {2} are divided equally among {1} friends, how many {2} does each get?",
            each * children, children, things), $"{each}");
    }

    private static (string Question, string Answer) GivingAway(ProblemDraw draw)
    {
        var (name, other) = TwoNames(draw);
        var (had, gave, bought, things) = (draw.Between(30, 90), draw.Between(2, 28), draw.Between(2, 60), draw.Of<string>(Things));
        return (
            $"{name} has {had} {things}, gives {gave} to {other} and buys {bought} more. How many {things} does {name} have now?",
            $"{had - gave + bought}");
    }

    private static (string Question, string Answer) Change(ProblemDraw draw)
    {
        var (count, cents, things) = (draw.Between(2, 9), draw.Between(5, 45) * 10, draw.Of<string>(Things));
        return (
            $"{draw.Of<string>(Names)} buys {count} {things} for ${Decimal(cents, 2)} each and pays with a $50 bill. "
                + $"How much change is due?",
            $"${Decimal(5_000 - (count * cents), 2)}");
    }

    private static (string Question, string Answer) Sale(ProblemDraw draw)
    {
        var (price, percent) = (draw.Between(2, 40) * 10, draw.Between(1, 18) * 5);
        return (draw.Say(
            "A jacket costs ${0}. It is on sale for {1}% off. What is the sale price?|"
            + "The price of a ${0} bicycle is reduced by {1}%. What does it cost now?",
            price, percent), $"${Decimal(price * (100 - percent), 2)}");
    }

    private static (string Question, string Answer) Interest(ProblemDraw draw)
    {
        var (hundreds, percent, years) = (draw.Between(2, 90), draw.Between(1, 12), draw.Between(2, 9));
        return (draw.Say(
            "How much simple interest does ${0} earn at {1}% per year in {2} years?|"
            + "What is the simple interest on ${0} at {1}% per year for {2} years?",
            100 * hundreds, percent, years), $"${hundreds * percent * years}");
    }

    private static (string Question, string Answer) Seats(ProblemDraw draw)
    {
        var (rows, seats) = (draw.Between(5, 40), draw.Between(8, 40));
        var taken = draw.Between(1, rows * seats);
        return (
            $"A hall has {rows} rows with {seats} seats each. {taken} seats are taken. How many seats are free?",
            $"{(rows * seats) - taken}");
    }

    private static (string Question, string Answer) Temperature(ProblemDraw draw)
    {
        var (morning, rise) = (draw.Between(-20, -1), draw.Between(2, 30));
        return (
            $"In the morning it was {morning} degrees. By noon the temperature had risen by {rise} degrees. "
                + $"What was the temperature at noon?",
            $"{morning + rise} degrees");
    }

    private static (string Name, string Other) TwoNames(ProblemDraw draw)
    {
        var first = draw.Between(0, Names.Length - 1);
        return (Names[first], Names[(first + draw.Between(1, Names.Length - 1)) % Names.Length]);
    }
}
