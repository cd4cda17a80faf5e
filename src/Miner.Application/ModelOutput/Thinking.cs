using System.Text;
using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput;

/// <summary>The tags that reasoning models put around what they think before they answer.</summary>
internal static partial class Thinking
{
    /// <summary>The tags in <paramref name="text"/>, in order, less those that it quotes and so only speaks of.</summary>
    public static IReadOnlyList<ThinkTag> Tags(string text)
    {
        var tags = new List<ThinkTag>();
        foreach (var match in TagPattern().EnumerateMatches(text))
            tags.Add(new ThinkTag(match.Index, match.Index + match.Length, text[match.Index + 1] == '/'));
        return tags;
    }

    /// <summary>
    /// <paramref name="text"/> without its thoughts, trimmed: between a pair of tags, before a closing tag that nothing opened (chat
    /// templates put the opening one into the prompt) and after an opening tag that nothing closes (the model ran out of tokens).
    /// </summary>
    public static string Remove(string text)
    {
        var answer = new StringBuilder(text.Length);
        var (from, open) = (0, false);
        foreach (var tag in Tags(text))
        {
            if (!tag.Closes && !open) answer.Append(text, from, tag.Start - from);
            if (tag.Closes && !open) answer.Clear();
            open = !tag.Closes;
            from = tag.End;
        }

        if (!open) answer.Append(text, from, text.Length - from);
        return answer.ToString().Trim();
    }

    [GeneratedRegex("""(?<![`"'])</?think(?:ing)?\s*>""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();
}

/// <param name="End">The first index after the tag.</param>
internal readonly record struct ThinkTag(int Start, int End, bool Closes);
