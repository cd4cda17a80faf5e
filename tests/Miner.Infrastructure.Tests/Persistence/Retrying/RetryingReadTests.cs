using Dapper;
using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Retrying;

namespace Miner.Infrastructure.Tests.Persistence.Retrying;

/// <summary>What is read of a conversation while pairs of it wait, or while the file is damaged.</summary>
internal sealed class RetryingReadTests : RetryingFixture
{
    [Test]
    public async Task Read_OfAConversationWithPairsThatWait_HasThemBehindWhatIsStored()
    {
        await Conversations.AppendAsync("cid", Exchange("first"), Token);
        WaitWith("second");

        var context = await Conversations.ReadContextAsync("cid", messages: true, playbook: true, Token);
        var found = await Conversations.FindAsync("cid", Token);

        Assert.That(Asked(context.Messages), Is.EqualTo(["first", "second"]));
        Assert.That(Asked(found), Is.EqualTo(["first", "second"]));
        Assert.That(found!.LastActivity, Is.EqualTo(Time.GetUtcNow()));
        Assert.That((await Conversations.ReadContextAsync("cid", messages: false, playbook: true, Token)).Messages, Is.Empty);
    }

    [Test]
    public async Task Read_OfAConversationThatOnlyWaits_FindsIt()
    {
        WaitWith("question");

        var found = await Conversations.FindAsync("cid", Token);

        Assert.That(Asked(found), Is.EqualTo(["question"]));
        Assert.That(found!.CreatedAt, Is.EqualTo(Time.GetUtcNow()));
        Time.Advance(Policy.MaxAge + TimeSpan.FromSeconds(1));
        Assert.That(await Conversations.FindAsync("cid", Token), Is.Null, "past its days");
    }

    [Test]
    public async Task Read_OfMorePairsThanAreKept_GivesTheNewest()
    {
        for (var number = 0; number < 5; number++) await Conversations.AppendAsync("cid", Exchange($"{number}"), Token);
        WaitWith("newest");

        Assert.That(Asked(await Conversations.FindAsync("cid", Token)), Is.EqualTo(["1", "2", "3", "4", "newest"]));
    }

    [Test]
    public async Task Read_OfAPairThatIsStoredMeanwhile_GivesItOnce()
    {
        var exchange = Exchange("question");
        await Store.Conversations.AppendAsync("cid", exchange, Token);
        Pending.Add("cid", exchange, onlyBehind: false, out _);

        Assert.That(Asked(await Conversations.FindAsync("cid", Token)), Is.EqualTo(["question"]));
    }

    [TestCase("playbook_entries_active", 1, 0)]
    [TestCase("messages_by_conversation", 0, 1)]
    public async Task ReadContext_WhenAnIndexOfOneIsDamaged_GivesTheOtherAndSaysSo(string index, int pairs, int entries)
    {
        await AppendAsync("cid");
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key")), Token);
        DamageRootOf(index);
        await Unwrap();
        Wrap(Open());

        var context = await Conversations.ReadContextAsync("cid", messages: true, playbook: true, Token);

        Assert.That((Asked(context.Messages).Count(), context.Playbook.Count), Is.EqualTo((pairs, entries)));
        Assert.That(context.Failure, Is.InstanceOf<StorageException>().With.Message.Contains("damaged"));
        Assert.That(Faults.Recent, Is.True);
    }

    [Test]
    public async Task Faults_OfReads_AreRecentForAMinute()
    {
        await Conversations.CountAsync(Token);
        Assert.That(Faults.Recent, Is.False);
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key")), Token);
        Execute("UPDATE playbook_entries SET insight_type = 'of another program'");

        Assert.That(() => Playbooks.ListAsync("cid", null, Token), Throws.InstanceOf<StorageException>());

        Time.Advance(ReadFaults.Memory - TimeSpan.FromSeconds(1));
        Assert.That(Faults.Recent, Is.True);
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(Faults.Recent, Is.False);
    }

    [Test]
    public void Faults_OfAStoreThatIsAway_AreForgottenWithIt()
    {
        Faults.Add(new StorageException("The database cannot be reached.", innerException: null) { IsAway = true });
        Assert.That(Faults.Recent, Is.False);

        Faults.Add(new StorageException("The database is damaged.", innerException: null));
        Assert.That(Faults.Recent, Is.True);
    }

    private void WaitWith(string user)
    {
        using var shell = Connect();
        shell.Execute("BEGIN IMMEDIATE");
        AppendInVain("cid", user);
    }

    private void DamageRootOf(string index)
    {
        var page = Scalar<int>($"SELECT rootpage FROM sqlite_schema WHERE name = '{index}'");
        var size = Scalar<int>("PRAGMA page_size");
        Store.Dispose();
        using var file = new FileStream(File, FileMode.Open);
        file.Seek((page - 1) * (long)size, SeekOrigin.Begin);
        file.Write(Enumerable.Repeat((byte)0xA5, size).ToArray());
    }
}
