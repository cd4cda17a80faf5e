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

    /// <summary>A cut document would no longer be JSON, so one over the limit shows fewer of the insights; their number stays true.</summary>
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
        var modified = changes.Count(change => change.Modified);
        var text = new StringBuilder(modified == 1 ? "1 playbook entry changed:" : $"{modified} playbook entries changed:");
        foreach (var change in changes)
        {
            var (insight, type) = (change.Insight, change.Insight.Type.ToString().ToLowerInvariant());
            text.Append("\n- ").Append(change.Outcome switch
            {
                PlaybookChangeOutcome.Inserted => $"Added {type} \"{insight.Key}\": {insight.Value}",
                PlaybookChangeOutcome.Updated => $"Updated {type} \"{insight.Key}\": {insight.Value}",
                PlaybookChangeOutcome.Deleted => $"Removed {type} \"{insight.Key}\"",
                PlaybookChangeOutcome.NotFound => $"Nothing to remove under \"{insight.Key}\"",
                PlaybookChangeOutcome.Refused =>
                    $"Not added, the playbook is full ({Playbook.MaxEntries} entries): {type} \"{insight.Key}\"",
                _ => throw new InvalidOperationException($"Unknown outcome {change.Outcome}."),
            });
        }

        return text.ToString();
    }

    private static string Notebook(string feedback, IReadOnlyList<PlaybookChange> changes, int shown) => JsonSerializer.Serialize(
        new
        {
            Feedback = feedback,
            InsightsExtracted = changes.Count,
            EntriesModified = changes.Count(change => change.Modified),
            Insights = changes.Take(shown).Select(change => new
            {
                InsightType = change.Insight.Type.ToString().ToLowerInvariant(),
                change.Insight.Key,
                change.Insight.Value,
                Operation = change.Insight.Operation.ToString().ToLowerInvariant(),
                ConfidenceScore = change.Insight.Confidence,
                change.Insight.Tags,
                Outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(change.Outcome.ToString()),
            }),
        },
        Json);
}
