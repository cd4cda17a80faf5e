using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Benchmarks;

/// <summary>What a request asks of the store, on a real SQLite file in the system's folder for temporary files.</summary>
public class StoreBenchmarks
{
    private const string Cid = "benchmark";

    private static readonly HistoryPolicy Policy = new(
        MaxMessages: 10, MaxAge: TimeSpan.FromDays(7), ContextMessages: 5, ContextTokens: 8000);

    private string _folder = "";
    private ServiceProvider _services = null!;
    private IConversationRepository _conversations = null!;
    private Exchange _exchange = null!;

    [GlobalSetup]
    public async Task OpenAsync()
    {
        _folder = Directory.CreateTempSubdirectory("miner-benchmark-").FullName;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Policy)
            .AddSingleton<StorageLog>()
            .AddSqlite(new StorageOptions { SqlitePath = Path.Combine(_folder, "miner.db") })
            .BuildServiceProvider();
        _services.GetServices<IHostedService>().OfType<SqliteMigrator>().Single().Migrate();
        _conversations = _services.GetRequiredService<IConversationRepository>();
        _exchange = Exchange.Create(
            "Answer the question", ["How many minutes are there in a week?"], "There are 10,080.", TimeProvider.System.GetUtcNow())!;
        for (var i = 0; i < Policy.MaxMessages; i++) await AppendPairAsync();
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One write transaction, synchronised to the disk: the pair goes in, the oldest goes out.</summary>
    [Benchmark]
    public Task AppendPairAsync() => _conversations.AppendAsync(Cid, _exchange, CancellationToken.None);

    /// <summary>Eight callers at once, as one writer takes them together.</summary>
    [Benchmark(OperationsPerInvoke = 8)]
    public Task AppendPairOfEightCallersAsync() =>
        Task.WhenAll(Enumerable.Range(0, 8).Select(i => _conversations.AppendAsync($"{Cid}-{i}", _exchange, CancellationToken.None)));

    /// <summary>History and playbook of a conversation of ten messages, in one trip.</summary>
    [Benchmark]
    public Task<ConversationContext> ReadContextAsync() =>
        _conversations.ReadContextAsync(Cid, messages: true, playbook: true, CancellationToken.None);

    /// <summary>The number of conversations, as <c>/health</c> tells it.</summary>
    [Benchmark]
    public Task<int> CountAsync() => _conversations.CountAsync(CancellationToken.None);
}
