using System.Diagnostics.CodeAnalysis;

namespace Miner.Mathematics.Language;

/// <summary>Finds units by their many names.</summary>
public static class Units
{
    private static readonly Dictionary<string, Unit> ByName = UnitTable.All
        .SelectMany(unit => unit.Names.Concat(EastAsianUnitNames.Of(unit.Name)).Select(name => (Name: name, Unit: unit)))
        .ToDictionary(row => row.Name, row => row.Unit, StringComparer.Ordinal);

    private static readonly Dictionary<string, Unit> Convertible = UnitTable.All
        .Where(unit => unit.Factor is not null)
        .SelectMany(unit => unit.Names.Concat(unit.Symbols).Concat(EastAsianUnitNames.Of(unit.Name))
            .Select(name => (Name: name, Unit: unit)))
        .ToDictionary(row => row.Name, row => row.Unit, StringComparer.Ordinal);

    private static readonly Dictionary<string, Unit> ByKey = UnitTable.All
        .Where(unit => unit.Factor is not null)
        .ToDictionary(unit => unit.Key, StringComparer.Ordinal);

    private static readonly HashSet<string> MoneyKeys =
        [.. UnitTable.All.Where(unit => unit.Dimension == Dimension.Money).Select(unit => unit.Key)];

    /// <summary>
    /// Finds a unit that is converted into others by its symbol, singular or plural, where a unit must stand; read without regard to case
    /// where no other unit is written so.
    /// </summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out Unit? unit) =>
        Convertible.TryGetValue(name, out unit)
        || (Convertible.TryGetValue(name.ToLowerInvariant(), out unit) && !IsAnother(name, unit.Name));

    /// <summary>
    /// Whether capitals make a symbol that of another unit: T is a tesla, Mm a million metres, Nm a newton metre, Cal a thousand calories.
    /// </summary>
    private static bool IsAnother(string symbol, string name) => symbol switch
    {
        [_] or "Cal" => true,
        ['M', _] => name.StartsWith("milli", StringComparison.Ordinal),
        ['N', _] => name.StartsWith("nano", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The units of <paramref name="dimension"/> that are converted into one another.</summary>
    internal static IEnumerable<Unit> Of(Dimension dimension) =>
        UnitTable.All.Where(unit => unit.Dimension == dimension && unit.Factor is not null);

    /// <summary>Whether <paramref name="word"/> names a unit, in any form; single letters do not.</summary>
    internal static bool IsKnown(string word) => word.Split('/') switch
    {
        [{ Length: > 1 } name] => ByName.ContainsKey(name.ToLowerInvariant()),
        [var dividend, var divisor] => IsKnownOrLetter(dividend) && IsKnownOrLetter(divisor),
        _ => false,
    };

    /// <summary>
    /// Whether a single letter names a unit. It is one only where nothing else speaks for a variable; these are seldom variables behind a
    /// number.
    /// </summary>
    internal static bool IsLetter(char letter) => char.IsAsciiLetter(letter) && ByName.ContainsKey(letter.ToString());

    internal static bool IsCurrency(char sign) => !char.IsLetter(sign) && IsMoney(Key(sign.ToString()) ?? "");

    /// <summary>Whether <paramref name="key"/> is the key of a currency.</summary>
    internal static bool IsMoney(string key) => MoneyKeys.Contains(key);

    /// <summary>Finds a unit that is converted into others by its key.</summary>
    internal static bool TryFindKey(string key, [NotNullWhen(true)] out Unit? unit) => ByKey.TryGetValue(key, out unit);

    /// <summary>The key of the unit that a word in lower case names wherever it stands; null for every other word.</summary>
    internal static string? Key(string word) => ByName.GetValueOrDefault(word)?.Key;

    private static bool IsKnownOrLetter(string word) => word is [var letter] ? IsLetter(letter) : IsKnown(word);
}
