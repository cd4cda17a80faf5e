using System.Text;
using Miner.Domain.Text;

namespace Miner.Domain.Playbooks;

/// <summary>The block of text in which a model reads the playbook.</summary>
public static class PlaybookContext
{
    // What must be obeyed comes before what is good to know.
    private static readonly InsightType[] Order =
    [
        InsightType.Constraint,
        InsightType.Instruction,
        InsightType.Correction,
        InsightType.Preference,
        InsightType.Fact,
        InsightType.Context,
    ];

    /// <summary>
    /// The order in which entries are worth reading: by type (constraint, instruction, correction, preference, fact, context), then the
    /// surer, then those with more helpful than harmful counts, then the ones changed last.
    /// </summary>
    public static IReadOnlyList<PlaybookEntry> Rank(IEnumerable<PlaybookEntry> entries) =>
    [
        .. entries.OrderBy(entry => Array.IndexOf(Order, entry.Type))
            .ThenByDescending(entry => entry.Confidence)
            .ThenByDescending(entry => entry.Helpful - entry.Harmful)
            .ThenByDescending(entry => entry.UpdatedAt)
            .ThenByDescending(entry => entry.Id),
    ];

    /// <summary>
    /// The entries of <paramref name="ranked"/> (see <see cref="Rank"/>) that a block of at most <paramref name="maximum"/> code points
    /// has room for. One that is too long for what is left is passed over, and shorter ones after it may still fit.
    /// </summary>
    public static IReadOnlyList<PlaybookEntry> Fit(IEnumerable<PlaybookEntry> ranked, int maximum)
    {
        var (fitting, length) = (new List<PlaybookEntry>(), 0);
        foreach (var entry in ranked)
        {
            var before =
                (fitting.Count == 0 ? "" : "\n")
                + (fitting.Exists(other => other.Type == entry.Type) ? "" : Opening(entry.Type, fitting.Count == 0));
            var added = CodePoints.Count(before) + CodePoints.Count(Line(entry));
            if (added > maximum - length) continue;
            length += added;
            fitting.Add(entry);
        }

        return fitting;
    }

    /// <summary>
    /// <paramref name="entries"/> grouped by type in the order of <see cref="Rank"/>, each on a line of its own as key and value with its
    /// tags; empty when there are none.
    /// </summary>
    public static string Format(IEnumerable<PlaybookEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var group in entries.GroupBy(entry => entry.Type).OrderBy(group => Array.IndexOf(Order, group.Key)))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Opening(group.Key, isFirst: text.Length == 0)).AppendJoin('\n', group.Select(Line));
        }

        return text.ToString();
    }

    private static string Opening(InsightType type, bool isFirst) => $"{(isFirst ? "" : "\n")}{Heading(type)}:\n";

    // A line break in a value could pass for the next entry.
    private static string Line(PlaybookEntry entry)
    {
        var tags = entry.Tags.Count > 0 ? $" [{string.Join(", ", entry.Tags)}]" : "";
        return $"- {string.Join(' ', $"{entry.Key}: {entry.Value}{tags}".Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))}";
    }

    private static string Heading(InsightType type) => type switch
    {
        InsightType.Preference => "Preferences",
        InsightType.Instruction => "Instructions",
        InsightType.Fact => "Facts",
        InsightType.Correction => "Corrections",
        InsightType.Context => "Context",
        InsightType.Constraint => "Constraints",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown insight type."),
    };
}
