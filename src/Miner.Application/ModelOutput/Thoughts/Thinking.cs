using System.Text;

namespace Miner.Application.ModelOutput.Thoughts;

/// <summary>What reasoning models write before they answer, or after it, between tags of their own.</summary>
internal static class Thinking
{
    /// <summary>
    /// The tags in <paramref name="text"/>, in order, less those that it only speaks of: in code, in quotes or as words of a sentence.
    /// </summary>
    public static IReadOnlyList<ThinkTag> Tags(string text)
    {
        var found = ThinkTagPattern.Find(text);
        return found.Count == 0 ? [] : WithEnds(new MeantTags(text, found).Select());
    }

    /// <summary>
    /// <paramref name="text"/> without its thoughts, trimmed: between a pair of tags, before a closing tag that nothing opened and after an
    /// opening tag that nothing closes.
    /// </summary>
    public static string Remove(string text) => Remove(text, Tags(text));

    /// <inheritdoc cref="Remove(string)"/>
    /// <param name="text">All that the model sent.</param>
    /// <param name="tags">Its <see cref="Tags"/>.</param>
    public static string Remove(string text, IReadOnlyList<ThinkTag> tags)
    {
        var answer = new StringBuilder(text.Length);
        var from = 0;
        foreach (var tag in tags)
        {
            if (tag.Start < from) continue; // within a thought
            if (tag.Kind == ThinkTagKind.Closing) answer.Clear();
            else answer.Append(text, from, tag.Start - from);
            from = tag.Kind != ThinkTagKind.Opening ? tag.End : tag.ThoughtEnd < 0 ? text.Length : tag.ThoughtEnd;
        }

        return answer.Append(text, from, text.Length - from).ToString().Trim();
    }

    /// <summary>
    /// <paramref name="text"/> without the closed thoughts that it begins with, where something follows them; else as it is.
    /// </summary>
    public static string RemoveLeading(string text)
    {
        if (!ThinkTagPattern.Begins(text)) return text;
        var rest = 0;
        foreach (var tag in Tags(text))
        {
            if (tag.Start < rest) continue;
            if (tag is not { Kind: ThinkTagKind.Opening, ThoughtEnd: > 0 } || !text.AsSpan(rest, tag.Start - rest).IsWhiteSpace()) break;
            rest = tag.ThoughtEnd;
        }

        return rest == 0 || text.AsSpan(rest).IsWhiteSpace() ? text : text[rest..].TrimStart();
    }

    /// <summary>A thought ends at the next tag that closes its name, and where there is none, at the next that closes any.</summary>
    private static ThinkTag[] WithEnds(IReadOnlyList<ThinkTag> tags)
    {
        var resolved = tags.ToArray();
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        var any = -1;
        for (var index = resolved.Length - 1; index >= 0; index--)
        {
            var tag = resolved[index];
            if (tag.Kind == ThinkTagKind.Opening) resolved[index] = tag with { ThoughtEnd = ends.GetValueOrDefault(tag.Name, any) };
            else if (tag.Name.Length > 0) ends[tag.Name] = tag.End;
            if (tag.Kind == ThinkTagKind.Closing) any = tag.End;
        }

        return resolved;
    }
}
