using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>What a number counts: the powers of units and nouns, <c>km/h</c> or <c>apple</c>. Empty for a pure number.</summary>
internal sealed class Measure
{
    // What is added otherwise than its numbers are.
    private static readonly HashSet<string> Unadded = EquationContext.Words("db dba dbm ph c mag percent");

    // Of units that others are multiplied and divided to, what they are made of (SI Brochure, 9th edition, table 4).
    private static readonly Dictionary<string, (string Name, int Power)[]> Derived = new(StringComparer.Ordinal)
    {
        ["newton"] = [("kilogram", 1), ("meter", 1), ("second", -2)],
        ["joule"] = [("kilogram", 1), ("meter", 2), ("second", -2)],
        ["watt"] = [("kilogram", 1), ("meter", 2), ("second", -3)],
        ["volt"] = [("kilogram", 1), ("meter", 2), ("second", -3), ("A", -1)],
        ["ohm"] = [("kilogram", 1), ("meter", 2), ("second", -3), ("A", -2)],
        ["pascal"] = [("kilogram", 1), ("meter", -1), ("second", -2)],
    };

    private readonly SortedDictionary<string, int> _powers = new(StringComparer.Ordinal);

    public static Measure None { get; } = new();

    public bool IsNone => _powers.Count == 0;

    /// <summary>Whether it is one unit or noun, and no power or quotient of any.</summary>
    public string? Single => _powers is { Count: 1 } && _powers.First() is { Value: 1, Key: var name } ? name : null;

    /// <summary>
    /// Of a unit as a text writes it, such as <c>apples</c>, <c>cm²</c> or <c>km/h</c>; null for what is not added as it stands.
    /// </summary>
    public static Measure? Of(string unit)
    {
        if (unit.Length == 0) return None;
        if (Units.TryFind(unit, out var known) && known.Dimension == Dimension.Temperature) return null;
        var measure = new Measure();
        var sign = 1;
        var canonical = unit is [>= 'A' and <= 'Z' or 'Ω'] ? unit : UnitPhrase.Canonical(unit, isUnit: Units.TryFind(unit, out _));
        foreach (var word in canonical.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "/")
            {
                sign = -1;
                continue;
            }

            var (name, power) = word.Split('^') is [var root, var exponent] && int.TryParse(exponent, out var raised)
                ? (root, raised)
                : (word, 1);
            if (Unadded.Contains(name) || WordsBehind.Continue(name)) return null;
            foreach (var (part, times) in Parts(Known(name))) measure.Multiply(part, sign * power * times);
        }

        return measure;
    }

    /// <summary>The name of what a word counts, as in <see cref="Single"/>.</summary>
    public static string Noun(string word) => Known(UnitPhrase.Canonical(word));

    public Measure Times(Measure other, int sign = 1)
    {
        var product = new Measure();
        foreach (var (name, power) in _powers) product.Multiply(name, power);
        foreach (var (name, power) in other._powers) product.Multiply(name, sign * power);
        return product;
    }

    public bool Equals(Measure other) => _powers.SequenceEqual(other._powers);

    /// <summary>
    /// How many of <paramref name="other"/> one of this is, where it is as many on every day and in every book; null for everything else.
    /// </summary>
    public Rational? In(Measure other)
    {
        if (Equals(other)) return Rational.One;
        if (Single is not { } from || other.Single is not { } to) return null;
        if (!Units.TryFindKey(from, out var first) || !Units.TryFindKey(to, out var second)) return null;
        if (first.Dimension != second.Dimension || first.Factor is null || second.Factor is null) return null;
        if (first.Dimension is Dimension.Data or Dimension.Temperature || IsDays(first) != IsDays(second)) return null;

        var ratio = first.Ratio(second);
        return ratio.IsInteger || (Rational.One / ratio).IsInteger ? ratio : null;
    }

    /// <summary>A working day has eight hours, a working week five days.</summary>
    private static bool IsDays(Unit unit) => unit.Key is "day" or "week" or "fortnight";

    private static (string Name, int Power)[] Parts(string name) => Derived.TryGetValue(name, out var parts) ? parts : [(name, 1)];

    private static string Known(string name) => name switch
    {
        "N" => "newton",
        "J" => "joule",
        "W" => "watt",
        "V" => "volt",
        "Ω" => "ohm",
        _ => Units.TryFind(name, out var unit) ? unit.Key : Singular(name),
    };

    /// <summary>The same for boxes and a box, whose plural takes a vowel.</summary>
    private static string Singular(string name) =>
        name.EndsWith("xe", StringComparison.Ordinal) || name.EndsWith("sse", StringComparison.Ordinal)
        || name.EndsWith("che", StringComparison.Ordinal) || name.EndsWith("she", StringComparison.Ordinal)
            ? name[..^1]
            : name;

    private void Multiply(string name, int power)
    {
        if (power == 0) return;
        var sum = _powers.GetValueOrDefault(name) + power;
        if (sum == 0) _powers.Remove(name);
        else _powers[name] = sum;
    }
}
