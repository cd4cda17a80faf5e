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

    /// <summary>What changed, or where only what was known is said again, what was confirmed.</summary>
    private static string Heading(IReadOnlyList<PlaybookChange> changes)
    {
        var modified = changes.Count(change => change.Modified);
        var confirmed = changes.Count(change => change.Outcome == PlaybookChangeOutcome.Confirmed);
        var (count, verb) = modified == 0 && confirmed > 0 ? (confirmed, "confirmed") : (modified, "changed");
        return count == 1 ? $"1 playbook entry {verb}:" : $"{count} playbook entries {verb}:";
    }

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
            EntriesModified = changes.Count(change => change.Modified),
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
