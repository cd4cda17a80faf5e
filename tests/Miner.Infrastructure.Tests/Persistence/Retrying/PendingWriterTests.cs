using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Retrying;
using Miner.Testing;
using Moq;

namespace Miner.Infrastructure.Tests.Persistence.Retrying;

/// <summary>Pairs that the store did not take.</summary>
internal sealed class PendingWriterTests : RetryingFixture
{
    [Test]
    public async Task Pairs_NotStoredWhileAnotherProgramHeldTheLock_AreStoredInOrderOnceItIsGivenBack()
    {
        await Writer.StartAsync(Token);
        await Conversations.AppendAsync("a", Exchange("a0"), Token);
        using (Lock())
        {
            foreach (var (cid, user) in new[] { ("a", "a1"), ("b", "b1"), ("a", "a2"), ("b", "b2") }) AppendInVain(cid, user);
            Assert.That(Pending.Count, Is.EqualTo(4));
            Assert.That(await StoredAsync("a"), Is.EqualTo(["a0"]));
        }

        await AllAreStoredAsync();

        Assert.That(await StoredAsync("a"), Is.EqualTo(["a0", "a1", "a2"]));
        Assert.That(await StoredAsync("b"), Is.EqualTo(["b1", "b2"]));
        Assert.That(Pending.Lost, Is.Zero);
    }

    [Test]
    public async Task Append_BehindAPairThatWaits_WaitsTooAndDoesNotOvertakeIt()
    {
        using (Lock()) AppendInVain("cid", "first");

        AppendInVain("cid", "second");
        await Conversations.AppendAsync("other", Exchange("other"), Token);
        Assert.That(await StoredAsync("cid"), Is.Empty);

        await Writer.FlushAsync("cid", Token);
        Assert.That(await StoredAsync("cid"), Is.EqualTo(["first", "second"]));
    }

    [Test]
    public async Task Lesson_BehindAPairThatWaits_IsStoredAfterIt()
    {
        using (Lock())
        {
            AppendInVain("cid", "first");
            Assert.That(() => LearnAsync("refused"), Throws.InstanceOf<StorageException>());
        }

        await LearnAsync("second");

        Assert.That(await StoredAsync("cid"), Is.EqualTo(["first", "second"]));
    }

    [Test]
    public async Task Stop_WithPairsThatWait_StoresThemOrTellsHowManyAreLost([Values] bool locked)
    {
        using (Lock()) AppendInVain("cid", "question");
        using var shell = locked ? Lock() : null;

        await Writer.StopAsync(Token);

        Assert.That(await StoredAsync("cid"), locked ? Is.Empty : Is.EqualTo(["question"]));
        Assert.That(Log.Lines.Count(line => line.EventId == 3031), Is.EqualTo(locked ? 1 : 0));
    }

    [Test]
    public async Task Pairs_OfAConversationThatCannotBeStored_HoldUpNoOther()
    {
        Execute("""
            CREATE TRIGGER poison BEFORE INSERT ON messages WHEN NEW.cid = 'poisoned' BEGIN SELECT RAISE(FAIL, 'poisoned'); END
            """);
        using (Lock())
        {
            AppendInVain("poisoned", "never");
            for (var number = 0; number < 5; number++) AppendInVain($"{number}", "question");
        }

        await Writer.StartAsync(Token);
        await AllAreStoredAsync(but: 1);

        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(5));
        Execute("DROP TRIGGER poison");
        await AllAreStoredAsync();
        Assert.That(await StoredAsync("poisoned"), Is.EqualTo(["never"]));
    }

    [Test]
    public async Task Pairs_WhileTheStoreTakesNone_AreTriedWithPausesThatGrowToTenSeconds()
    {
        var clock = new DrivenClock();
        var tries = 0;
        var store = new Mock<IConversationRepository>();
        store.Setup(failing => failing.FindAsync("cid", It.IsAny<CancellationToken>()))
            .Returns(() => tries++ < 6
                ? throw new StorageException("no", new IOException())
                : Task.FromResult<Conversation?>(null));
        using var writer = new PendingWriter(store.Object, Pending, StorageLog, clock, NullLogger<PendingWriter>.Instance);
        await writer.StartAsync(Token);

        Pending.Add("cid", Exchange("question"), onlyBehind: false, out _);
        await AllAreStoredAsync();

        await writer.StopAsync(Token);
        Assert.That(clock.Pauses.Select(pause => pause.TotalSeconds), Is.EqualTo([1, 2, 4, 8, 10, 10, 10]));
        store.Verify(taking => taking.AppendAsync("cid", It.IsAny<Exchange>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Test]
    public async Task Pair_WhoseCommitWasTakenForAFailure_IsNotStoredTwice()
    {
        var store = new Mock<IConversationRepository>();
        store.Setup(stored => stored.FindAsync("cid", It.IsAny<CancellationToken>()))
            .Returns(() => Store.Conversations.FindAsync("cid", Token));
        using var writer = new PendingWriter(store.Object, Pending, StorageLog, Time, NullLogger<PendingWriter>.Instance);
        var exchange = Exchange("question");
        await Store.Conversations.AppendAsync("cid", exchange, Token);
        Pending.Add("cid", exchange, onlyBehind: false, out _);

        await writer.FlushAsync("cid", Token);

        store.Verify(stored => stored.AppendAsync(It.IsAny<string>(), It.IsAny<Exchange>(), It.IsAny<CancellationToken>()), Times.Never);
        Assert.That(Pending.Count, Is.Zero);
    }

    [Test]
    public async Task Delete_OfAConversationWithPairsThatWait_ForgetsThem()
    {
        using (Lock()) AppendInVain("cid", "question");

        Assert.That(await Conversations.DeleteAsync("cid", playbook: false, Token), Is.True);
        await Writer.StopAsync(Token);

        Assert.That(await StoredAsync("cid"), Is.Empty);
        Assert.That(await Conversations.DeleteAsync("cid", playbook: false, Token), Is.False);
    }

    private SqliteConnection Lock()
    {
        var shell = Connect();
        shell.Execute("BEGIN IMMEDIATE");
        return shell;
    }

    private Task<PlaybookLesson> LearnAsync(string user) =>
        Playbooks.LearnAsync("cid", Lessons.Applying(Time.GetUtcNow(), Exchange(user), Lessons.Insert("key")), Token);
}
