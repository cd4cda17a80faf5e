using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using SQLitePCL;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>
/// The only one to write to the file. Changes queue here and not at SQLite's lock, and what has queued up is committed together: one
/// flush of the disk pays for all of it. Each change has a savepoint of its own, so that one that fails leaves its neighbours alone.
/// </summary>
/// <remarks>
/// A commit blocks its thread for as long as the disk takes, so the writer has its own and takes none from the thread pool.
/// Disposing of it commits what was accepted before.
/// </remarks>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Callers past this wait for room, so that a disk that has stopped cannot fill the memory.</summary>
    private const int QueueCapacity = 1024;

    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MaxBatch = 64;

    /// <summary>
    /// How many callers of a batch one thread of the pool goes on with, one after the other. To wake a thread for each costs more than the
    /// commit does; to have one go on with all keeps the last of a long batch waiting while another thread has nothing to do.
    /// </summary>
    private const int CallersPerThread = 8;

    private const string Begin = "BEGIN IMMEDIATE";
    private const string Savepoint = "SAVEPOINT job";
    private const string Release = "RELEASE job";

    private readonly Channel<WriteJob> _jobs =
        Channel.CreateBounded<WriteJob>(new BoundedChannelOptions(QueueCapacity) { SingleReader = true });

    private readonly SqliteDatabase _database;
    private readonly StorageLog _log;
    private readonly Thread _thread;
    private SqliteSession? _session;
    private volatile bool _failing;

    public SqliteWriter(SqliteDatabase database, StorageLog log)
    {
        _database = database;
        _log = log;
        _thread = new Thread(Loop) { IsBackground = true, Name = "SQLite writer" };
        _thread.UnsafeStart();
    }

    /// <summary>Whether SQLite did all of the last batch; true before the first.</summary>
    public bool Succeeds => !_failing;

    /// <summary>Runs <paramref name="work"/> in a transaction on the writer's thread; the task completes after the commit.</summary>
    /// <param name="work">Must be quick: every other change waits for it. What it throws is the caller's.</param>
    /// <param name="cancellationToken">Heeded until the work starts; from then on it is carried through.</param>
    /// <exception cref="StorageException">SQLite could not do it, or the writer is closed. Nothing was stored.</exception>
    public async Task<T> RunAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        using var activity = SqliteActivity.StartWrite();
        var job = new WriteJob<T>(work);
        try
        {
            await _jobs.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new StorageException("The database is closed.", exception);
        }

        await using (cancellationToken.UnsafeRegister(static (job, token) => ((WriteJob)job!).Cancel(token), job))
        {
            try
            {
                return await job.Completion;
            }
            catch (Exception exception)
            {
                activity?.Fail(exception);
                throw;
            }
        }
    }

    public void Dispose()
    {
        _jobs.Writer.TryComplete();
        _thread.Join();
    }

    private void Loop()
    {
        var batch = new List<WriteJob>(MaxBatch);
        while (_jobs.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && _jobs.Reader.TryRead(out var job)) batch.Add(job);
            Commit(batch);
            Publish(batch);
            batch.Clear();
        }

        Close();
    }

    /// <summary>Callers go on elsewhere: their code must not run on the writer's thread.</summary>
    private static void Publish(List<WriteJob> batch)
    {
        foreach (var jobs in batch.Chunk(CallersPerThread)) ThreadPool.UnsafeQueueUserWorkItem(Publish, jobs, preferLocal: false);

        static void Publish(WriteJob[] jobs)
        {
            foreach (var job in jobs) job.Publish();
        }
    }

    private void Commit(List<WriteJob> batch)
    {
        try
        {
            _database.RequireFile();
            _session ??= _database.OpenForWriting();
            _session.Statement(Begin).Execute();
            var sound = true;
            foreach (var job in batch)
                if (job.TryStart()) sound &= RunInSavepoint(_session, job);

            _session.Statement(SqliteDatabase.Commit).Execute();
            _failing = !sound;
            if (!sound) Close();
        }
        catch (Exception exception)
        {
            _log.TransactionFailed(exception, batch.Count);
            _failing = true;
            Close();
            if (exception is FileNotFoundException) _database.CloseReaders();
            foreach (var job in batch) job.Fail(SqliteFailure.Translate(exception));
        }
    }

    /// <returns>False when SQLite itself failed: a later change may fare better on a fresh connection.</returns>
    private static bool RunInSavepoint(SqliteSession session, WriteJob job)
    {
        session.Statement(Savepoint).Execute();
        try
        {
            job.Run(session);
            session.Statement(Release).Execute();
            return true;
        }
        catch (Exception exception)
        {
            // On some failures, a full disk among them, SQLite ends the whole transaction (sqlite.org/lang_transaction.html).
            if (raw.sqlite3_get_autocommit(session.Handle) != 0) throw;

            session.Execute("ROLLBACK TO job; RELEASE job");
            job.Fail(SqliteFailure.IsStorage(exception) ? SqliteFailure.Translate(exception) : exception);
            return exception is not SqliteException;
        }
    }

    private void Close()
    {
        _session?.Dispose();
        _session = null;
    }
}
