using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Miner.Domain.Components;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;

namespace Miner.Application.Components.HumanFeedback;

/// <summary>
/// Tells what a feedback changed: a readable list, and as notebook the JSON
/// <c>{feedback, insights_extracted, entries_modified, insights[]}</c> (contract, "Playbook").
/// </summary>
internal static class FeedbackReport
{
    private const int MaxFeedbackShown = 10_000;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static ComponentOutput Of(string feedback, IReadOnlyList<PlaybookChange> changes) =>
        new(CodePoints.Cut(Sentences(changes), ComponentOutput.MaxImmediateResponse), NotebookWithinLimit(feedback, changes));

    /// <summary>
    /// A cut document would no longer be JSON, so one over the limit shows fewer of the insights; their number stays true.
    /// </summary>
    private static string NotebookWithinLimit(string feedback, IReadOnlyList<PlaybookChange> changes)
    {
        for (var shown = changes.Count; ; shown /= 2)
        {
            var notebook = Notebook(CodePoints.Cut(feedback, MaxFeedbackShown), changes, shown);
            if (shown == 0 || CodePoints.Count(notebook) <= ComponentOutput.MaxNotebook) return notebook;
        }
    }

    private static string Sentences(IReadOnlyList<PlaybookChange> changes)
    {
        if (changes.Count == 0) return "Thank you. The feedback holds nothing to remember, so the playbook stays as it was.";
        var text = new StringBuilder(Heading(changes));
        foreach (var change in changes) text.Append("\n- ").Append(Sentence(change));
        return text.ToString();
    }

    /// <summary>Accounts for every line of the list: what changed, what was confirmed, and what came to nothing.</summary>
    private static string Heading(IReadOnlyList<PlaybookChange> changes)
    {
        var modified = changes.Where(change => change.Modified).ToList();
        var confirmed = changes.Where(change => change.Outcome == PlaybookChangeOutcome.Confirmed).ToList();
        var others = changes.Count - modified.Count - confirmed.Count;
        var parts = new List<string>();
        if (modified.Count > 0 || confirmed.Count == 0) parts.Add(Told(modified, "changed"));
        if (confirmed.Count > 0) parts.Add(Told(confirmed, "confirmed"));
        if (others > 0) parts.Add($"{Count(others, "insight", "insights")} passed over");
        return $"{string.Join(", ", parts)}:";
    }

    /// <summary>Several insights of one feedback may be about one entry.</summary>
    private static string Told(List<PlaybookChange> changes, string verb)
    {
        var entries = Entries(changes);
        return $"{Count(entries, "playbook entry", "playbook entries")} {verb}"
            + (changes.Count > entries ? $" by {changes.Count} insights" : "");
    }

    private static int Entries(IEnumerable<PlaybookChange> changes) =>
        changes.Select(change => change.Entry?.Key).Distinct(StringComparer.Ordinal).Count();

    private static string Count(int number, string one, string several) => $"{number} {(number == 1 ? one : several)}";

    private static string Sentence(PlaybookChange change)
    {
        var (insight, entry) = (change.Insight, change.Entry);
        var named = $"{Name(entry?.Type ?? insight.Type)} \"{entry?.Key ?? insight.Key}\"";
        return change.Outcome switch
        {
            PlaybookChangeOutcome.Inserted => $"Added {named}: {insight.Value}",
            PlaybookChangeOutcome.Updated => $"Updated {named}{Counts(entry)}: {insight.Value}",
            PlaybookChangeOutcome.Merged => $"Merged into {named}{Counts(entry)}: {insight.Value}",
            PlaybookChangeOutcome.Confirmed => $"Confirmed {named}{Counts(entry)}: {entry?.Value}",
            PlaybookChangeOutcome.Deleted => $"Removed {named}{Counts(entry)}",
            PlaybookChangeOutcome.Quoted => $"Not added, the feedback only quotes the playbook: {named}",
            PlaybookChangeOutcome.NotFound => $"Nothing to remove under \"{insight.Key}\"",
            PlaybookChangeOutcome.Refused => $"Not added, the playbook is full ({Playbook.MaxEntries} entries): {named}",
            _ => throw new InvalidOperationException($"Unknown outcome {change.Outcome}."),
        };
    }

    private static string Counts(PlaybookEntry? entry) => $" (helpful {entry?.Helpful}, harmful {entry?.Harmful})";

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static string Notebook(string feedback, IReadOnlyList<PlaybookChange> changes, int shown) => JsonSerializer.Serialize(
        new
        {
            Feedback = feedback,
            InsightsExtracted = changes.Count,
            EntriesModified = Entries(changes.Where(change => change.Modified)),
            Insights = changes.Take(shown).Select(change => new
            {
                InsightType = Name(change.Insight.Type),
                change.Insight.Key,
                change.Insight.Value,
                Operation = Name(change.Insight.Operation),
                ConfidenceScore = change.Insight.Confidence,
                change.Insight.Tags,
                Outcome = Name(change.Outcome),
                EntryKey = change.Entry?.Key,
                change.Entry?.Helpful,
                change.Entry?.Harmful,
            }),
        },
        Json);
}
