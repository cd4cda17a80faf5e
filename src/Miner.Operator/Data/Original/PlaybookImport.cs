using Miner.Domain.Playbooks;
using Miner.Infrastructure.Persistence.Rows;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data.Original;

/// <summary>
/// Brings the original's playbooks into the store: one active entry for each conversation and key, the newest, with the highest version of
/// them. The others go to the audit, while that is kept.
/// </summary>
internal sealed class PlaybookImport(
    OriginalDatabase original, StoreSession store, AuditImport audit, DateTimeOffset auditCutoff, DateTimeOffset now,
    ImportTally leftOut, ImportTally changed)
{
    private readonly Dictionary<(string Cid, string Key), long> _deleted = [];
    private long _lastId;

    public long Entries { get; private set; }

    public long EntriesThereAlready { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _lastId = await store.LastIdAsync(StoreTable.PlaybookEntries, cancellationToken);
        await audit.BeginAsync(cancellationToken);
        await ReadDeletedAsync(cancellationToken);
        var operations = new OperationsImport(audit, auditCutoff, now, leftOut);
        using var entry = original.Entries().GetEnumerator();
        using var operation = original.Operations().GetEnumerator();
        var (hasEntry, hasOperation) = (entry.MoveNext(), operation.MoveNext());
        while (hasEntry || hasOperation)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var order = !hasEntry ? 1 : !hasOperation ? -1 : ByteOrder.Compare(entry.Current.Cid, operation.Current.Cid);
            var cid = order <= 0 ? entry.Current.Cid : operation.Current.Cid;
            var playbook = new PlaybookCandidates(SupersedeAsync);
            for (; hasEntry && entry.Current.Cid == cid; hasEntry = entry.MoveNext())
                if (PlainEntry.Read(entry.Current, now, leftOut, changed) is { } read)
                    await playbook.AddAsync(read, cancellationToken);

            var ids = cid is null ? [] : await StoreAsync(cid, playbook.Entries, cancellationToken);
            for (; hasOperation && operation.Current.Cid == cid; hasOperation = operation.MoveNext())
                await operations.AddAsync(operation.Current, ids, cancellationToken);
        }

        await store.SetLastIdAsync(StoreTable.PlaybookEntries, _lastId, cancellationToken);
        await audit.EndAsync(cancellationToken);
    }

    /// <summary>What was deleted here since must not come back.</summary>
    private async Task ReadDeletedAsync(CancellationToken cancellationToken)
    {
        await foreach (var batch in store.ReadAsync(StoreTable.PlaybookEntries, cancellationToken))
        {
            for (var row = 0; row < batch.Rows.Count; row++)
                if (batch.Number(row, "is_active") == 0)
                    _deleted[(batch.Text(row, "cid"), batch.Text(row, "key"))] = batch.Number(row, "updated_at");
        }
    }

    /// <returns>The store's numbers of entries by the original's.</returns>
    private async Task<Dictionary<long, long>> StoreAsync(
        string cid, IReadOnlyCollection<PlainEntry> entries, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<long, long>();
        if (entries.Count == 0) return ids;

        var active = await store.FindAsync(StoreTable.PlaybookEntries, cancellationToken, ("cid", cid), ("is_active", 1L));
        var rows = Enumerable.Range(0, active.Rows.Count).ToDictionary(row => active.Text(row, "key"), StringComparer.Ordinal);
        var room = Playbook.MaxEntries - rows.Count;
        foreach (var entry in entries.OrderByDescending(entry => entry.UpdatedAt).ThenByDescending(entry => entry.OriginalId))
        {
            if (rows.TryGetValue(entry.Key, out var row))
            {
                if (active.Text(row, "value") == entry.Value)
                {
                    EntriesThereAlready++;
                    ids[entry.OriginalId] = active.Number(row, "id");
                }
                else await SupersedeAsync(entry, "playbook entries of a key that this miner has an entry of", cancellationToken);
            }
            else if (_deleted.GetValueOrDefault((cid, entry.Key), long.MinValue) >= UnixMicroseconds.Of(entry.UpdatedAt))
                await SupersedeAsync(entry, "playbook entries that were deleted here since", cancellationToken);
            else if (room == 0)
                await SupersedeAsync(entry, PlaybookCandidates.TooMany, cancellationToken);
            else
            {
                room--;
                await store.InsertAsync(StoreTable.PlaybookEntries, entry.ToRow(++_lastId), cancellationToken);
                Entries++;
                ids[entry.OriginalId] = _lastId;
            }
        }

        return ids;
    }

    private async Task SupersedeAsync(PlainEntry entry, string reason, CancellationToken cancellationToken)
    {
        leftOut.Add(reason);
        // What the original's own audit has comes with that.
        if (entry.IsAudited || entry.UpdatedAt < auditCutoff) return;

        var outcome = entry.Operation switch
        {
            InsightOperation.Insert => "inserted",
            InsightOperation.Update => "updated",
            _ => "deleted",
        };
        var feedback = await audit.FeedbackAsync(
            entry.Cid, UnixMicroseconds.Of(entry.UpdatedAt), entry.SourceFeedback, modelText: "", cancellationToken);
        var line = new AuditLine(
            outcome, entry.TypeName, entry.Key, entry.Value, entry.OperationName, RejectedJson: null, RejectedReason: null);
        await audit.AddAsync(feedback, line, entryId: null, cancellationToken);
    }
}
