using Miner.Domain.Playbooks;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Operator.Data.Original;

/// <summary>Brings the lines of the original's audit into this program's, where one feedback has one or more lines.</summary>
internal sealed class OperationsImport(AuditImport audit, DateTimeOffset auditCutoff, DateTimeOffset now, ImportTally leftOut)
{
    /// <summary>Code points of a feedback, a model's text or a rejected item.</summary>
    private const int LongestText = 200_000;

    private const int LongestValue = 10_000;

    private (string Cid, string Feedback, string ModelText)? _current;
    private AuditedFeedback? _feedback;

    /// <param name="ids">The store's numbers of entries by the original's.</param>
    public async Task AddAsync(OriginalOperation operation, Dictionary<long, long> ids, CancellationToken cancellationToken)
    {
        var time = OriginalTime.Read(operation.Timestamp, now);
        var fault = OriginalCid.Fault(operation.Cid) is { } problem ? $"lines of the audit {problem}"
            : time is null ? "lines of the audit without a readable time in the past"
            : time < auditCutoff ? "lines of the audit past their days"
            : null;
        if (fault is not null)
        {
            leftOut.Add(fault);
            return;
        }

        var text = (
            operation.Cid!,
            OriginalText.Storable(operation.SourceFeedback, LongestText),
            OriginalText.Storable(operation.ModelText, LongestText));
        if (_feedback is null || _current != text)
        {
            _current = text;
            _feedback = await audit.FeedbackAsync(text.Item1, UnixMicroseconds.Of(time!.Value), text.Item2, text.Item3, cancellationToken);
        }

        long? entryId = operation.EntryId is { } id && ids.TryGetValue(id, out var stored) ? stored : null;
        await audit.AddAsync(_feedback, Line(operation), entryId, cancellationToken);
    }

    private static AuditLine Line(OriginalOperation operation)
    {
        var kind = OriginalText.Choice<InsightOperation>(operation.Operation);
        if (!operation.Succeeded || kind is null)
        {
            return new AuditLine(
                "rejected", Type: null, Key: null, Value: null, Operation: null,
                OriginalText.Storable(operation.ExtractedData, LongestText),
                string.IsNullOrWhiteSpace(operation.Error) ? "It failed." : OriginalText.Storable(operation.Error, LongestValue));
        }

        var insight = OriginalText.Json(operation.ExtractedData);
        var type = OriginalText.Choice<InsightType>(OriginalText.Member(insight, "insight_type") ?? operation.EntryType);
        var outcome = kind switch
        {
            InsightOperation.Insert => "inserted",
            InsightOperation.Update => "updated",
            _ => "deleted",
        };
        return new AuditLine(
            outcome,
            type?.ToString().ToLowerInvariant(),
            Named(insight, "key", operation.EntryKey),
            Named(insight, "value", operation.EntryValue),
            kind.Value.ToString().ToLowerInvariant(),
            RejectedJson: null,
            RejectedReason: null);
    }

    private static string? Named(System.Text.Json.JsonElement? insight, string name, string? otherwise) =>
        (OriginalText.Member(insight, name) ?? otherwise) is { } text ? OriginalText.Visible(text, LongestValue) : null;
}
