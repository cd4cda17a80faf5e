using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteWriterTests : SqliteFixture
{
    private const string CountRows = "SELECT COUNT(*) FROM conversations";

    [Test]
    public async Task RunAsync_WhenOneOfABatchFails_StoresItsNeighbours()
    {
        var failure = new ArithmeticException();
        var (before, failing, after) = await InOneBatchAsync(
            () => InsertAsync("before"),
            () => Writer.RunAsync<int>(connection => Insert(connection, "failing") == 1 ? throw failure : 0, Token),
            () => InsertAsync("after"));

        await before;
        await after;
        Assert.That(() => failing, Throws.Exception.SameAs(failure));
        Assert.That(Scalar<string>("SELECT GROUP_CONCAT(cid) FROM conversations"), Is.EqualTo("after,before"));
    }

    [Test]
    public async Task RunAsync_WhenAStatementOfABatchFails_FailsThatAloneWithStorageException()
    {
        var (before, failing, after) = await InOneBatchAsync(
            () => InsertAsync("same"),
            () => InsertAsync("same"),
            () => InsertAsync("after"));

        await before;
        await after;
        Assert.That(() => failing, Throws.InstanceOf<StorageException>().With.InnerException.InstanceOf<SqliteException>());
        Assert.That(Scalar<int>(CountRows), Is.EqualTo(2));
    }

    [Test]
    public async Task RunAsync_WhenTheCommitIsStillToCome_CompletesNobodyAndShowsNothing()
    {
        using var holder = new WriterHolder(Writer);
        var (first, second, third) = await InOneBatchAsync(
            () => InsertAsync("first"),
            () => holder.HoldAsync(_ => 0, Token),
            () => InsertAsync("third"));

        await holder.Held.WaitAsync(Token);
        Assert.That(first.IsCompleted, Is.False);
        Assert.That(await Store.Conversations.CountAsync(Token), Is.Zero);
        Assert.That(Scalar<int>(CountRows), Is.Zero);

        holder.LetGo();
        await Task.WhenAll(first, second, third);
        Assert.That(Scalar<int>(CountRows), Is.EqualTo(2));
    }

    [Test]
    public async Task RunAsync_WhenTheCommitFails_FailsTheWholeBatchAndGoesOn()
    {
        var (before, failing, after) = await InOneBatchAsync(
            () => InsertAsync("before"),
            () => Writer.RunAsync(
                connection => connection.Execute("""
                    PRAGMA defer_foreign_keys = ON;
                    INSERT INTO messages (cid, role, timestamp, content) VALUES ('no such conversation', 'user', 0, '')
                    """),
                Token),
            () => InsertAsync("after"));

        foreach (var task in (Task[])[before, failing, after]) Assert.That(() => task, Throws.InstanceOf<StorageException>());
        Assert.That(Scalar<int>(CountRows), Is.Zero);
        await InsertAsync("later");
        Assert.That(Scalar<int>(CountRows), Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_WhenCancelledInTheQueue_EndsAtOnceAndIsNotRun()
    {
        using var cancellation = new CancellationTokenSource();
        using var holder = new WriterHolder(Writer);
        var holding = holder.HoldAsync(_ => 0, Token);
        var ran = false;
        var cancelled = Writer.RunAsync(_ => ran = true, cancellation.Token);

        await cancellation.CancelAsync();

        Assert.That(() => cancelled, Throws.InstanceOf<OperationCanceledException>());
        holder.LetGo();
        await holding;
        await InsertAsync("afterwards");
        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task RunAsync_WhenCancelledAfterItsStart_IsCarriedThrough()
    {
        using var cancellation = new CancellationTokenSource();
        using var holder = new WriterHolder(Writer);
        var running = holder.HoldAsync(connection => Insert(connection, "cid"), cancellation.Token);

        await holder.Held.WaitAsync(Token);
        await cancellation.CancelAsync();
        holder.LetGo();

        Assert.That(await running, Is.EqualTo(1));
        Assert.That(Scalar<int>(CountRows), Is.EqualTo(1));
    }

    [Test]
    public async Task RunAsync_WhenMoreQueueUpThanOneBatchTakes_CompletesAll()
    {
        using var holder = new WriterHolder(Writer);
        var holding = holder.HoldAsync(_ => 0, Token);
        var writing = Enumerable.Range(0, 100).Select(number => InsertAsync($"cid-{number}")).ToList();
        holder.LetGo();

        await holding;
        await Task.WhenAll(writing).WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.That(Scalar<int>(CountRows), Is.EqualTo(100));
    }

    [Test]
    public async Task RunAsync_WhenCompleted_GoesOnOffTheWritersThread()
    {
        var writing = await Writer.RunAsync(_ => Environment.CurrentManagedThreadId, Token);

        Assert.That(Environment.CurrentManagedThreadId, Is.Not.EqualTo(writing));
        Assert.That(await Writer.RunAsync(_ => Thread.CurrentThread.IsThreadPoolThread, Token), Is.False);
    }

    [Test]
    public async Task Dispose_WhenChangesAreQueued_CommitsThemAndRefusesLaterOnes()
    {
        using var holder = new WriterHolder(Writer);
        var holding = holder.HoldAsync(_ => 0, Token);
        var queued = Enumerable.Range(0, 300).Select(number => InsertAsync($"{number}")).ToList();
        var disposing = Task.Run(Writer.Dispose, Token);
        holder.LetGo();

        await Task.WhenAll([holding, disposing, .. queued]);

        Assert.That(Scalar<int>(CountRows), Is.EqualTo(300));
        Assert.That(() => InsertAsync("late"), Throws.InstanceOf<StorageException>());
    }

    [Test]
    public async Task RunAsync_WhenMoreComeThanTheQueueHolds_StoresThemAll()
    {
        using var holder = new WriterHolder(Writer);
        var holding = holder.HoldAsync(_ => 0, Token);
        var queued = Enumerable.Range(0, 3000).Select(number => InsertAsync($"{number}")).ToList();
        holder.LetGo();

        await Task.WhenAll([holding, .. queued]);

        Assert.That(Scalar<int>(CountRows), Is.EqualTo(3000));
    }

    private static int Insert(SqliteConnection connection, string cid) =>
        connection.Execute(
            "INSERT INTO conversations (cid, created_at, last_activity) VALUES (@cid, 0, @Far)",
            new { cid, Far = long.MaxValue });

    private Task<int> InsertAsync(string cid) => Writer.RunAsync(connection => Insert(connection, cid), Token);

    /// <summary>Queues three changes behind one that holds the writer, so that it takes them up together.</summary>
    private async Task<(Task First, Task Second, Task Third)> InOneBatchAsync(Func<Task> first, Func<Task> second, Func<Task> third)
    {
        using var holder = new WriterHolder(Writer);
        var holding = holder.HoldAsync(_ => 0, Token);
        await holder.Held.WaitAsync(Token);
        var tasks = (first(), second(), third());
        holder.LetGo();
        await holding;
        return tasks;
    }

    /// <summary>Keeps the writer in the middle of a change until it is told to let go, or the test ends.</summary>
    private sealed class WriterHolder(SqliteWriter writer) : IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();

        /// <summary>Released when the change has begun.</summary>
        public SemaphoreSlim Held { get; } = new(0);

        public Task<int> HoldAsync(Func<SqliteConnection, int> work, CancellationToken cancellationToken) =>
            writer.RunAsync(
                connection =>
                {
                    Held.Release();
                    _gate.Wait(CancellationToken.None);
                    return work(connection);
                },
                cancellationToken);

        public void LetGo() => _gate.Set();

        public void Dispose() => LetGo();
    }
}
