using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>Chances with coins, dice, and things drawn from a bag.</summary>
internal static class ChanceForms
{
    private const int MaxCoins = 1_000;
    private const int MaxDice = 20;
    private const int MaxSides = 1_000;
    private const string Chance = "(what is|find|calculate|compute)( (probability|chance|odds)) (of|that)";
    private const string Colour = "[a-z]+";
    private const string Draws =
        "( (if )?( ?(one|#|marble|ball|is|randomly|drawn|picked|chosen|selected|at random|without looking))+( ,| \\.))?";

    public static readonly StoryForm[] All =
    [
        new(
            $"{Chance}( (rolling|getting|you roll|throwing))?( ((?<number>#)|(?<kind>even|odd|prime)( number)?|number (?<relation>greater than"
                + $"|less than|more than) (?<bound>#)))( (on|with|when rolling|in)( (?<dice>#)| single)?( roll of)?( fair| standard)?( (?<sides>#)"
                + $" sided)? (die|dice))( is rolled)? (\\?|\\.)",
            Roll),
        new(
            $"{Chance}( (rolling|getting|throwing))?( (sum|total) of (?<sum>#))( (with|on|when rolling|from|by rolling))( roll of)? (?<dice>#)("
                + $" fair| standard)?( six sided)? dice( are rolled)? (\\?|\\.)",
            story => SumOfDice(story["sum"], story["dice"])),
        new(
            $"(#? ?(fair )?coin is (flipped|tossed) (?<times>#) times|(?<times2>#) (fair )?coins are (flipped|tossed))( \\.| ,) {Chance}( getting"
                + $"| there are)?( (?<bound>exactly|at least|at most))? (?<count>#) (heads?|tails?) \\?",
            story => Coins(story.Has("times") ? story["times"] : story["times2"], story["count"], story.Text("bound"))),
        new(
            $"{Chance}( getting)?( (?<bound>exactly|at least|at most))? (?<count>#) (heads?|tails?) (in|when flipping|when tossing|with|from)"
                + $" (?<times>#)( fair)? (coin (flips|tosses)|flips|tosses|coins)( of( fair)? coin)? \\?",
            story => Coins(story["times"], story["count"], story.Text("bound"))),
        new($"(if )?(bag|box|jar|urn|basket|drawer) (contains|has|holds) (?<n1>#) (?<c1>{Colour})( {Colour})?( ,)?( and)? (?<n2>#)"
                + $" (?<c2>{Colour})( {Colour})?(( ,)?( and)? (?<n3>#) (?<c3>{Colour})( {Colour})?)? \\.{Draws} {Chance}( (drawing|picking|choosing"
                + $"|getting|selecting|it is|is))?( randomly)?( (?<not>not))? (?<asked>{Colour})( (marble|ball|one|card|sock|candy|bead|pen))?( at"
                + $" random)? \\?",
            Draw),
    ];

    private static Solution? Roll(StoryForm.Reading story)
    {
        if (story.Has("dice") && story["dice"] != Rational.One) return null;
        var sides = story.Has("sides") ? story["sides"] : 6;
        if (!sides.IsInteger || sides < Rational.One || sides > MaxSides) return null;
        if (story.Has("number")) return story["number"].IsInteger ? Faces(sides, face => face == story["number"]) : null;
        if (story.Has("bound"))
            return Faces(sides, face => story.Text("relation") == "less than" ? face < story["bound"] : face > story["bound"]);
        return story.Text("kind") switch
        {
            "even" => Faces(sides, face => face % 2 == 0),
            "odd" => Faces(sides, face => face % 2 == 1),
            _ => Faces(sides, face => Primes.IsPrime(face) == true),
        };
    }

    private static Solution Faces(Rational sides, Func<int, bool> wanted)
    {
        var count = Enumerable.Range(1, (int)sides.Numerator).Count(wanted);
        return Answer(count, sides.Numerator, "faces");
    }

    private static Solution? SumOfDice(Rational sum, Rational dice)
    {
        if (!dice.IsInteger || dice < Rational.One || dice > MaxDice || !sum.IsInteger) return null;

        // How many ways lead to each sum, one die after the other.
        var ways = new Dictionary<int, BigInteger> { [0] = 1 };
        for (var die = 0; die < (int)dice.Numerator; die++)
        {
            ways = ways.SelectMany(way => Enumerable.Range(1, 6).Select(face => (Sum: way.Key + face, way.Value)))
                .GroupBy(way => way.Sum)
                .ToDictionary(group => group.Key, group => group.Aggregate(BigInteger.Zero, (total, way) => total + way.Value));
        }

        var wanted = sum.Sign > 0 && sum <= 6 * MaxDice ? ways.GetValueOrDefault((int)sum.Numerator) : BigInteger.Zero;
        return Answer(wanted, BigInteger.Pow(6, (int)dice.Numerator), "equally likely rolls");
    }

    private static Solution? Coins(Rational times, Rational count, string bound)
    {
        if (!times.IsInteger || times < Rational.One || times > MaxCoins || !count.IsInteger || count.Sign < 0 || count > times)
            return null;
        var (all, wanted) = ((int)times.Numerator, (int)count.Numerator);
        var (from, to) = bound switch { "at least" => (wanted, all), "at most" => (0, wanted), _ => (wanted, wanted) };
        var (ways, favourable) = (BigInteger.One, BigInteger.Zero);
        for (var heads = 0; heads <= to; heads++)
        {
            if (heads >= from) favourable += ways;
            ways = ways * (all - heads) / (heads + 1);
        }

        return Answer(favourable, BigInteger.Pow(2, all), "equally likely outcomes");
    }

    private static Solution? Draw(StoryForm.Reading story)
    {
        var colours = Enumerable.Range(1, 3)
            .Where(index => story.Has($"n{index}"))
            .Select(index => (Colour: story.Text($"c{index}"), Count: story[$"n{index}"]))
            .ToList();
        if (colours.Exists(colour => !colour.Count.IsInteger || colour.Count.Sign < 0)) return null;
        var all = colours.Aggregate(Rational.Zero, (sum, colour) => sum + colour.Count);
        if (all.IsZero || colours.FindAll(colour => colour.Colour == story.Text("asked")) is not [var asked]) return null;
        return Answer((story.Has("not") ? all - asked.Count : asked.Count).Numerator, all.Numerator, "that may be drawn");
    }

    private static Solution Answer(BigInteger favourable, BigInteger all, string cases)
    {
        var chance = new Rational(favourable, all);
        return new Solution(
            DecimalText.Fraction(chance),
            $"{favourable} of {all} {cases}: {favourable}/{all} = {Solution.Explain(chance)}");
    }
}
