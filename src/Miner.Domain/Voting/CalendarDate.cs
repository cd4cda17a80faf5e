using System.Text.RegularExpressions;

namespace Miner.Domain.Voting;

/// <summary>Dates in digits, which are neither differences nor fractions: <c>2020-01-31</c>, <c>31.1.2020</c>, <c>1/31/2020</c>.</summary>
internal static partial class CalendarDate
{
    /// <summary>Whether <paramref name="text"/> is a date and nothing else.</summary>
    public static bool Is(string text) => text.Length > 0 && End(text, 0) == text.Length;

    /// <summary>The end of the date that begins at <paramref name="index"/>, or -1.</summary>
    public static int End(string text, int index) => Date().Match(text, index) is { Success: true } match ? match.Index + match.Length : -1;

    [GeneratedRegex(
        @"\G(?:[0-9]{4}-[01][0-9]-[0-3][0-9]|[0-9]{1,2}(?<mark>[/.])[0-9]{1,2}\k<mark>[0-9]{4})(?![\p{L}0-9]|[-/.][0-9])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
