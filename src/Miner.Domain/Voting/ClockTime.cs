namespace Miner.Domain.Voting;

/// <summary>Times of day: <c>12:30 PM</c>.</summary>
internal static class ClockTime
{
    private static readonly string[] Halves = ["am", "pm", "a.m.", "p.m."];

    /// <summary>The end of <c>am</c> or <c>pm</c> behind a time that ends at <paramref name="index"/>; that index where there is none.</summary>
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

    /// <summary>Whether two keys of <see cref="AnswerKey"/> are one time, of which one need not tell the half of the day.</summary>
    public static bool Same(string left, string right)
    {
        var (first, second) = (Plain(left), Plain(right));
        if (!char.IsAsciiDigit(first.FirstOrDefault()) || !first.Contains(':', StringComparison.Ordinal)) return false;
        return first == second || $"{first}am" == second || $"{first}pm" == second || first == $"{second}am" || first == $"{second}pm";
    }

    private static string Plain(string key) => key.Replace(".", "", StringComparison.Ordinal);
}
