using System.Text.RegularExpressions;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>The largest and the smallest value side by side, each with its name: <c>max 5, min 2</c>.</summary>
internal static partial class Extremes
{
    /// <summary>Their names and values; null where the parts are anything else.</summary>
    public static IReadOnlyList<(string Name, string Value)>? Of(IReadOnlyList<string> parts)
    {
        if (parts.Count != 2) return null;

        var (first, second) = (Extreme().Match(parts[0]), Extreme().Match(parts[1]));
        if (!first.Success || !second.Success || Name(first) == Name(second)) return null;
        return [(Name(first), first.Groups["value"].Value), (Name(second), second.Groups["value"].Value)];
    }

    private static string Name(Match match) => match.Groups["name"].Value.ToLowerInvariant();

    [GeneratedRegex(
        "^\\s*\"?(?<name>max|min)(?:imum)?\"?(?:\\s*[:=]\\s*|\\s+(?:of |is )?)(?<value>[^\\s(].*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Extreme();
}
