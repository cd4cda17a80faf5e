using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>Stories that are told in much the same words everywhere: sharing, ages, working together, changes.</summary>
internal static class StoryForms
{
    private const string Person = "[a-z]+( [a-z]+)?";
    private const string Things = "[a-z]+( [a-z]+)?";
    private const int MaxOutline = 500;
    private const string Many = "how many( [a-z]+)?";

    private static readonly StoryForm[] Sharing =
    [
        new(
            $"(if )?((?<who>{Person}) (has|shares|divides|splits|puts|packs|places) )?(?<all>#) (?<things>{Things})( and| that)?( (are|is|shares"
                + $"|divides|splits|puts|packs|places))?( (them|be))?"
                + $"( (shared|divided|split|distributed|packed|placed|put))?( equally| evenly)?( (among|between|into|in))? (?<parts>#) [a-z]+("
                + $" [a-z]+)?( equally| evenly)?( ,| \\.) {Many} (does|will|do|are|is)( in)?( each| every| they)( of them)?( [a-z]+)?( get|"
                + $" receive| have| hold| contain)?"
            + $"( and how many( [a-z]+)? are left( over)?)? \\?",
            story => Divide(story["all"], story["parts"])),
    ];

    private static readonly StoryForm[] Working =
    [
        new(
            "(one |pipe a |# )?[a-z]+( a)? (can )?(fill|fills|empty|paint|paints|complete|completes|do|does|finish|finishes|build|builds|mow"
                + "|mows) (?<what>[a-z]+) in (?<first>#) (?<unit>[a-z]+)( ,)? (and|while) ([a-z]+( b)?|(other|another|second)( [a-z]+)?) "
                + "((can )?(fill|fills|empty|paint|paints|complete|completes|do|does|finish|finishes|build|builds|mow|mows) (it|[a-z]+) )?in"
                + " (?<second>#) [a-z]+( \\.|,) how (long|many (hours|minutes|days)) (do|does|will|would) (they|it|both|both pipes) (need"
                + "|take)( them)?"
                + "( to [a-z]+ (it|[a-z]+))?( together| working together| if they work together| to [a-z]+ (it|[a-z]+) together)? \\?",
            story => Together(story["first"], story["second"], story.Text("unit"))),
        new(
            "(if )?(?<workers>#) (workers|men|people|machines|painters|pumps) (can )?[a-z]+ [a-z]+ in (?<time>#) (?<unit>[a-z]+)( ,| \\.) how"
                + " (long|many (days|hours|minutes)) (would|will|do|does)( it)?( take)? (?<others>#) "
                + "(workers|men|people|machines|painters|pumps)( need| take)?( to [a-z]+ (it|same [a-z]+|[a-z]+))? \\?",
            story => Inverse(story["workers"], story["time"], story["others"], story.Text("unit"))),
    ];

    private static readonly StoryForm[] Ages =
    [
        new(
            $"(?<first>[a-z]+) is (?<times>#) times as old as (?<second>[a-z]+)( ,| \\.)( and)? (together they are|sum of their ages is|their"
                + $" ages add up to) (?<sum>#)( years old)? \\. how old is (?<asked>[a-z]+) \\?",
            story => story["times"] == -1 ? null : AgeOf(story, story["sum"] / (story["times"] + 1), (story["times"], Rational.Zero))),
        new(
            $"(?<first>[a-z]+) is (?<more>#) years (?<way>older|younger) than (?<second>[a-z]+)( ,| \\.)( and)? (together they are|sum of their"
                + $" ages is|their ages add up to) (?<sum>#)( years old)? \\. how old is (?<asked>[a-z]+) \\?",
            story => AgeOf(story, (story["sum"] - Older(story)) / 2, (Rational.One, Older(story)))),
        new(
            $"(?<first>[a-z]+) is (?<more>#) years (?<way>older|younger) than (?<second>[a-z]+)( ,| \\.)( and)? (?<second2>[a-z]+) is (?<age>#)("
                + $" years old)? \\. how old is (?<asked>[a-z]+) \\?",
            story => story.Text("second2") == story.Text("second") ? AgeOf(story, story["age"], (Rational.One, Older(story))) : null),
    ];

    private static readonly StoryForm[] Changes =
    [
        new(
            "(in morning |at [a-z]+ )?(it|temperature)( in [a-z]+)? (was|is) (?<from>#)( degrees)?( (c|f|celsius|fahrenheit))?( in [a-z]+)?( \\.|"
                + " ,)?( and| but)?( (by|at|in) [a-z]+)?( then)?( (it|temperature))?( had| has)? (?<way>risen|rose|rises|fallen|fell|falls|dropped"
                + "|drops|increased|decreased|warmed)( by)? (?<by>#)( degrees)?"
                + "( (by|at|in) [a-z]+)? \\. what (was|is)( new)? temperature( then| now| at [a-z]+| in [a-z]+)? \\?",
            story =>
                Changed(
                    story["from"],
                    story.Text("way") is "risen" or "rose" or "rises" or "increased" or "warmed" ? story["by"] : -story["by"])),
        new(
            "temperature (rose|fell|dropped|increased|decreased|went|changed) from (?<from>#)( degrees)?( c| f)? to (?<to>#)( degrees)?( c| f)?"
                + " \\. (by )?(how many|what is|how much)( [a-z]+)? (did|has|is) (it|temperature) (rise|fall|drop|increase|decrease|change|risen"
                + "|fallen|dropped|changed) \\?",
            story => new Solution(
                $"{Rational.Abs(story["to"] - story["from"])}",
                $"|{story["to"]} - ({story["from"]})| =" + $" {Rational.Abs(story["to"] - story["from"])}")),
    ];

    private static readonly StoryForm[] Rates =
    [
        new("([a-z]+ ){1,2}(?<verb>earns|reads|makes|saves|types|produces|walks|sells|plants|writes|solves|bakes|answers|paints) (?<rate>#)"
                + " (?<thing>[a-z]+) (an |per |each |every )?(?<unit>hour|day|week|month|minute|year) \\. how (many|much)( [a-z]+)? (does|will|can"
                + "|did) [a-z]+ (earn|read|make|save|type|produce|walk|sell|plant|write|solve|bake|answer|paint) in (?<time>#) (?<units>[a-z]+) \\?",
            story => story.Text("units").TrimEnd('s') == story.Text("unit") ? Multiply(story["rate"], story["time"]) : null),
        new(
            "(if )?([a-z]+ ){1,2}(reads|saves|types|walks|writes|solves|bakes|answers|plants|learns) (?<rate>#) (?<thing>[a-z]+) (an |per |each "
                + "|every )?(?<unit>hour|day|week|month|minute|year)( \\.| ,) how many (?<units>[a-z]+) (will|does|would) it take( [a-z]+)? to (read"
                + "|save|type|walk|write|solve|bake|answer|plant|learn|finish) (?<all>#) (?<things>[a-z]+)( book)? \\?",
            story =>
                story.Text("units").TrimEnd('s') == story.Text("unit")
                && story.Text("things").TrimEnd('s') == story.Text("thing").TrimEnd('s')
                    ? Divide(story["all"], story["rate"])
                    : null),
    ];

    private static readonly StoryForm[] All = [.. Sharing, .. Working, .. Ages, .. Changes, .. Rates, .. PriceForms.All];

    public static Solution? Solve(StoryText story)
    {
        if (story.Outline.Length > MaxOutline) return null;
        var forms = story.Mentions("probability", "chance", "odds")
            ? ChanceForms.All
            : story.Mentions("ways", "arrangements", "permutations", "combinations", "handshakes", "(")
            ? CountingForms.All
            : All;
        return forms.Select(form => form.Solve(story)).FirstOrDefault(solution => solution is not null);
    }

    private static Rational Older(StoryForm.Reading story) => story.Text("way") == "older" ? story["more"] : -story["more"];

    /// <summary>The age of whom it is asked of, where the first one's age is a multiple of the second one's and some years.</summary>
    private static Solution? AgeOf(StoryForm.Reading story, Rational second, (Rational Times, Rational More) relation)
    {
        var first = (relation.Times * second) + relation.More;
        var (name, other, asked) = (story.Text("first"), story.Text("second"), story.Text("asked"));
        if (first.Sign < 0 || second.Sign < 0 || name == other || (asked != name && asked != other)) return null;
        return new Solution(
            $"{(asked == name ? first : second)}",
            $"{other}: {second}",
            $"{name}: {first}",
            $"{first} + {second} = {first + second}");
    }

    private static Solution? Divide(Rational all, Rational parts)
    {
        if (parts.IsZero) return new Solution(Solution.Undefined, $"{all} / 0 has no value: nothing can be divided by zero.");
        if (!all.IsInteger || !parts.IsInteger || parts.Sign < 0)
            return new Solution($"{all / parts}", $"{all} / {parts} = {Solution.Explain(all / parts)}");

        var each = (Rational)(all / parts).Floor();
        var rest = all - (each * parts);
        return rest.IsZero
            ? new Solution($"{each}", $"{all} / {parts} = {each}")
            : new Solution($"{each}, with {rest} left over", $"{all} = {parts} * {each} + {rest}");
    }

    private static Solution? Together(Rational first, Rational second, string unit)
    {
        if (first.Sign <= 0 || second.Sign <= 0) return null;
        var time = first * second / (first + second);
        return new Solution(
            $"{time} {unit}",
            $"In one of the {unit} they do 1/{first} + 1/{second} = {DecimalText.Fraction((first + second) / (first * second))} of it.",
            $"1 / ({DecimalText.Fraction((first + second) / (first * second))}) = {Solution.Explain(time)} {unit}");
    }

    private static Solution? Inverse(Rational workers, Rational time, Rational others, string unit) =>
        others.Sign <= 0
            ? null
            : new Solution(
                $"{workers * time / others} {unit}",
                $"The work is {workers} * {time} = {workers * time}.",
                $"{workers * time} / {others} =" + $" {Solution.Explain(workers * time / others)}");

    private static Solution Changed(Rational from, Rational by) =>
        new($"{from + by} degrees", $"{from} {(by.Sign < 0 ? '-' : '+')} {Rational.Abs(by)} = {from + by}");

    private static Solution Multiply(Rational rate, Rational time) =>
        new($"{rate * time}", $"{rate} * {time} = {Solution.Explain(rate * time)}");
}
