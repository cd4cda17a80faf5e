using Miner.Mathematics.Numbers;

namespace Miner.Offline.Problems.Stories;

/// <summary>Who has how many of what, as a story tells it step by step.</summary>
internal sealed class Inventory
{
    public const string Money = "dollar";

    /// <summary>Nobody in particular: what there is.</summary>
    public const string Nobody = "there";

    /// <summary>Words that count things of several kinds together.</summary>
    private static readonly Dictionary<string, HashSet<string>> Kinds = new()
    {
        ["animal"] = Words.Set(
            "cow sheep pig goat horse chicken duck hen dog cat rabbit goose lamb fish bird turkey donkey mouse lion tiger elephant"),
        ["fruit"] = Words.Set("apple orange pear banana peach plum mango lemon melon grape kiwi cherry strawberry"),
        ["child"] = Words.Set("boy girl"),
        ["student"] = Words.Set("boy girl"),
        ["pupil"] = Words.Set("boy girl"),
        ["person"] = Words.Set("man woman adult child boy girl"),
        ["vehicle"] = Words.Set("car truck bus van motorcycle bike bicycle"),
        ["flower"] = Words.Set("rose tulip lily daisy"),
    };

    private readonly Dictionary<(string Owner, string Thing), Rational> _counts = [];
    private readonly List<string> _steps = [];

    public IReadOnlyList<string> Steps => _steps;

    /// <summary>The count that was told of last.</summary>
    public (string Owner, string Thing)? Last { get; private set; }

    public IEnumerable<string> Owners => _counts.Keys.Select(key => key.Owner).Distinct();

    /// <summary>False where the story has already told another number.</summary>
    public bool TrySet(string owner, string thing, Rational value)
    {
        if (_counts.ContainsKey((owner, thing)) || value.Sign < 0) return false;
        Put((owner, thing), value, $"{Shown(owner, thing)}: {value}");
        return true;
    }

    /// <summary>False where less than nothing would remain.</summary>
    public bool TryChange((string Owner, string Thing) key, Rational change)
    {
        var before = _counts.GetValueOrDefault(key);
        if ((before + change).Sign < 0) return false;
        Put(key, before + change, $"{Shown(key.Owner, key.Thing)}: {before} {(change.Sign < 0 ? '-' : '+')} {Rational.Abs(change)} ="
            + $" {before + change}");
        return true;
    }

    public Rational Count((string Owner, string Thing) key) => _counts[key];

    /// <summary>
    /// The count that is meant by a thing's name, perhaps without its adjective, or by no name; of <paramref name="owner"/>, or of what
    /// there is. Null where it is none, or open which.
    /// </summary>
    /// <param name="owner">Whose.</param>
    /// <param name="thing">Perhaps empty.</param>
    /// <param name="goesOn">Whether nothing is named because the clause goes on with what the last one told of.</param>
    public (string Owner, string Thing)? Find(string owner, string thing, bool goesOn = false)
    {
        foreach (var candidate in new[] { owner, Nobody }.Distinct())
        {
            var keys = _counts.Keys.Where(key => key.Owner == candidate && (thing.Length == 0 || IsA(key.Thing, thing))).ToList();
            if (keys.Contains((candidate, thing))) return (candidate, thing);
            if (keys is [var only]) return only;
            if (keys.Count > 1) return goesOn && thing.Length == 0 && Last is { } last && keys.Contains(last) ? last : null;
        }

        return null;
    }

    /// <summary>What is lost of a part is lost of the whole: old books of the books, where no others are told of.</summary>
    public (string Owner, string Thing)? FindWhole(string owner, string thing, bool goesOn)
    {
        if (Find(owner, thing, goesOn) is { } known) return known;
        var noun = thing[(thing.LastIndexOf(' ') + 1)..];
        return noun.Length > 0 && Find(owner, noun) is { } whole && whole.Thing == noun ? whole : null;
    }

    /// <summary>
    /// All together of a thing, or of several things that one word names; of all owners where <paramref name="owner"/> is null.
    /// </summary>
    public Rational? Sum(string? owner, string thing)
    {
        var counts = _counts.Where(count => (owner is null || count.Key.Owner == owner) && count.Key.Thing != Money).ToList();
        var named = counts.FindAll(count => thing.Length > 0 && IsA(count.Key.Thing, thing));
        var things = counts.Select(count => count.Key.Thing);
        if (named.Count == 0 && (thing.Length == 0 ? AreSame(things) : AreAll(thing, things))) named = counts;
        if (named.Count == 0) return null;

        var sum = named.Aggregate(Rational.Zero, (sum, count) => sum + count.Value);
        if (named.Count > 1) _steps.Add($"{string.Join(" + ", named.Select(count => count.Value))} = {sum}");
        return sum;
    }

    private static bool AreSame(IEnumerable<string> things) => things.Distinct().Count() == 1;

    private static bool AreAll(string kind, IEnumerable<string> things) =>
        Kinds.TryGetValue(kind, out var members) && things.All(thing => members.Contains(thing[(thing.LastIndexOf(' ') + 1)..]));

    private static bool IsA(string thing, string name) => thing == name || thing.EndsWith($" {name}", StringComparison.Ordinal);

    private void Put((string Owner, string Thing) key, Rational value, string step)
    {
        _counts[key] = value;
        Last = key;
        _steps.Add(step);
    }

    private static string Shown(string owner, string thing)
    {
        var things = thing.Length == 0 ? "number" : thing;
        return owner == Nobody ? things : $"{char.ToUpperInvariant(owner[0])}{owner[1..]}, {things}";
    }
}
