using System.Diagnostics;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>What only a server has: it can be away, cut connections, and be reached by addresses.</summary>
internal abstract class PostgresFixture() : DatabaseFixture(StoreKind.Postgres)
{
    private readonly List<IDisposable> _disposables = [];

    protected static PostgresServer Server => PostgresTestDatabase.Server;

    protected string Url => Server.Url(((PostgresTestDatabase)TestDatabase).Name);

    [TearDown]
    public async Task LeaveTheServerRunning()
    {
        foreach (var disposable in _disposables) disposable.Dispose();
        _disposables.Clear();
        if (!Server.IsRunning) await Server.StartAgainAsync();
    }

    /// <summary>A store at another address, disposed of with the test.</summary>
    /// <param name="patience">How long it waits for the server to come back.</param>
    protected TestStore At(string url, TimeSpan patience, LogCollector? log = null)
    {
        Assert.That(DatabaseUrl.TryParse(url, out var options, out var error), Is.True, error);
        var store = new TestStore(options! with { BusyTimeout = patience }, Policy, Time, log);
        _disposables.Add(store);
        return store;
    }

    /// <summary>Cuts all connections to the test's database, as a firewall or an operator may.</summary>
    protected void CutConnections() => Scalar<long>("""
        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """);

    /// <summary>The store looks for the server once a second.</summary>
    protected async Task UntilStoredAsync(TestStore store)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await store.Conversations.AppendAsync("back", Exchange("question"), Token);
                return;
            }
            catch (StorageException) when (waited.Elapsed < Patience.Limit)
            {
                await Task.Yield();
            }
        }
    }
}
