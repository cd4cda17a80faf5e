using System.Data.Common;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Infrastructure;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data.Original;

/// <summary>What an import brought, or a rehearsal would have brought.</summary>
/// <param name="Source">The original's file.</param>
/// <param name="Target">The store.</param>
/// <param name="Conversations">Those that got messages.</param>
/// <param name="PlaybookEntries">Active ones.</param>
/// <param name="AuditLines">Lines of the playbooks' audit.</param>
/// <param name="ThereAlready">Messages, entries and lines of the audit that an import brought before.</param>
/// <param name="LeftOut">What was not taken over.</param>
/// <param name="Changed">What was taken over in another form.</param>
public sealed record OriginalImportReport(
    string Source,
    string Target,
    bool IsRehearsal,
    long Conversations,
    long Messages,
    long PlaybookEntries,
    long AuditLines,
    long ThereAlready,
    IReadOnlyList<ImportRemark> LeftOut,
    IReadOnlyList<ImportRemark> Changed);

/// <summary>Takes over the database of the original miner, which is only read. All is stored, or nothing; twice is as once.</summary>
public sealed class OriginalImport(TimeProvider timeProvider)
{
    /// <param name="dryRun">Whether only to tell.</param>
    /// <exception cref="OperatorException">The file cannot be read, or is no database of the original.</exception>
    /// <exception cref="StorageException">The store cannot be used.</exception>
    public async Task<OriginalImportReport> RunAsync(
        string file, StorageOptions storage, HistoryPolicy history, bool dryRun, CancellationToken cancellationToken)
    {
        using var original = OriginalDatabase.Open(file);
        if (storage.Postgres is null && original.File == SqliteSource.RealPath(storage.SqlitePath))
            throw new StorageException($"{file} is where this miner's database is to be.", new OriginalDatabaseException(original.File));

        await using var store = await StoreSessions.OpenAsync(
            storage, dryRun ? StoreAccess.Rehearse : StoreAccess.Write, timeProvider, cancellationToken);
        try
        {
            var report = await RunAsync(original, store, storage, history, dryRun, cancellationToken);
            if (!dryRun) await store.CommitAsync(cancellationToken);
            return report;
        }
        catch (DbException exception)
        {
            throw store.Translate(exception);
        }
    }

    private async Task<OriginalImportReport> RunAsync(
        OriginalDatabase original, StoreSession store, StorageOptions storage, HistoryPolicy history, bool dryRun,
        CancellationToken cancellationToken)
    {
        var now = timeProvider.GetUtcNow();
        var (leftOut, changed) = (new ImportTally(), new ImportTally());
        var conversations = new ConversationImport(original, store, history, now, leftOut, changed);
        await conversations.RunAsync(cancellationToken);
        var audit = new AuditImport(store);
        var playbooks = new PlaybookImport(original, store, audit, now - storage.AuditRetention, now, leftOut, changed);
        await playbooks.RunAsync(cancellationToken);
        return new OriginalImportReport(
            original.File,
            store.Name,
            dryRun,
            conversations.Conversations,
            conversations.Messages,
            playbooks.Entries,
            audit.Added,
            conversations.MessagesThereAlready + playbooks.EntriesThereAlready + audit.ThereAlready,
            leftOut.Remarks,
            changed.Remarks);
    }
}
