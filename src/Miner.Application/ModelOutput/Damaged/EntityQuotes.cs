using System.Net;
using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>JSON that went through HTML, so that its quotes are entities.</summary>
internal static partial class EntityQuotes
{
    /// <summary><paramref name="text"/> with all entities decoded where one stands before an answer's name; else as it is.</summary>
    public static string Decode(string text) => NameInEntities().IsMatch(text) ? WebUtility.HtmlDecode(text) : text;

    [GeneratedRegex(
        """&(?:quot|apos|\#0?3[49]|\#x2[27]);\s{0,8}(?:immediate[\s_-]?response|notebook)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameInEntities();
}
