using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>One quantity in several units of a kind, the largest first: <c>2 hours 30 minutes</c>, <c>5 ft 3 in</c>, <c>5'3"</c>.</summary>
internal static partial class CompoundQuantity
{
    private const int MaxQuotation = 100;

    /// <summary>
    /// The parts of <paramref name="text"/>, each a number and its unit, where it is such a quantity through and through; else null.
    /// </summary>
    /// <param name="text">An answer, with or without quotation marks around its words.</param>
    /// <param name="isMath">Whether single letters are variables rather than units.</param>
    public static IReadOnlyList<string>? Parts(string text, bool isMath)
    {
        var plain = SignWord.Replace(string.Join(' ', text.Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries)));
        var isNegative = plain is ['-' or '−', ..];
        var (parts, end) = Read(plain, isNegative ? 1 : 0, isMath, inAnyOrder: false);
        if (parts is null || end != plain.Length) return null;

        // The sign before all of it is one of each part.
        return isNegative ? [.. parts.Select(part => $"-{part}")] : parts;
    }

    /// <summary>The end of the quantity that begins at <paramref name="index"/>, or -1 where none of several units does.</summary>
    public static int End(string text, int index)
    {
        if (Primes().Match(text, index) is { Success: true } primes) return index + primes.Length;
        var start = index > 0 && Units.IsCurrency(text[index - 1]) ? index - 1 : index;
        return Read(text, start, isMath: false, inAnyOrder: true) is ({ Count: > 1 }, var end) ? end : -1;
    }

    /// <summary>The end of a number with one or two primes, such as <c>6'</c>, that begins at <paramref name="index"/>; else -1.</summary>
    public static int EndOfPrimes(string text, int index) =>
        Prime().Match(text, index) is { Success: true } prime && !IsQuoted(text, index, prime.Value[^1]) ? index + prime.Length : -1;

    /// <summary>
    /// Feet and inches, or degrees and minutes, in signs, as LaTeX says them in words; one of them alone with one or two primes. Null for
    /// every other text.
    /// </summary>
    public static string? Spell(string text)
    {
        var sign = text is ['-' or '−', ..] ? text[..1] : "";
        if (Prime().Match(text, sign.Length) is { Success: true } prime && sign.Length + prime.Length == text.Length)
            return $"{sign}{prime.Groups["number"].Value}{(prime.Groups["second"].Success ? "''" : "'")}";
        if (Primes().Match(text, sign.Length) is not { Success: true } match || sign.Length + match.Length < text.Length) return null;

        var (first, second, third) = (match.Groups["first"].Value, match.Groups["second"].Value, match.Groups["third"].Value);
        if (match.Groups["feet"].Success) return $@"{sign}{first} \text{{ feet }} {second} \text{{ inches}}";
        var seconds = third.Length > 0 ? $@" {third} \text{{ arcseconds}}" : "";
        return $@"{sign}{first} \text{{ degrees }} {(second.Length > 0 ? second : "0")} \text{{ arcminutes}}{seconds}";
    }

    private static (IReadOnlyList<string>? Parts, int End) Read(string text, int start, bool isMath, bool inAnyOrder)
    {
        var parts = new List<string>();
        var (end, next) = (start, start);
        var (last, isJoined) = ("", false);
        while (Part().Match(text, next) is { Success: true } match)
        {
            var sign = match.Groups["sign"].Value;
            var unit = sign.Length > 0 ? UnitPhrase.Canonical(sign) : Name(match.Groups["unit"].Value, last);
            var isUnit = Units.IsKnown(unit) || (!isMath && unit.Length > 0);
            if (!isUnit || (parts.Count > 0 && !IsSmaller(unit, last) && (isJoined || !IsAnother(unit, last, inAnyOrder)))) break;
            if (last == "pound" && unit == "ounce") parts[^1] = parts[^1].Replace(last, "lb", StringComparison.Ordinal);

            parts.Add($"{match.Groups["number"].Value} {unit}");
            (end, next, last) = (match.Groups["end"].Index, match.Index + match.Length, unit);
            isJoined = match.Groups["joint"].Success;
        }

        return parts.Count > 1 ? (parts, end) : (null, -1);
    }

    /// <summary>The unit's canonical name; empty for a letter that is none.</summary>
    private static string Name(string word, string last) => word switch
    {
        "in" => Units.TryFindKey(last, out var larger) && larger.Dimension == Dimension.Length ? "inch" : "",
        "p" when last is "sterling" or "pound" => "pence",
        "c" when last is "dollar" or "euro" => "cent",
        [var letter] when char.IsLetter(letter) && !Units.IsLetter(letter) => "",
        "m" when last == "hour" => "minute",
        _ => UnitPhrase.Canonical(word) switch
        {
            "minute" when last == "degree" => "arcminute",
            "second" when last == "arcminute" => "arcsecond",
            var key when Units.Key(key) is not null => key,
            _ => UnitPhrase.Canonical(word, isUnit: true),
        },
    };

    /// <summary>Whether a whole number of one unit is the other. Of a month or year it is not the same for all.</summary>
    private static bool IsSmaller(string unit, string than)
    {
        if (MinorCurrency.Divides(unit, than)) return true;
        if (!Units.TryFindKey(unit, out var smaller) || !Units.TryFindKey(than == "pound" ? "lb" : than, out var larger)) return false;
        return larger.Dimension == smaller.Dimension
            ? smaller.Factor < larger.Factor && larger.Ratio(smaller).IsInteger
            : larger.Dimension == Dimension.Calendar && smaller.Dimension == Dimension.Time;
    }

    /// <summary>Whether two amounts side by side can only be one sum, though one does not count the other: 5 m 3 in.</summary>
    private static bool IsAnother(string unit, string than, bool inAnyOrder) =>
        unit != than && ((Units.IsMoney(unit) && Units.IsMoney(than))
            || (Units.TryFindKey(unit, out var smaller) && Units.TryFindKey(than, out var larger)
                && larger.Dimension == smaller.Dimension && (inAnyOrder || smaller.Factor < larger.Factor)));

    /// <summary>Whether a mark at the end of a number closes what one before it opened.</summary>
    private static bool IsQuoted(string text, int index, char mark) =>
        mark is '\'' or '"' or '”' or '’' && text.AsSpan(Math.Max(0, index - MaxQuotation), Math.Min(index, MaxQuotation)) is var before
        && before.ContainsAny(mark, mark switch { '”' => '“', '’' => '‘', _ => mark });

    // A number, its unit and what may join it to the next; each part short, so that reading takes time linear in the text.
    [GeneratedRegex(
        @"\G(?:(?<sign>[$€£])(?<number>[0-9]{1,20})(?<end>)"
            + @"|(?<number>[0-9]{1,20}(?:[.,][0-9]{1,20})?) {0,2}(?<unit>\p{L}{1,20}(?!\p{L})|¢)(?<end>)\.?)"
            + @"(?:(?<joint> {0,3}, {0,2}(?:and )?| {1,3}and )| {0,3})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(
        """\G(?<number>[0-9]{1,9}(?:\.[0-9]{1,9})?) ?(?:(?<second>["”″]|''|′′)|['’′](?!['’′]))(?![\p{L}0-9])""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Prime();

    [GeneratedRegex(
        """\G(?<first>[0-9]{1,9})(?:(?<feet> ?['’′]) ?(?<second>[0-9]{1,2}(?:\.[0-9]{1,9})?) ?(?:["”″]|''|′′)"""
            + """| ?(?:°|\^ ?\{?\\circ\}?)(?: ?(?<second>[0-9]{1,2}(?:\.[0-9]{1,9})?) ?(?:['’′](?!['’′])|\^ ?\{?\\prime\}?))?"""
            + """(?: ?(?<third>[0-9]{1,2}(?:\.[0-9]{1,9})?) ?(?:["”″]|''|′′))?(?(second)|(?(third)|(?!))))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Primes();
}
