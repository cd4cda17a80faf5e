using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>
/// Dates, which are neither differences nor fractions nor numbers of days: <c>2020-01-31</c>, <c>31.1.2020</c>, <c>1/31/2020</c>,
/// <c>January 31, 2020</c>, <c>31st of Jan</c>.
/// </summary>
internal static partial class CalendarDate
{
    private const int MaxMonth = 10;

    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(month => month.Length > 0)];

    /// <summary>
    /// One form for all ways to name a month in a date, <c>2020-01-31</c> or <c>01-31</c>, where <paramref name="text"/> is a date and
    /// nothing else; null where it is none. What digits alone mean differs from land to land, and stays as written.
    /// </summary>
    public static string? Canonical(string text)
    {
        if (Date().Match(text) is not { Success: true } match || match.Length != text.Length) return null;
        if (match.Groups["month"] is not { Success: true } name) return text;

        var month = Array.FindIndex(Months, month => month.StartsWith(name.Value[..3], StringComparison.OrdinalIgnoreCase)) + 1;
        var day = int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture);
        var year = match.Groups["year"] is { Success: true } years ? $"{years.Value}-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{year}{month:00}-{day:00}");
    }

    /// <summary>Where the date around the digits at <paramref name="index"/> begins and ends, or null.</summary>
    /// <param name="start">Where the text begins that may hold it.</param>
    public static (int From, int To)? Around(string text, int index, int start)
    {
        for (var from = index; from >= start && index - from <= MaxMonth + 1; from--)
        {
            var isCapitalized = char.IsAsciiLetterUpper(text[from]) && from < index && char.IsAsciiLetterLower(text[from + 1]);
            var mayBegin = from == index || (isCapitalized && (from == start || !char.IsLetterOrDigit(text[from - 1])));
            if (mayBegin && Date().Match(text, from) is { Success: true } match && match.Index + match.Length > index)
                return (from, match.Index + match.Length);
        }

        return null;
    }

    private const string Month =
        @"(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|"
        + @"Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

    private const string Day = @"(?<day>[0-3]?[0-9])(?:st|nd|rd|th)?";

    [GeneratedRegex(
        @"\G(?:[0-9]{4}-[01][0-9]-[0-3][0-9]|[0-9]{1,2}(?<mark>[/.])[0-9]{1,2}\k<mark>[0-9]{4}"
        + $@"|{Month}\.? {Day}(?:,? (?<year>[12][0-9]{{3}}))?|{Day} (?:of )?{Month}(?:,? (?<year>[12][0-9]{{3}}))?)"
        + @"(?![\p{L}0-9]|[-/.][0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
