using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>Times of day: <c>12:30 PM</c>, <c>3 pm</c>, <c>15:30</c>.</summary>
internal static partial class ClockTime
{
    private const int MaxLength = 20;

    private static readonly string[] Halves = ["am", "pm", "a.m.", "p.m.", "a.m", "p.m"];

    /// <summary>
    /// The end of <c>am</c> or <c>pm</c> behind a time that ends at <paramref name="index"/>; that index where there is none.
    /// </summary>
    public static int EndOfHalf(string text, int index)
    {
        var start = index < text.Length && text[index] == ' ' ? index + 1 : index;
        foreach (var half in Halves)
        {
            var end = start + half.Length;
            var isHalf = string.Compare(text, start, half, 0, half.Length, StringComparison.OrdinalIgnoreCase) == 0;
            if (isHalf && (end >= text.Length || !char.IsLetterOrDigit(text[end]))) return end;
        }

        return index;
    }

    /// <summary>Whether <paramref name="text"/> is a time that tells the half of the day, and nothing else.</summary>
    public static bool Is(string text) => text.Length <= MaxLength && Read(AnswerKey.Of(text)) is { Half.Length: > 0 };

    /// <summary>
    /// Whether two keys of <see cref="AnswerKey"/> are one time, of which one need not tell the half of the
    /// day; an hour past twelve tells it.
    /// </summary>
    public static bool Same(string left, string right)
    {
        if (Read(left) is not var (hour, minute, half) || Read(right) is not var (otherHour, otherMinute, otherHalf)) return false;
        var isAsWritten = hour == otherHour && (half == otherHalf || half.Length == 0 || otherHalf.Length == 0);
        return minute == otherMinute && (isAsWritten || (Hour(hour, half) is >= 0 and var known && known == Hour(otherHour, otherHalf)));
    }

    /// <summary>From 0 to 23; -1 where the half of the day is not known.</summary>
    private static int Hour(int hour, string half) => half switch
    {
        "am" => hour % 12,
        "pm" => (hour % 12) + 12,
        _ => hour is 0 or > 12 ? hour : -1,
    };

    private static (int Hour, int Minute, string Half)? Read(string key)
    {
        var plain = key switch
        {
            "noon" => "12pm",
            "midnight" => "12am",
            _ => key.Replace(".", "", StringComparison.Ordinal),
        };
        var match = Time().Match(plain);
        if (!match.Groups["minute"].Success && !match.Groups["half"].Success) return null;

        int Number(string group) =>
            match.Groups[group] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return (Number("hour"), Number("minute"), match.Groups["half"].Value);
    }

    [GeneratedRegex("^(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2}))?(?<half>am|pm)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
