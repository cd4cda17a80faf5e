using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data.Original;

/// <summary>Adds lines to the playbook's audit, each only once however often it is brought.</summary>
internal sealed class AuditImport(StoreSession store)
{
    private long _lastFeedback;
    private long _lastLine;

    public long Added { get; private set; }

    public long ThereAlready { get; private set; }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _lastFeedback = await store.LastIdAsync(StoreTable.PlaybookFeedback, cancellationToken);
        _lastLine = await store.LastIdAsync(StoreTable.PlaybookAudit, cancellationToken);
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await store.SetLastIdAsync(StoreTable.PlaybookFeedback, _lastFeedback, cancellationToken);
        await store.SetLastIdAsync(StoreTable.PlaybookAudit, _lastLine, cancellationToken);
    }

    /// <summary>The feedback that these texts are of, as it is there already or as it is added.</summary>
    /// <param name="at"><see cref="Infrastructure.Persistence.Rows.UnixMicroseconds"/>.</param>
    public async Task<AuditedFeedback> FeedbackAsync(
        string cid, long at, string feedback, string modelText, CancellationToken cancellationToken)
    {
        var there = await store.FindAsync(
            StoreTable.PlaybookFeedback, cancellationToken,
            ("created_at", at), ("cid", cid), ("feedback", feedback), ("model_text", modelText));
        if (there.Rows.Count > 0)
        {
            var id = there.Number(0, "id");
            var lines = await store.FindAsync(StoreTable.PlaybookAudit, cancellationToken, ("feedback_id", id));
            return new AuditedFeedback(id, [.. Enumerable.Range(0, lines.Rows.Count).Select(row => AuditLine.Of(lines, row))]);
        }

        await store.InsertAsync(
            StoreTable.PlaybookFeedback,
            StoredRows.Of(
                ("id", ++_lastFeedback), ("cid", cid), ("created_at", at), ("feedback", feedback), ("model_text", modelText)),
            cancellationToken);
        return new AuditedFeedback(_lastFeedback, []);
    }

    /// <param name="entryId">The store's number of the entry that the line is about, or null.</param>
    public async Task AddAsync(AuditedFeedback feedback, AuditLine line, long? entryId, CancellationToken cancellationToken)
    {
        // Each of the lines that were there before stands for one line only.
        if (feedback.Lines.Remove(line))
        {
            ThereAlready++;
            return;
        }

        Added++;
        await store.InsertAsync(
            StoreTable.PlaybookAudit,
            StoredRows.Of(
                ("id", ++_lastLine), ("feedback_id", feedback.Id), ("outcome", line.Outcome), ("entry_id", entryId),
                ("insight_type", line.Type), ("key", line.Key), ("value", line.Value), ("operation", line.Operation),
                ("rejected_json", line.RejectedJson), ("rejected_reason", line.RejectedReason)),
            cancellationToken);
    }
}

/// <param name="Lines">Those that it had before.</param>
internal sealed record AuditedFeedback(long Id, List<AuditLine> Lines);

/// <summary>What the audit says of one operation.</summary>
internal sealed record AuditLine(
    string Outcome, string? Type, string? Key, string? Value, string? Operation, string? RejectedJson, string? RejectedReason)
{
    public static AuditLine Of(StoredRows rows, int row) => new(
        rows.Text(row, "outcome"),
        (string?)rows.Value(row, "insight_type"),
        (string?)rows.Value(row, "key"),
        (string?)rows.Value(row, "value"),
        (string?)rows.Value(row, "operation"),
        (string?)rows.Value(row, "rejected_json"),
        (string?)rows.Value(row, "rejected_reason"));
}
