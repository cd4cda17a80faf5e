using System.Diagnostics;
using Dapper;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Postgres;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>What goes wrong between a running store and its server: none of it outlasts its cause, or stores anything twice.</summary>
[Category("NeedsPackages")]
internal sealed class PostgresRecoveryTests : PostgresFixture
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Test]
    public async Task EveryMethod_WhenItsIdleConnectionsWereCut_WorksAllTheSame()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => AppendAsync($"{number}")));
        CutConnections();

        await AppendAsync("after");
        CutConnections();
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(11));
        CutConnections();
        await Store.Playbooks.LearnAsync("after", Lessons.Applying(Lessons.Insert("key")), Token);
        Assert.That(Store.Conversations.IsWritable, Is.True);
    }

    [Test]
    public async Task EveryMethod_WhenTheServerIsRestarted_WaitsForIt()
    {
        await AppendAsync("before");
        await Server.StopAsync();
        var appending = AppendAsync("meanwhile");
        var finding = Store.Conversations.FindAsync("before", Token);
        var learning = Store.Playbooks.LearnAsync("meanwhile", Lessons.Applying(Lessons.Insert("key")), Token);

        await Server.StartAgainAsync();

        await appending;
        await learning;
        Assert.That(await finding, Is.Not.Null);
        Assert.That(await Store.Playbooks.ListAsync("meanwhile", null, Token), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CountAsync_WhenTheServerIsAway_TellsSoWithoutWaitingForIt()
    {
        await AppendAsync("before");
        await Server.StopAsync();

        Assert.That(
            () => Store.Conversations.CountAsync(Token),
            Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.IsAway)).True);
        Assert.That(Store.Conversations.IsWritable, Is.False);

        await Server.StartAgainAsync();
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
        Assert.That(Store.Conversations.IsWritable, Is.True);
    }

    [Test]
    public async Task AppendAsync_WhileTheServerCrashesAndComesBack_LosesNoneAndDoublesNone()
    {
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(
            async () =>
            {
                var told = 0;
                for (; !stop.IsCancellationRequested; told++)
                    await Store.Conversations.AppendAsync($"{caller}", Exchange($"{told}", $"answer to {told}"), Token);
                return told;
            },
            Token)).ToList();

        await Server.KillAsync();
        await Server.StartAgainAsync();
        await AppendAsync("after");
        await stop.CancelAsync();

        foreach (var (told, caller) in (await Task.WhenAll(callers)).Select((told, caller) => (told, caller)))
        {
            if (told == 0) continue;
            var messages = (await Store.Conversations.FindAsync($"{caller}", Token))!.Messages;
            var kept = Enumerable.Range(0, told).TakeLast(Policy.MaxMessages / 2);
            Assert.That(
                messages.Select(message => message.Content),
                Is.EqualTo(kept.SelectMany(number => new[] { $"{number}", $"answer to {number}" })));
        }
    }

    [Test]
    public async Task EveryMethod_WhenTheServerStaysAway_FailsAtOnceAndComesBackByItself()
    {
        var store = At(Url, Short);
        await store.Conversations.AppendAsync("before", Exchange("question"), Token);
        await Server.StopAsync();
        Assert.That(() => store.Conversations.CountAsync(Token), Throws.InstanceOf<StorageException>());

        var waited = Stopwatch.StartNew();
        for (var i = 0; i < 200; i++)
            Assert.That(() => store.Conversations.AppendAsync("lost", Exchange("question"), Token), Throws.InstanceOf<StorageException>());
        Assert.That(store.Conversations.IsWritable, Is.False);
        Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "for 200 changes");

        await Server.StartAgainAsync();
        await UntilStoredAsync(store);
        Assert.That(store.Conversations.IsWritable, Is.True);
        Assert.That(await store.Conversations.CountAsync(Token), Is.EqualTo(2));
    }

    [Test]
    public async Task AppendAsync_WhenTheDatabaseMayOnlyBeRead_FailsUntilItMayBeWrittenTo()
    {
        var store = At(Url, Short);
        var name = Scalar<string>("SELECT current_database()");
        using var shell = Server.Connect("postgres");
        shell.Execute($"ALTER DATABASE {name} SET default_transaction_read_only = on");

        Assert.That(
            () => store.Conversations.AppendAsync("cid", Exchange("question"), Token),
            Throws.InstanceOf<StorageException>().With.Message.Contains("written"));
        Assert.That(store.Conversations.IsWritable, Is.False);

        shell.Execute($"ALTER DATABASE {name} RESET default_transaction_read_only");
        await UntilStoredAsync(store);
    }

    [Test]
    public async Task AppendAsync_WhenTheAnswerToTheCommitIsLost_StoresThePairOnce()
    {
        await using var proxy = CuttingProxy.To(Server.Port);
        var store = At(Url.Replace($":{Server.Port}/", $":{proxy.Port}/", StringComparison.Ordinal), Long);
        await store.Conversations.AppendAsync("cid", Exchange("first"), Token);

        proxy.CutNextAnswerWith("second");
        await store.Conversations.AppendAsync("cid", Exchange("second"), Token);

        Assert.That(proxy.Cuts, Is.EqualTo(1));
        Assert.That(
            (await Store.Conversations.FindAsync("cid", Token))!.Messages.Select(message => message.Content),
            Is.EqualTo(["first", "answer", "second", "answer"]));
    }

    [Test]
    public async Task LearnAsync_WhenTheAnswerToTheCommitIsLost_AppliesTheLessonOnce()
    {
        await using var proxy = CuttingProxy.To(Server.Port);
        var store = At(Url.Replace($":{Server.Port}/", $":{proxy.Port}/", StringComparison.Ordinal), Long);
        await store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key", "1")), Token);

        proxy.CutNextAnswerWith("COMMIT");
        var lesson = await store.Playbooks.LearnAsync(
            "cid", Lessons.Applying(Lessons.At, Exchange("words"), Lessons.Update("key", "2")), Token);

        Assert.That(proxy.Cuts, Is.EqualTo(1));
        var entry = (await Store.Playbooks.ListAsync("cid", null, Token)).Single();
        Assert.That((entry.Value, entry.Version), Is.EqualTo(("2", 2)));
        Assert.That(lesson.Changes.Single().Entry!.Id, Is.EqualTo(entry.Id));
        Assert.That(Scalar<int>("SELECT count(*) FROM playbook_feedback"), Is.EqualTo(2));
        Assert.That(Scalar<int>("SELECT count(*) FROM messages"), Is.EqualTo(2));
    }

    [Test]
    public async Task Log_OfAllThatFails_HoldsNoPasswordAndNothingThatWasSaid()
    {
        using var log = new LogCollector();
        var store = At(Url, Short, log);
        await store.Conversations.AppendAsync("cid", Exchange("SECRET question"), Token);
        await Server.StopAsync();

        var failure = Assert.CatchAsync<StorageException>(() => store.Conversations.AppendAsync("cid", Exchange("SECRET question"), Token));

        foreach (var secret in (string[])["SECRET", PostgresServer.Password, Uri.EscapeDataString(PostgresServer.Password)])
        {
            Assert.That(failure!.ToString(), Does.Not.Contain(secret));
            Assert.That(string.Join('\n', log.Lines), Does.Contain("away").And.Not.Contain(secret));
        }
    }

    [Test]
    public async Task Size_OnceMeasured_IsWhatTheTablesTake()
    {
        await AppendAsync("cid");
        var size = Store.Get<Infrastructure.Persistence.IStorageSize>();

        size.SizeInBytes();
        await ((PostgresSize)size).Measured;

        Assert.That(size.SizeInBytes(), Is.Positive);
    }
}
