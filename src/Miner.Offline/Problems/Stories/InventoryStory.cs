using System.Text.RegularExpressions;
using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>
/// Stories of counts that change: who has, gets, gives and buys how many. Every clause with a number must be understood, else there is no
/// answer.
/// </summary>
internal sealed class InventoryStory
{
    private static readonly string[] Conjunctions =
    [
        " , and then ",
        " and then ",
        " , then ",
        " , and ",
        " , but ",
        " and ",
        " but ",
        " , ",
        " ; ",
        " then ",
    ];
    private static readonly HashSet<string> Pronouns = Words.Set("he she they it him her them");

    /// <summary>Without a number they say one all the same.</summary>
    private static readonly HashSet<string> Quantifiers = Words.Set(
        "all each every per rest none same equal equally double triple more less" + " fewer than as remaining");

    private readonly Inventory _inventory = new();
    private readonly Dictionary<string, string> _pronouns = [];
    private readonly HashSet<string> _people = [];
    /// <summary>Who was given something before it was told what they had.</summary>
    private readonly HashSet<string> _untold = [];

    private readonly List<Func<bool>> _open = [];
    private bool _changes;
    private string _subject = "";
    private string _verb = "";
    private Rational _cost = Rational.Zero;
    private Rational? _paid;

    public static Solution? Solve(StoryText story)
    {
        var sentences = story.Outline.Split(['.', '?'], Pieces);
        if (sentences.Length < 2 || !story.Outline.EndsWith('?') || story.Outline.Count(mark => mark == '?') != 1) return null;
        if (sentences[^1].Length > MaxQuestion || sentences[^1].Contains('#')) return null;

        var told = new InventoryStory();
        var number = 0;
        foreach (var sentence in sentences[..^1])
        {
            // A clause may leave its verb to the one before it, a sentence not.
            told._verb = "";
            foreach (var clause in sentence.Split(Conjunctions, Pieces))
            {
                if (!told.Tell(clause, [.. story.Values.Skip(number)])) return null;
                number += clause.Count(character => character == '#');
            }
        }

        if (told._open.Count > 0 && (told._changes || !told._open.TrueForAll(settle => settle()))) return null;
        return told._inventory.Steps.Count == 0 ? null : told.Answer(sentences[^1]);
    }

    private bool Tell(string text, IReadOnlyList<Rational> values)
    {
        if (!text.Contains('#')) return !text.Split(' ').Any(word => Quantifiers.Contains(word) || StoryVerbs.Losses.Contains(word));
        if (Payment.Match(text) is { Success: true } payment && _paid is null)
        {
            _paid = values[0];
            return Named(payment.Groups["who"].Value) is not null;
        }

        if (text.Length <= MaxQuestion && Comparison.Match(text) is { Success: true } comparison && IsComparison(comparison))
            return Compare(comparison, values[0]);
        if (StoryClause.Read(text, values) is not { } clause) return false;

        // Him and her are whom the story was about before this clause.
        var recipient = clause.Recipient is { } named ? Resolve(named) : null;
        if (clause.Recipient is not null && recipient is null) return false;
        _verb = clause.Verb.Length > 0 ? clause.Verb : _verb;
        if (Named(clause.Subject) is not { } owner) return false;
        if (StoryVerbs.Holds.Contains(_verb)) return Hold(owner, clause);
        _changes = true;
        return StoryVerbs.Gains.Contains(_verb)
            ? recipient is null && Gain(owner, clause)
            : StoryVerbs.Losses.Contains(_verb) && Lose(owner, clause, recipient);
    }

    private static bool IsComparison(Match match) => match.Groups["times"].Success || match.Groups["other"].Success;

    private bool Hold(string owner, StoryClause clause)
    {
        if (clause is not { IsShare: false, Recipient: null, Source: null, Each: null, Price: null }) return false;
        var thing = clause.Thing.Length > 0 ? clause.Thing : _inventory.Last?.Thing ?? "";
        return !_untold.Contains(owner) && _inventory.TrySet(owner, thing, clause.Value);
    }

    /// <summary>Three more than Ben, twice as many as Ben; known now, or once Ben's are.</summary>
    private bool Compare(Match match, Rational value)
    {
        var owner = Named(match.Groups["who"].Value.Trim() is "there" ? "" : match.Groups["who"].Value.Trim());
        var other = match.Groups["other"].Success ? match.Groups["other"].Value : null;
        var thing = StoryClause.Kind(match.Groups["thing"].Value);
        if (owner is null || thing.Length == 0) return false;
        if (other is null && (_inventory.Last is not { } last || !match.Groups["times"].Success || !Set(_inventory.Count(last))))
            return false;
        if (other is null) return true;

        // The one compared with may be a person, or another thing of the same.
        var things = _inventory.Find(owner, StoryClause.Kind(other));
        if (things is { } same && same.Thing == StoryClause.Kind(other)) return Set(_inventory.Count(same));
        if (Resolve(other) is not { } person || person == owner) return false;
        _people.Add(person);
        if (_inventory.Owners.Contains(person)) return Of(person, thing) is { } theirs && Set(_inventory.Count(theirs));
        _open.Add(() => Of(person, thing) is { } known && Set(_inventory.Count(known)));
        return true;

        bool Set(Rational count) => _inventory.TrySet(
            owner, thing, match.Groups["times"].Success ? count * value : match.Groups["more"].Success ? count + value : count - value);
    }

    private bool Gain(string owner, StoryClause clause)
    {
        if (clause.IsShare) return false;
        var price = clause.Each is { } each ? each * clause.Value : clause.Price;
        if (price is { } cost)
        {
            if (!StoryVerbs.Purchases.Contains(_verb)) return false;
            _cost += cost;
            if (_inventory.Find(owner, Inventory.Money) is { } purse && !_inventory.TryChange(purse, -cost)) return false;
        }

        if (clause.Source is { } source && Of(source, clause.Thing) is { } giver && !_inventory.TryChange(giver, -clause.Value))
            return false;
        var key = _inventory.Find(owner, clause.Thing, clause.Verb.Length == 0) ?? (clause.Thing.Length > 0 ? (owner, clause.Thing) : null);
        return key is { } known && _inventory.TryChange(known, clause.Value);
    }

    private bool Lose(string owner, StoryClause clause, string? recipient)
    {
        if (clause.Each is not null || clause.Price is not null || clause.Source is not null) return false;
        var isGift = recipient is not null && StoryVerbs.Gifts.Contains(_verb);
        if (isGift) _people.Add(recipient!);
        if (isGift && !_inventory.Owners.Contains(recipient!)) _untold.Add(recipient!);
        var gains = isGift ? Of(recipient!, clause.Thing) : null;
        if (_inventory.FindWhole(owner, clause.Thing, clause.Verb.Length == 0) is not { } key)
            return gains is { } given && !clause.IsShare && _inventory.TryChange(given, clause.Value);

        var amount = clause.IsShare ? clause.Value * _inventory.Count(key) : clause.Value;
        if (!_inventory.TryChange(key, -amount)) return false;
        return gains is not { } gift || _inventory.TryChange(gift, amount);
    }

    private Solution? Answer(string question)
    {
        if (ChangeDue.IsMatch(question)) return _paid is { } paid && _cost.Sign > 0 ? Subtract(paid, _cost) : null;
        if (Spent.IsMatch(question))
            return _cost.Sign > 0 && _paid is null ? new Solution($"{_cost}", [.. _inventory.Steps, $"Total cost: {_cost}"]) : null;
        if (_paid is not null) return null;
        if (Held.Match(question) is { Success: true } held)
            return Holding(held.Groups["thing"].Value, held.Groups["who"].Value, held.Groups["all"].Success);
        if (Difference.Match(question) is { Success: true } compared) return Differ(compared);
        return Left.Match(question) is { Success: true } left ? Holding(left.Groups["thing"].Value, Inventory.Nobody, isTotal: true) : null;
    }

    private Solution? Holding(string things, string who, bool isTotal)
    {
        var thing = StoryClause.Kind(things) is var name && name is "money" ? Inventory.Money : name;
        var isEverybody = who is "they" or "both" || who == Inventory.Nobody || who.Contains(" and ", StringComparison.Ordinal);
        if (isEverybody && !isTotal && who != "they") return null;
        var owner = isEverybody ? null : Resolve(who);
        if (!isEverybody && owner is null) return null;
        if (owner is not null && !_inventory.Owners.Contains(owner)) return null;

        var value = owner is not null && Of(owner, thing) is { } key ? _inventory.Count(key)
            : thing == Inventory.Money ? _inventory.Find(_subject, thing) is { } purse ? _inventory.Count(purse) : null
            : _inventory.Sum(owner, thing);
        return value is { } count ? new Solution($"{count}", [.. _inventory.Steps]) : null;
    }

    private Solution? Differ(Match match)
    {
        var thing = StoryClause.Kind(match.Groups["thing"].Value);
        if (Resolve(match.Groups["who"].Value) is not { } who || Resolve(match.Groups["other"].Value) is not { } other) return null;
        if (Of(who, thing) is not { } first || Of(other, thing) is not { } second) return null;
        var (more, less) = (_inventory.Count(first), _inventory.Count(second));
        if (match.Groups["fewer"].Success) (more, less) = (less, more);
        return more < less ? null : new Solution($"{more - less}", [.. _inventory.Steps, $"{more} - {less} = {more - less}"]);
    }

    /// <summary>What somebody has of their own.</summary>
    private (string Owner, string Thing)? Of(string owner, string thing) =>
        _inventory.Find(owner, thing) is { } key && key.Owner == owner ? key : null;

    private Solution Subtract(Rational from, Rational what) =>
        new($"{from - what}", [.. _inventory.Steps, $"Total cost: {what}", $"{from} - {what} = {from - what}"]);

    /// <summary>Whom a clause is about: the one that it names, or the last one named.</summary>
    private string? Named(string subject)
    {
        if (subject.Length == 0) return _subject.Length > 0 ? _subject : Inventory.Nobody;
        if (Resolve(subject) is not { } owner) return null;
        if (owner != Inventory.Nobody) _people.Add(owner);
        return _subject = owner;
    }

    /// <summary>A pronoun stays with whom it meant first; null where that could be several.</summary>
    private string? Resolve(string who)
    {
        if (!Pronouns.Contains(who)) return who;
        var pronoun = who switch { "him" => "he", "her" => "she", "them" => "they", _ => who };
        if (_pronouns.TryGetValue(pronoun, out var known)) return known;
        if (_people.Count > 1 || _subject.Length == 0) return null;
        return _pronouns[pronoun] = _subject;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const StringSplitOptions Pieces = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private const int MaxQuestion = 150;

    private const string End =
        "( (now|left|then|today|afterwards|still|over|remaining|at end|(?<all>in total|in all|altogether|together|all"
        + " together|total)))*";

    private static readonly Regex Payment = new(@"^((?<who>[a-z]+) )?(pays|paid|pay) (with )?# dollars( (bill|note))?$", Options);
    private static readonly Regex ChangeDue = new(
        "^how much (change|money) (is due|(does|did|do|should|will|would) ([a-z]+ )?(get|gets|receive"
            + "|be given)( back| in change)*)( as change)?$",
        Options);
    private static readonly Regex Spent = new(
        "^(how much (money )?(does|did|do|will|must|should) [a-z]+ (spend|pay)|how much (does|do|did|will)"
            + " (it|they|everything|all) cost|what is total( cost| price| bill)?)( in total| altogether| in all| for everything| all"
            + " together)?$",
        Options);
    private static readonly Regex Comparison = new(@"^(?<who>([a-z]+ ){0,2}?)((has|have|had|is|are|there are) )?#(?<times> times as"
            + @" many)?((?<more> more)|(?<less> (less|fewer)))?(?<thing>( [a-z]+){1,2}?)( (as|than) (?<other>[a-z]+))?( (does|has|have))?$",
        Options);
    private static readonly Regex Difference = new("^how many (more|(?<fewer>fewer|less))(?<thing>( [a-z]+){0,2}?) (does|do|did|has|have)"
            + " (?<who>[a-z]+)( have| has)? than (?<other>[a-z]+)( (does|has|have))?$",
        Options);
    private static readonly Regex Held = new(
        "^(so )?how (many|much)(?<thing>( [a-z]+){0,3}?) (does|do|did|will|would|has|have) (?<who>[a-z]+("
            + " and [a-z]+)?)( still| now)?( have| own| hold)?"
            + End
            + "$",
        Options);
    private static readonly Regex Left = new(
        "^(so )?how (many|much)(?<thing>( [a-z]+){0,3}?) (are|were|is|was|remain|remained|remains)( (there"
            + "|free|available|empty|present|unsold|still|left|in [a-z]+|on [a-z]+))*"
            + End
            + "$",
        Options);
}
