using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>Prices and other values that change by a percentage.</summary>
internal static class PriceForms
{
    private const string Item = "[a-z]+( [a-z]+){0,2}";
    private const string Amount = "#( dollars| people| inhabitants)?";
    private const string Less =
        "off|discounted by|reduced by|lowered by|marked down by|decreases by|decreased by|drops by|dropped by|falls by"
        + "|fell by|declines by|shrinks by";
    private const string More = "increased by|increases by|raised by|rises by|rose by|grows by|grew by|marked up by|went up by|goes up by";
    private const string Now =
        "(what is|what was|what will be|find|how much is|calculate)( its| his| her)?( (new|sale|final|discounted|reduced"
        + "|total|current))?( (price|cost|population|value|salary|total|amount|bill))( now| of [a-z]+( [a-z]+)?)?|how much does (it|[a-z]+) cost("
        + " now)?|what does (it|[a-z]+) cost( now)?|how much (do|does|will|must|should) [a-z]+ pay( in total)?";
    private const string Before =
        "(what|how much) was( its)?( original| initial)?( (price|cost|value))?( of [a-z]+)?( before( [a-z]+)?)?|what"
        + " was (its )?original (price|cost|value)";

    public static readonly StoryForm[] All =
    [
        new(
            "(if )?(one |each )?(?<one>[a-z]+)( (costs|cost|is))? (?<price>#) dollars( each)?( ,)?( and)? (one |each )?(?<two>[a-z]+)( (costs"
                + "|cost|is))? (?<other>#) dollars( each)?( ,| \\.) (how much|what)( is total cost of)?( (do|does|will))? (?<count>#) (?<ones>[a-z]+)"
                + " and (?<more>#) (?<twos>[a-z]+)( cost)?( in total| altogether| together)? \\?",
            story => Bill(story)),
        new($"(if )?({Item} (costs?|is priced at|sells for|is|was|of)|price of {Item} is|population of {Item} is|(price )?of) (?<from>#)("
                + $" dollars)?( \\.| ,)?( and| but)?( (it|its price|[a-z]+))?( (is|has|was|are|been|being))*( on sale)?( (for|with|at))? "
                + $"((?<less>#%) (off|discount|reduction)|((?<cut>{Less})|({More})) (?<by>#%)) ?\\.? ({Now}) (\\?|\\.)",
            story => Change(story["from"], story.Has("less") ? -story["less"] : story.Has("cut") ? -story["by"] : story["by"])),
        new($"(if )?(price of )?(?<from>#) (dollars )?{Item}( (is|has|was|been))* ((?<cut>{Less})|({More})) (?<by>#%)( \\.| ,) ({Now}) \\?",
            story => Change(story["from"], story.Has("cut") ? -story["by"] : story["by"])),
        new($"{Item} of (?<from>#) ((?<cut>{Less})|({More})) (?<by>#%)( \\.| ,) ({Now}) \\?",
            story => Change(story["from"], story.Has("cut") ? -story["by"] : story["by"])),
        new(
            $"(?<from>#) dollars {Item} with (?<by>#%) (tip|tax|vat|markup)( (costs|is))? how much( in total|" + $" altogether)? \\?",
            story => Change(story["from"], story["by"])),
        new(
            $"after (?<less>#%) (discount|reduction)( ,)? {Item} (costs|cost|sells for|is) (?<to>#)( dollars)? \\." + $" ({Before}) \\?",
            story => Undo(story["to"], -story["less"])),
        new(
            $"after (?<more>#%) (increase|raise|markup)( ,)? {Item} (costs|cost|sells for|is) (?<to>#)( dollars)? \\." + $" ({Before}) \\?",
            story => Undo(story["to"], story["more"])),
        new($"([a-z]+ ){{1,3}}(rose|increased|went up|grew|rises|increases|fell|decreased|dropped|went down|falls|drops|declined) from"
                + $" (?<from>{Amount}) to (?<to>{Amount}) (\\.|,) (what is|what was|find|by what) ?(percent|percentage)( (increase|decrease|change"
                + $"|drop|rise)( in [a-z]+)?| (did|has) it [a-z]+) (\\?|\\.)",
            story => Compare(story["from"], story["to"])),
    ];

    private static Solution? Bill(StoryForm.Reading story)
    {
        if (!AreSame(story.Text("one"), story.Text("ones")) || !AreSame(story.Text("two"), story.Text("twos"))) return null;
        var (first, second) = (story["count"] * story["price"], story["more"] * story["other"]);
        return new Solution(
            $"{first + second}",
            $"{story["count"]} * {story["price"]} = {first}",
            $"{story["more"]} * {story["other"]} = {second}",
            $"{first} + {second} = {first + second}");
    }

    private static bool AreSame(string thing, string things) => StoryClause.Kind(thing) == StoryClause.Kind(things);

    private static Solution Change(Rational from, Rational share)
    {
        var part = Rational.Abs(share) * from;
        var to = from + (share * from);
        return new Solution($"{to}", $"{Rational.Abs(share) * 100}% of {from} = {part}", $"{from} {(share.Sign < 0 ? '-' : '+')} {part} ="
            + $" {Solution.Explain(to)}");
    }

    private static Solution? Undo(Rational to, Rational share)
    {
        var left = Rational.One + share;
        return left.Sign <= 0
            ? null
            : new Solution($"{to / left}", $"{to} is {left * 100}% of it.", $"{to} / {left * 100}% = {Solution.Explain(to / left)}");
    }

    private static Solution? Compare(Rational from, Rational to)
    {
        if (from.IsZero) return null;
        var percent = Rational.Abs(to - from) / from * 100;
        return new Solution(
            $"{Solution.Measure(percent)}%", $"({to} - {from}) / {from} * 100% = {Solution.Explain((to - from) / from * 100)}%,"
                + $" {(to < from ? "a decrease" : "an increase")}");
    }
}
