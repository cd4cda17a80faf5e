using Microsoft.Extensions.Logging;
using Miner.Application.Telemetry;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Retrying;
using Miner.Infrastructure.Tests.Persistence.Sqlite;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Retrying;

/// <summary>What bears a store's faults, before a real file.</summary>
internal abstract class RetryingFixture : SqliteFixture
{
    private ILoggerFactory _loggers = null!;

    protected LogCollector Log { get; private set; } = null!;

    protected StorageLog StorageLog { get; private set; } = null!;

    protected PendingExchanges Pending { get; private set; } = null!;

    protected new PendingWriter Writer { get; private set; } = null!;

    protected ReadFaults Faults { get; private set; } = null!;

    protected RetryingConversationRepository Conversations { get; private set; } = null!;

    protected RetryingPlaybookRepository Playbooks { get; private set; } = null!;

    [SetUp]
    public void Wrap() => Wrap(Store);

    [TearDown]
    public async Task Unwrap()
    {
        await Writer.StopAsync(Token);
        Writer.Dispose();
        StorageLog.Dispose();
        _loggers.Dispose();
        Log.Dispose();
    }

    protected void Wrap(TestStore store)
    {
        Log = new LogCollector();
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(Log));
        StorageLog = new StorageLog(_loggers, Time);
        Pending = new PendingExchanges(Policy);
        Faults = new ReadFaults(Time);
        Writer = new PendingWriter(store.Conversations, Pending, StorageLog, new DrivenClock(), _loggers.CreateLogger<PendingWriter>());
        Conversations = new RetryingConversationRepository(store.Conversations, Pending, Writer, Faults, Policy, StorageLog, Time);
        Playbooks = new RetryingPlaybookRepository(store.Playbooks, Writer, Faults);
    }

    /// <summary>Appends while the store takes nothing.</summary>
    protected void AppendInVain(string cid, string user) => Assert.That(
        () => Conversations.AppendAsync(cid, Exchange(user), Token), Throws.InstanceOf<Application.Ports.StorageException>());

    /// <summary>Waits until the background has stored what waits, all <paramref name="but"/> so many.</summary>
    protected async Task AllAreStoredAsync(int but = 0)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (Pending.Count > but)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>What users said in a conversation, as it is stored.</summary>
    protected async Task<IEnumerable<string>> StoredAsync(string cid) =>
        Asked(await Store.Conversations.FindAsync(cid, Token));

    protected static IEnumerable<string> Asked(Conversation? conversation) => Asked(conversation?.Messages ?? []);

    protected static IEnumerable<string> Asked(IEnumerable<Message> messages) =>
        messages.Where(message => message.Role == MessageRole.User).Select(message => message.Content);
}
