using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>Times of day in words: <c>quarter to five</c>, <c>half past 3 pm</c>, <c>ten minutes to six</c>, <c>five o'clock</c>.</summary>
internal static partial class ClockWords
{
    private const int MaxText = 300;

    /// <summary>
    /// The time in digits (<c>4:45</c>, <c>3:30 pm</c>), or null where <paramref name="text"/> is more or less than one in words.
    /// </summary>
    public static string? Replace(string text) =>
        text.Length <= MaxText && Time().Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length
            ? Read(match)
            : null;

    /// <summary>The last such time, as it is written, in a text of at most <see cref="MaxText"/> characters; or null.</summary>
    public static string? Last(string text) =>
        text.Length > MaxText ? null : Time().Matches(text).LastOrDefault(match => Read(match) is not null)?.Value;

    private static string? Read(Match match)
    {
        if (Number(match.Groups["hour"].Value) is not (>= 1 and <= 12 and var hour) || Minutes(match) is not { } minutes) return null;

        if (match.Groups["before"].Success) (hour, minutes) = (hour == 1 ? 12 : hour - 1, 60 - minutes);
        return string.Create(CultureInfo.InvariantCulture, $"{hour}:{minutes:00} {match.Groups["half"].Value}").TrimEnd();
    }

    private static int? Minutes(Match match)
    {
        var isBefore = match.Groups["before"].Success;
        var count = match.Groups["count"].Value;
        if (count.Length == 0) return 0;
        if (match.Groups["tens"].Success && Number(count) is not < 10) return null;

        return count.ToUpperInvariant() switch
        {
            "QUARTER" => 15,
            "HALF" => isBefore ? null : 30,

            // "Ten to five" is also what odds and ranges look like.
            _ when isBefore && !match.Groups["unit"].Success => null,
            _ => Number(count) + (match.Groups["tens"].Success ? 20 : 0) is > 0 and < 30 and var minutes ? minutes : null,
        };
    }

    private static int? Number(string text) =>
        int.TryParse(NumberPhrase.Replace(text) ?? text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        """
        (?<![\p{L}0-9.,:/-])
        (?:(?:a\ )?(?:(?<tens>twenty)[-\ ])?(?<count>[a-z]{3,9}|[0-9]{1,2})(?<unit>\ minutes?)?
            \ (?:past|after|(?<before>to|till|before))\ (?<hour>[a-z]{3,6}|[0-9]{1,2})
        |(?<hour>[a-z]{3,6}|[0-9]{1,2})(?=\ o['’]?clock))
        (?:\ o['’]?clock)?(?:\ ?(?<half>[ap]\.?m\b\.?))?(?![\p{L}0-9:/%]|[.,-][0-9])
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Time();
}
