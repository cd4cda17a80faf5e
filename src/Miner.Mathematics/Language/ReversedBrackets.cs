using System.Text.RegularExpressions;

namespace Miner.Mathematics.Language;

/// <summary>Intervals whose open ends are square brackets turned outwards: <c>]1, 2[</c> is (1, 2), as ISO 80000-2 allows.</summary>
internal static partial class ReversedBrackets
{
    /// <summary><paramref name="text"/> with round brackets for those that are turned outwards.</summary>
    public static string Replace(string text) =>
        text.Contains('[', StringComparison.Ordinal) || text.Contains(']', StringComparison.Ordinal)
            ? Pair().Replace(text, match =>
                $"{(match.ValueSpan[0] == ']' ? '(' : '[')}{match.Groups["ends"].Value}{(match.ValueSpan[^1] == '[' ? ')' : ']')}")
            : text;

    // Read from the left, so that an interval in the usual brackets is matched as it is; a bracket behind a value only closes.
    [GeneratedRegex(
        """
        (?:\[|(?<![\p{L}0-9)}\]∞])\])
        (?<ends>
        \s*[-+]?(?=[\p{L}0-9(.∞√])(?:[^\[\](){}",;]|(?<depth>\()|(?<-depth>\))){1,60}(?(depth)(?!))
        [,;]
        \s*[-+]?(?=[\p{L}0-9(.∞√])(?:[^\[\](){}",;]|(?<depth>\()|(?<-depth>\))){1,60}(?(depth)(?!))
        )[\[\]]
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pair();
}
