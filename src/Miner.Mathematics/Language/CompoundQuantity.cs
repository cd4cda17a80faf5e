using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>One quantity in several units of a kind, the largest first: <c>2 hours 30 minutes</c>, <c>5 ft 3 in</c>.</summary>
internal static partial class CompoundQuantity
{
    private static readonly string[][] Kinds =
    [
        ["year", "month", "week", "day", "hour", "minute", "second"],
        ["mile", "yard", "foot", "inch"],
        ["kilometer", "meter", "centimeter", "millimeter"],
        ["tonne", "kilogram", "gram", "milligram"],
        ["lb", "ounce"],
        ["pound", "ounce"],
        ["liter", "milliliter"],
        ["dollar", "cent"],
        ["euro", "cent"],
    ];

    /// <summary>
    /// The parts of <paramref name="text"/>, each a number and its unit, where it is such a quantity through and through; else null.
    /// </summary>
    /// <param name="text">An answer, with or without quotation marks around its words.</param>
    /// <param name="isMath">Whether single letters are variables rather than units.</param>
    public static IReadOnlyList<string>? Parts(string text, bool isMath)
    {
        var plain = string.Join(' ', text.Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries));
        var (parts, end) = Read(plain, 0, isMath);
        return end == plain.Length ? parts : null;
    }

    /// <summary>The end of the quantity that begins at <paramref name="index"/>, or -1 where none of several units does.</summary>
    public static int End(string text, int index) => Read(text, index, isMath: false) is ({ Count: > 1 }, var end) ? end : -1;

    private static (IReadOnlyList<string>? Parts, int End) Read(string text, int start, bool isMath)
    {
        var parts = new List<string>();
        var (end, next) = (start, start);
        var last = "";
        while (Part().Match(text, next) is { Success: true } match)
        {
            var word = match.Groups["unit"].Value;
            var unit = Name(word, last);
            var isUnit = Units.IsKnown(unit) || (!isMath && unit.Length > 0);
            if (!isUnit || (parts.Count > 0 && !IsSmaller(unit, last))) break;

            parts.Add($"{match.Groups["number"].Value} {unit}");
            (end, next, last) = (match.Groups["end"].Index, match.Index + match.Length, unit);
        }

        return parts.Count > 1 ? (parts, end) : (null, -1);
    }

    /// <summary>The unit's canonical name; empty for a letter that is none.</summary>
    private static string Name(string word, string last) => word switch
    {
        "in" => last == "foot" ? "inch" : "",
        [var letter] when !Units.IsLetter(letter) => "",
        "m" when last == "hour" => "minute",
        _ => UnitPhrase.Canonical(word),
    };

    private static bool IsSmaller(string unit, string than) =>
        Array.Exists(Kinds, kind => Array.IndexOf(kind, than) is >= 0 and var larger && Array.IndexOf(kind, unit) > larger);

    // A number, its unit and what may join it to the next; each part short, so that reading takes time linear in the text.
    [GeneratedRegex(
        @"\G(?<number>[0-9]{1,20}(?:[.,][0-9]{1,20})?) {0,2}(?<unit>\p{L}{1,20})(?!\p{L})(?<end>)\.?(?: {0,3}, {0,2}(?:and )?| {1,3}and "
            + @"| {0,3})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
