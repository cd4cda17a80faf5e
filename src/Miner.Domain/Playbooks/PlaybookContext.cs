using System.Text;

namespace Miner.Domain.Playbooks;

/// <summary>The block of text in which a model reads the playbook.</summary>
public static class PlaybookContext
{
    /// <summary>
    /// <paramref name="entries"/> grouped by type, in the order of <see cref="InsightType"/>, each as key and value with its tags;
    /// empty when there are none.
    /// </summary>
    public static string Format(IEnumerable<PlaybookEntry> entries)
    {
        var text = new StringBuilder();
        foreach (var group in entries.GroupBy(entry => entry.Type).OrderBy(group => group.Key))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(Heading(group.Key)).Append(":\n");
            foreach (var entry in group)
            {
                text.Append("- ").Append(entry.Key).Append(": ").Append(entry.Value);
                if (entry.Tags.Count > 0) text.Append(" [").AppendJoin(", ", entry.Tags).Append(']');
                text.Append('\n');
            }
        }

        return text.ToString().TrimEnd();
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
