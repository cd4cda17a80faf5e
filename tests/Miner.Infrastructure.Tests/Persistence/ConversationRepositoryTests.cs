using Miner.Application.Ports;
using Miner.Domain.Conversations;

namespace Miner.Infrastructure.Tests.Persistence;

[TestFixture(StoreKind.Sqlite)]
[TestFixture(StoreKind.Postgres, Category = "NeedsPackages")]
internal sealed class ConversationRepositoryTests(StoreKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task ReadContextAsync_WhenUnknown_IsEmptyAndCreatesNothing()
    {
        var context = await Store.Conversations.ReadContextAsync("cid", messages: true, playbook: true, Token);

        Assert.That(context.Messages, Is.Empty);
        Assert.That(context.Playbook, Is.Empty);
        Assert.That(await Store.Conversations.CountAsync(Token), Is.Zero);
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM conversations"), Is.Zero);
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(false, false)]
    public async Task ReadContextAsync_WhenAskedForParts_GivesThese(bool messages, bool playbook)
    {
        await AppendAsync("cid");
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key")), Token);

        var context = await Store.Conversations.ReadContextAsync("cid", messages, playbook, Token);

        Assert.That(context.Messages, Has.Count.EqualTo(messages ? 2 : 0));
        Assert.That(context.Playbook, Has.Count.EqualTo(playbook ? 1 : 0));
    }

    [TestCase(3, "answer U5 answer")]
    [TestCase(0, "")]
    [TestCase(20, "U1 answer U2 answer U3 answer U4 answer U5 answer")]
    public async Task ReadContextAsync_OfMoreMessagesThanAModelReads_GivesTheNewest(int readable, string expected)
    {
        var store = Open(Policy with { ContextMessages = readable });
        for (var number = 1; number <= 5; number++) await AppendAsync("cid", $"U{number}");

        var context = await store.Conversations.ReadContextAsync("cid", messages: true, playbook: false, Token);
        var whole = await store.Conversations.FindAsync("cid", Token);

        Assert.That(string.Join(' ', context.Messages.Select(message => message.Content)), Is.EqualTo(expected));
        Assert.That(whole!.Messages, Has.Count.EqualTo(10));
    }

    [TestCase("plain")]
    [TestCase("a/b%20c?d=e#f")]
    [TestCase("'; DROP TABLE messages; --")]
    [TestCase("\"quoted\" \\ and @Cid :cid $1")]
    [TestCase("🦊 héllo 日本 \u202e")]
    [TestCase(" spaces \t\n around ")]
    public async Task AppendAsync_WhenReadBack_KeepsTextsOrderAndTimeToTheMicrosecond(string text)
    {
        await Store.Conversations.AppendAsync(text, Exchange(text, text + "!"), Token);

        var context = await Store.Conversations.ReadContextAsync(text, messages: true, playbook: false, Token);

        Assert.That(context.Messages, Is.EqualTo(new[]
        {
            new Message(MessageRole.User, text, Time.GetUtcNow(), MessageOrigin.Caller),
            new Message(MessageRole.Assistant, text + "!", Time.GetUtcNow(), MessageOrigin.Model),
        }));
        Assert.That(context.Messages[0].Timestamp.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task AppendAsync_OfWhatIsNoText_KeepsTheRestOfIt()
    {
        await Store.Conversations.AppendAsync("cid", Exchange("half \ud83e of a pair", "nul \0 inside"), Token);

        var contents = (await Store.Conversations.FindAsync("cid", Token))!.Messages.Select(message => message.Content);
        // PostgreSQL takes no NUL, and SQLite does.
        var kept = Kind == StoreKind.Postgres ? "nul \ufffd inside" : "nul \0 inside";
        Assert.That(contents, Is.EqualTo(["half \ufffd of a pair", kept]));
    }

    [Test]
    public async Task AppendAsync_WhenCidsDifferInBytesOnly_KeepsThemApart()
    {
        string[] cids = ["cid", "CID", "cid ", "\u00e9", "e\u0301"];
        foreach (var cid in cids) await AppendAsync(cid, user: $"of {cid}");

        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(cids.Length));
        foreach (var cid in cids) Assert.That((await UserTextsAsync(cid)).Single(), Is.EqualTo($"of {cid}"));
    }

    [TestCase(1, new[] { "A3" })]
    [TestCase(2, new[] { "U3", "A3" })]
    [TestCase(3, new[] { "A2", "U3", "A3" })]
    [TestCase(6, new[] { "U1", "A1", "U2", "A2", "U3", "A3" })]
    [TestCase(7, new[] { "U1", "A1", "U2", "A2", "U3", "A3" })]
    public async Task AppendAsync_WhenPastTheMaximum_DropsTheOldest(int maximum, string[] kept)
    {
        var store = Open(Policy with { MaxMessages = maximum });
        foreach (var number in Enumerable.Range(1, 3))
            await store.Conversations.AppendAsync("cid", Exchange($"U{number}", $"A{number}"), Token);

        var conversation = await store.Conversations.FindAsync("cid", Token);

        Assert.That(conversation!.Messages.Select(message => message.Content), Is.EqualTo(kept));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages"), Is.EqualTo(kept.Length));
    }

    [Test]
    public async Task AppendAsync_WhenMessagesArePastTheirDays_DropsTheseOfItsConversationOnly()
    {
        await AppendAsync("cid", "old");
        await AppendAsync("other", "old");
        Time.Advance(Policy.MaxAge + TimeSpan.FromMilliseconds(1));

        await AppendAsync("cid", "new");

        Assert.That(await UserTextsAsync("cid"), Is.EqualTo(["new"]));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages WHERE cid = 'cid'"), Is.EqualTo(2));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages WHERE cid = 'other'"), Is.EqualTo(2));
    }

    [Test]
    public async Task AppendAsync_WhenTheExchangeIsItselfPastItsDays_LeavesNoConversation()
    {
        var late = Exchange("question");
        Time.Advance(Policy.MaxAge + TimeSpan.FromMilliseconds(1));

        await Store.Conversations.AppendAsync("cid", late, Token);

        Assert.That(Scalar<int>("SELECT COUNT(*) FROM conversations"), Is.Zero);
    }

    [Test]
    public async Task AppendAsync_WhenWrittenInAnotherOrderThanAnswered_KeepsTheLaterActivity()
    {
        var earlier = Exchange("earlier");
        Time.Advance(TimeSpan.FromSeconds(1));
        var later = Exchange("later");

        await Store.Conversations.AppendAsync("cid", later, Token);
        await Store.Conversations.AppendAsync("cid", earlier, Token);

        var conversation = await Store.Conversations.FindAsync("cid", Token);
        Assert.That(conversation!.LastActivity, Is.EqualTo(later.At));
        Assert.That(await UserTextsAsync("cid"), Is.EqualTo(["later", "earlier"]));
    }

    [Test]
    public async Task AppendAsync_WhenTheLaterOfTwoIsDropped_TakesBackItsActivity()
    {
        var store = Open(Policy with { MaxMessages = 2 });
        var earlier = Exchange("earlier");
        Time.Advance(TimeSpan.FromSeconds(1));
        await store.Conversations.AppendAsync("cid", Exchange("later"), Token);

        await store.Conversations.AppendAsync("cid", earlier, Token);

        Assert.That((await store.Conversations.FindAsync("cid", Token))!.LastActivity, Is.EqualTo(earlier.At));
    }

    [Test]
    public async Task FindAsync_WhenKnown_GivesItsDates()
    {
        var created = Time.GetUtcNow();
        await AppendAsync("cid");
        Time.Advance(TimeSpan.FromHours(1));
        await AppendAsync("cid");

        var conversation = await Store.Conversations.FindAsync("cid", Token);

        Assert.That(conversation!.Cid, Is.EqualTo("cid"));
        Assert.That(conversation.CreatedAt, Is.EqualTo(created));
        Assert.That(conversation.LastActivity, Is.EqualTo(Time.GetUtcNow()));
        Assert.That(await Store.Conversations.FindAsync("other", Token), Is.Null);
    }

    [Test]
    public async Task FindAsync_WhenSomeMessagesArePastTheirDays_LeavesThemOutBeforeAnySweep()
    {
        await AppendAsync("cid", "old");
        Time.Advance(TimeSpan.FromDays(4));
        await AppendAsync("cid", "new");
        Time.Advance(TimeSpan.FromDays(4));

        Assert.That(await UserTextsAsync("cid"), Is.EqualTo(["new"]));
        var page = await Store.Conversations.ListAsync(10, 0, Token);
        Assert.That(page.Conversations.Single().MessageCount, Is.EqualTo(2));
    }

    [TestCase(0, true)]
    [TestCase(1, false)]
    public async Task AnyRead_WhenAllMessagesArePastTheirDays_TakesTheConversationForGone(int microsecondsPast, bool there)
    {
        await AppendAsync("cid");
        Time.Advance(Policy.MaxAge + TimeSpan.FromMicroseconds(microsecondsPast));

        var page = await Store.Conversations.ListAsync(10, 0, Token);
        Assert.That(await Store.Conversations.FindAsync("cid", Token), there ? Is.Not.Null : Is.Null);
        Assert.That(page.Conversations, Has.Count.EqualTo(there ? 1 : 0));
        Assert.That(page.Total, Is.EqualTo(there ? 1 : 0));
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(page.Total));
        Assert.That(await Store.Conversations.DeleteAsync("cid", playbook: false, Token), Is.EqualTo(there));
    }

    [Test]
    public async Task AppendAsync_WhenTheConversationWasGone_BeginsANewOne()
    {
        await AppendAsync("cid");
        Time.Advance(Policy.MaxAge + TimeSpan.FromSeconds(1));
        await AppendAsync("cid");

        Assert.That((await Store.Conversations.FindAsync("cid", Token))!.CreatedAt, Is.EqualTo(Time.GetUtcNow()));
    }

    [Test]
    public async Task AnyRead_WhenTheMaximumWasLowered_KeepsToTheNewOne()
    {
        for (var number = 1; number <= 5; number++) await AppendAsync("cid", $"U{number}");
        var store = Open(Policy with { MaxMessages = 4 });

        var context = await store.Conversations.ReadContextAsync("cid", messages: true, playbook: false, Token);
        var page = await store.Conversations.ListAsync(10, 0, Token);

        Assert.That(context.Messages.Select(message => message.Content), Is.EqualTo(["U4", "answer", "U5", "answer"]));
        Assert.That(page.Conversations.Single().MessageCount, Is.EqualTo(4));
    }

    [Test]
    public async Task DeleteAsync_WhenKnown_RemovesItsMessagesOnlyAndLeavesThePlaybook()
    {
        await AppendAsync("cid");
        await AppendAsync("other");
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key")), Token);

        Assert.That(await Store.Conversations.DeleteAsync("cid", playbook: false, Token), Is.True);

        Assert.That(await Store.Conversations.DeleteAsync("cid", playbook: false, Token), Is.False);
        Assert.That(await Store.Conversations.FindAsync("cid", Token), Is.Null);
        Assert.That(Column<string>("SELECT DISTINCT cid FROM messages"), Is.EqualTo(["other"]));
        Assert.That(await Store.Playbooks.ListAsync("cid", null, Token), Has.Count.EqualTo(1));
    }

    [TestCase(true, true)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task DeleteAsync_WithThePlaybook_RemovesWhatThereIsOfBoth(bool conversation, bool playbook)
    {
        await Store.Playbooks.LearnAsync("other", Lessons.Applying(Lessons.Insert("key")), Token);
        if (conversation) await AppendAsync("cid");
        if (playbook) await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key")), Token);

        Assert.That(await Store.Conversations.DeleteAsync("cid", playbook: true, Token), Is.True);

        Assert.That(await Store.Conversations.DeleteAsync("cid", playbook: true, Token), Is.False);
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages"), Is.Zero);
        Assert.That(await Store.Playbooks.ListAsync("cid", null, Token), Is.Empty);
        Assert.That(await Store.Playbooks.ListAsync("other", null, Token), Has.Count.EqualTo(1));
    }

    [Test]
    public void EveryMethod_WhenCancelledBefore_DoesNothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        var conversations = Store.Conversations;
        Func<Task>[] calls =
        [
            () => conversations.ReadContextAsync("cid", true, true, cancelled),
            () => conversations.AppendAsync("cid", Exchange("question"), cancelled),
            () => conversations.FindAsync("cid", cancelled),
            () => conversations.ListAsync(1, 0, cancelled),
            () => conversations.CountAsync(cancelled),
            () => conversations.DeleteAsync("cid", playbook: true, cancelled),
            () => conversations.RemoveExpiredAsync(cancelled),
            () => Store.Playbooks.ListAsync("cid", null, cancelled),
            () => Store.Playbooks.LearnAsync("cid", Lessons.Applying(), cancelled),
            () => Store.Playbooks.DeleteAsync("cid", cancelled),
        ];

        foreach (var call in calls) Assert.That(call, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages"), Is.Zero);
    }

    [Test]
    public async Task FindAsync_WhenItHoldsAnUnknownRole_ThrowsStorageException()
    {
        await AppendAsync("cid");
        Execute("UPDATE messages SET role = 'robot'");

        Assert.That(() => Store.Conversations.FindAsync("cid", Token), Throws.InstanceOf<StorageException>());
    }

    private async Task<IEnumerable<string>> UserTextsAsync(string cid)
    {
        var conversation = await Store.Conversations.FindAsync(cid, Token);
        return conversation!.Messages.Where(message => message.Role == MessageRole.User).Select(message => message.Content);
    }
}
