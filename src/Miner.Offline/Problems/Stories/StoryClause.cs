using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>What one clause of a story says of one quantity: who does what with how many of which thing.</summary>
/// <param name="Subject">Empty where the clause names none.</param>
/// <param name="Verb">Empty where it is that of the clause before.</param>
/// <param name="IsShare">Whether the value is a part of what there is: half of them, 25% of the apples.</param>
/// <param name="Recipient">Who gets it, or null.</param>
/// <param name="Source">Whom it comes from, or null.</param>
/// <param name="Each">The price of one, or null.</param>
/// <param name="Price">The price of all, or null.</param>
internal sealed partial record StoryClause(
    string Subject,
    string Verb,
    Rational Value,
    bool IsShare,
    string Thing,
    string? Recipient,
    string? Source,
    Rational? Each,
    Rational? Price)
{
    // In linear time no quantifier is lazy about what it captures; a clause is short.
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int MaxLength = 150;

    /// <summary>With these a clause compares, or tells of what remains.</summary>
    private static readonly HashSet<string> Unclear = Words.Set(
        "left remaining each every per times than as half both all rest same percent is" + " are was were has had if when who which that");

    private static readonly HashSet<string> Pointing = Words.Set("them his her their these those its my it");

    /// <summary>Without a noun they leave open what is counted: 3 red and 5 blue marbles.</summary>
    private static readonly HashSet<string> Adjectives = Words.Set(
        "red blue green yellow white black brown pink purple orange grey gray big" + " small large little old new male female");

    /// <summary>With these before its verb a clause tells of what has not happened.</summary>
    private static readonly HashSet<string> Modal = Words.Set(
        "want wants wanted need needs needed plan plans planned hope hopes to not never can"
            + " could should must may might try tries tried without nobody");

    /// <summary>What belongs to the verb and changes nothing.</summary>
    private static readonly HashSet<string> Particles = Words.Set("away out up back down in with there");

    /// <summary>Null where the clause is none of these forms.</summary>
    /// <param name="text">The clause, from the outline of a story.</param>
    /// <param name="values">The numbers from this clause on.</param>
    public static StoryClause? Read(string text, IReadOnlyList<Rational> values)
    {
        if (text.Length > MaxLength) return null;
        var isActive = text[..text.IndexOf('#', StringComparison.Ordinal)].Split(' ').Any(StoryVerbs.IsVerb);
        var match = !isActive && text.Split(' ').Any(StoryVerbs.IsVerb) ? QuantityFirst().Match(text) : ActorFirst().Match(text);
        if (!match.Success || !TrySplit(match.Groups["before"].Value, out var subject, out var verb, out var recipient)) return null;
        if (match.Groups["after"] is { Success: true, Value: var after })
        {
            if (!TrySplit(after, out _, out verb, out _)) return null;

            // Books that are borrowed are gone, those that are bought are not: only with verbs of loss it is clear.
            if (match.Groups["passive"].Success && !StoryVerbs.Losses.Contains(verb)) return null;
        }

        var (value, next) = (values[0], 1);
        var thing = match.Groups["thing"].Value.Trim();
        if (verb == "left" || thing.Split(' ').Any(Unclear.Contains) || Adjectives.Contains(thing) || IsUnclear(match)) return null;
        if (match.Groups["content"].Success) (value, thing) = (value * values[next++], match.Groups["content"].Value.Trim());
        if (value > Rational.One && !IsPlural(thing)) return null;
        Rational? price = match.Groups["price"].Success ? values[next] : null;
        var isEach = match.Groups["each"].Success;
        var isShare = match.Groups["of"].Success && (value < Rational.One || match.Groups["percent"].Success);
        if (match.Groups["percent"].Success && !isShare) return null;
        return new StoryClause(
            subject,
            verb,
            value,
            isShare,
            Kind(thing),
            recipient ?? Name(match, "to"),
            Name(match, "from"),
            isEach ? price : null,
            isEach ? null : price);
    }

    /// <summary>What is given to each of several, or for each.</summary>
    private static bool IsUnclear(Match match) =>
        $"{match.Groups["to"]} {match.Groups["from"]} {match.Groups["place"]}".Split(' ').Any(Unclear.Contains);

    /// <summary>After a number greater than one a word that is no plural is most likely a verb: five fell.</summary>
    private static bool IsPlural(string things) =>
        things.Length == 0
        || things.EndsWith('s')
        || Irregular.ContainsKey(things[(things.LastIndexOf(' ') + 1)..])
        || Kind(things).Length == 0;

    /// <summary>The name by which things of a kind are counted.</summary>
    public static string Kind(string words)
    {
        var kept = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Pointing.Contains(word));
        return string.Join(' ', kept.Select(Singular));
    }

    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["children"] = "child",
        ["people"] = "person",
        ["men"] = "man",
        ["women"] = "woman",
        ["mice"] = "mouse",
        ["geese"] = "goose",
        ["sheep"] = "sheep",
        ["fish"] = "fish",
        ["deer"] = "deer",
        ["cookies"] = "cookie",
        ["movies"] = "movie",
        ["brownies"] = "brownie",
    };

    private static string Singular(string word) =>
        Irregular.TryGetValue(word, out var singular) ? singular
        : word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
        : word.EndsWith("shes", StringComparison.Ordinal)
        || word.EndsWith("ches", StringComparison.Ordinal)
        || word.EndsWith("xes", StringComparison.Ordinal)
            ? word[..^2]
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    /// <summary>Splits what stands before a number: who, the verb, and perhaps to whom.</summary>
    private static bool TrySplit(string text, out string subject, out string verb, out string? recipient)
    {
        (subject, verb, recipient) = ("", "", null);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !StoryVerbs.Auxiliaries.Contains(word)).ToList();
        var at = words.FindIndex(StoryVerbs.IsVerb);
        if (at < 0) return words.Count == 0;

        if (words[at..] is ["get" or "gets" or "got", "off" or "out" or "on" or "in"])
        {
            verb = words[^1] is "on" or "in" ? "board" : "leave";
            return true;
        }

        while (at + 1 < words.Count && StoryVerbs.IsVerb(words[at + 1])) at++;
        var before = words.Take(at).Where(word => !StoryVerbs.IsVerb(word)).ToList();
        subject = before.Contains("there") ? "there" : string.Join(' ', before);
        verb = words[at];
        var rest = words.Skip(at + 1).Where(word => !Particles.Contains(word)).ToList();
        if (rest is [var other]) recipient = other;
        return rest.Count < 2 && subject.Split(' ') is { Length: <= 3 } who && !who.Any(Modal.Contains);
    }

    private static string? Name(Match match, string group) => match.Groups[group].Success ? match.Groups[group].Value : null;

    private const string Amount = "#(?<percent>%)?(?<of> of)?( (more|extra|additional|new|other))?";
    private const string Noun = "(?<thing>( [a-z]+){0,3}?)( of [a-z]+)?";
    private const string Content =
        "( (of|with|containing|that contain|that hold|that have) #(?<content>( [a-z]+){1,2}?)( (each|in each( [a-z]+)?"
        + "|per [a-z]+))?)?";
    private const string Cost = "( (for|at|costing) #(?<price>) dollars(?<each> (each|apiece|per [a-z]+))?)?";
    private const string Tail =
        "( (away|off|out|up|back|home|today|yesterday|later|again|too))?( to( his| her| their)? (?<to>[a-z]+))?( from("
        + " his| her| their)? (?<from>[a-z]+))?"
        + "(?<place> (in|on|at|for|during|from|into|to)( [a-z]+){1,3})?";

    [GeneratedRegex("^(?<before>([a-z]+ ){0,6}?)" + Amount + Noun + Content + Cost + Tail + "$", Options)]
    private static partial Regex ActorFirst();

    /// <summary>Five seats are taken, three more people arrive.</summary>
    [GeneratedRegex(
        "^(?<before>)((at|in|on|by|after|during) ([a-z]+ ){1,3})?"
            + Amount
            + Noun
            + " (?<after>((?<passive>is|are|was|were|have been|has been)"
            + " |(get|gets|got) )?[a-z]+)"
            + Tail
            + "$",
        Options)]
    private static partial Regex QuantityFirst();
}
