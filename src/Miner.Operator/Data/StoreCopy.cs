using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Miner.Application.Ports;
using Miner.Infrastructure;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data;

/// <summary>A table that was copied.</summary>
/// <param name="Checksum">Of all its rows, in the source and in the target.</param>
public sealed record CopiedTable(string Name, long Rows, string Checksum);

/// <summary>What was copied from which store to which.</summary>
public sealed record StoreCopyReport(string From, string To, IReadOnlyList<CopiedTable> Tables);

/// <summary>
/// Copies all that a store holds into another one, of the same kind or another, row by row with its ids and in its order. All of it is
/// there afterwards, read back and compared, or nothing.
/// </summary>
public sealed class StoreCopy(TimeProvider timeProvider)
{
    /// <param name="replace">Whether what the target holds may go.</param>
    /// <exception cref="OperatorException">It cannot be done, and the target is as it was.</exception>
    /// <exception cref="StorageException">One of the stores cannot be used.</exception>
    public async Task<StoreCopyReport> RunAsync(
        StorageOptions from, StorageOptions to, bool replace, CancellationToken cancellationToken)
    {
        await using var source = await StoreSessions.OpenAsync(from, StoreAccess.Read, timeProvider, cancellationToken);
        if (IsOneStore(from, to)) throw new OperatorException($"{source.Name} is the source and the target.");
        await using var target = await StoreSessions.OpenAsync(to, StoreAccess.Write, timeProvider, cancellationToken);
        await RequireRoomAsync(target, replace, cancellationToken);
        var copied = new List<CopiedTable>();
        foreach (var table in StoreTable.All) copied.Add(await CopyAsync(source, target, table, cancellationToken));
        foreach (var (table, sent) in StoreTable.All.Zip(copied)) await CompareAsync(target, table, sent, cancellationToken);
        await RequireUnchangedAsync(from, source, cancellationToken);
        await DoAsync(target, () => target.CommitAsync(cancellationToken));
        return new StoreCopyReport(source.Name, target.Name, copied);
    }

    private static bool IsOneStore(StorageOptions from, StorageOptions to) =>
        from.Postgres is null && to.Postgres is null
            ? SqliteSource.RealPath(from.SqlitePath) == SqliteSource.RealPath(to.SqlitePath)
            : from.Postgres is { } source && to.Postgres is { } target && source.ToString() == target.ToString();

    private static async Task RequireRoomAsync(StoreSession target, bool replace, CancellationToken cancellationToken)
    {
        if (replace)
        {
            await DoAsync(target, () => target.ClearAsync(cancellationToken));
            return;
        }

        foreach (var table in StoreTable.All)
        {
            if (await target.CountAsync(table, cancellationToken) is not 0 and var rows)
            {
                throw new OperatorException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{target.Name} is not empty ({table.Name}: {rows:N0}): name another, or let --replace delete what it holds."));
            }
        }
    }

    private static async Task<CopiedTable> CopyAsync(
        StoreSession source, StoreSession target, StoreTable table, CancellationToken cancellationToken)
    {
        using var checksum = new RowChecksum();
        await foreach (var rows in ReadAsync(source, table, cancellationToken))
        {
            checksum.Add(rows);
            await DoAsync(target, () => target.InsertAsync(table, rows, cancellationToken));
        }

        if (table.HasIds)
        {
            var last = await source.LastIdAsync(table, cancellationToken);
            await DoAsync(target, () => target.SetLastIdAsync(table, last, cancellationToken));
        }

        return new CopiedTable(table.Name, checksum.Rows, checksum.Finish());
    }

    private static async Task CompareAsync(StoreSession target, StoreTable table, CopiedTable sent, CancellationToken cancellationToken)
    {
        using var checksum = new RowChecksum();
        await foreach (var rows in ReadAsync(target, table, cancellationToken)) checksum.Add(rows);
        if (new CopiedTable(table.Name, checksum.Rows, checksum.Finish()) == sent) return;
        throw new OperatorException($"{table.Name} is not the same in {target.Name} as it was sent: nothing was copied.");
    }

    /// <summary>What came after the copy began would be missing where the miner goes on with the copy.</summary>
    private async Task RequireUnchangedAsync(StorageOptions from, StoreSession copied, CancellationToken cancellationToken)
    {
        await using var source = await StoreSessions.OpenAsync(from, StoreAccess.Read, timeProvider, cancellationToken);
        foreach (var table in StoreTable.All)
        {
            if (!Equals(await source.ExtentAsync(table, cancellationToken), await copied.ExtentAsync(table, cancellationToken)))
                throw new OperatorException($"{source.Name} was written to meanwhile: stop the miner that does. Nothing was copied.");
        }
    }

    private static async IAsyncEnumerable<StoredRows> ReadAsync(
        StoreSession store, StoreTable table,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batches = store.ReadAsync(table, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync()) yield return batches.Current;

        async Task<bool> NextAsync()
        {
            try
            {
                return await batches.MoveNextAsync();
            }
            catch (DbException exception)
            {
                throw store.Translate(exception);
            }
        }
    }

    private static async Task DoAsync(StoreSession store, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (DbException exception)
        {
            throw store.Translate(exception);
        }
    }
}
