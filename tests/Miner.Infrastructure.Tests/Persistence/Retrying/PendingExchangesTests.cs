using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Retrying;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Retrying;

internal sealed class PendingExchangesTests
{
    private static readonly HistoryPolicy Policy = new(MaxMessages: 10, TimeSpan.FromDays(7), ContextMessages: 5, ContextTokens: 3_000);

    [Test]
    public void Add_PastTheNumber_LosesTheOldestAndCountsIt()
    {
        var pending = new PendingExchanges(Policy);
        for (var number = 0; number < PendingExchanges.MaxPairs + 3; number++) Add(pending, $"{number}", "question");

        Assert.That((pending.Count, pending.Lost), Is.EqualTo((PendingExchanges.MaxPairs, 3L)));
        Assert.That(pending.Of("2"), Is.Empty);
        Assert.That(pending.Of("3"), Has.Count.EqualTo(1));
    }

    [Test]
    public void Add_PastTheSize_LosesTheOldest()
    {
        var pending = new PendingExchanges(Policy);
        var text = new string('x', (int)(PendingExchanges.MaxBytes / sizeof(char) / 4));
        for (var number = 0; number < 5; number++) Add(pending, $"{number}", text);

        Assert.That((pending.Count, pending.Lost), Is.EqualTo((3, 2L)));
    }

    [Test]
    public void Add_MoreThanTheHistoryKeepsOfOneConversation_DropsWhatItWouldDrop()
    {
        var pending = new PendingExchanges(Policy);
        for (var number = 0; number < 9; number++) Add(pending, "cid", $"{number}");

        Assert.That(pending.Of("cid").Select(exchange => exchange.User), Is.EqualTo(["4", "5", "6", "7", "8"]));
        Assert.That(pending.Lost, Is.Zero);
    }

    [TestCase(0, new[] { "4" })]
    [TestCase(1, new[] { "4" })]
    [TestCase(3, new[] { "3", "4" })]
    [TestCase(4, new[] { "3", "4" })]
    public void Add_UnderAShortHistory_KeepsThePairsOfWhichItKeepsAMessage(int maxMessages, string[] kept)
    {
        var pending = new PendingExchanges(Policy with { MaxMessages = maxMessages });
        for (var number = 0; number < 5; number++) Add(pending, "cid", $"{number}");

        Assert.That(pending.Of("cid").Select(exchange => exchange.User), Is.EqualTo(kept));
        Assert.That((pending.Count, pending.Lost), Is.EqualTo((kept.Length, 0L)));
    }

    [Test]
    public void Add_AfterLargePairsWentInEachWay_HasTheirRoomAgain()
    {
        var pending = new PendingExchanges(Policy with { MaxMessages = 1 });
        var text = new string('x', (int)(PendingExchanges.MaxBytes / sizeof(char) / 4));
        for (var round = 0; round < 5; round++)
        {
            Add(pending, "stored", text);
            pending.Remove(pending.Next("stored")!);
            Add(pending, "forgotten", text);
            pending.Forget("forgotten");
            Add(pending, "replaced", text);
        }

        for (var number = 0; number < 2; number++) Add(pending, $"{number}", text);
        Assert.That((pending.Count, pending.Lost), Is.EqualTo((3, 0L)));
    }

    [Test]
    public void Add_OfOnePairThatIsTooLargeByItself_KeepsIt()
    {
        var pending = new PendingExchanges(Policy);
        Add(pending, "small", "question");
        Add(pending, "large", new string('x', (int)(PendingExchanges.MaxBytes / sizeof(char))));

        Assert.That((pending.Count, pending.Lost, pending.Next()!.Cid), Is.EqualTo((1, 1L, "large")));
    }

    [Test]
    public void Add_OnlyBehindOthers_IsLeftWhereThereAreNone()
    {
        var pending = new PendingExchanges(Policy);
        var exchange = Exchange.Create("question", [], "answer", DateTimeOffset.UnixEpoch)!;
        Assert.That(pending.Add("cid", exchange, onlyBehind: true, out _), Is.False);
        Assert.That((pending.Count, pending.Next("cid")), Is.EqualTo((0, (PendingExchange?)null)));

        Add(pending, "cid", "first");
        Assert.That(pending.Add("cid", exchange, onlyBehind: true, out var lost), Is.True);
        Assert.That((pending.Count, lost), Is.EqualTo((2, 0)));
    }

    [Test]
    public void Postpone_OfAConversationWithoutPairs_ChangesNothing()
    {
        var pending = new PendingExchanges(Policy);
        Add(pending, "a", "question");
        Add(pending, "b", "question");

        pending.Postpone("unknown");

        Assert.That(pending.Next()!.Cid, Is.EqualTo("a"));
    }

    [Test]
    public async Task WaitAsync_AfterManyWereAdded_EndsOnce()
    {
        var pending = new PendingExchanges(Policy);
        for (var number = 0; number < 3; number++) Add(pending, "cid", "question");
        await pending.WaitAsync(CancellationToken.None).InTimeAsync();

        using var enough = new CancellationTokenSource();
        var again = pending.WaitAsync(enough.Token);
        Assert.That(again.IsCompleted, Is.False);
        Add(pending, "cid", "question");
        await again.InTimeAsync();
    }

    [Test]
    public void Next_AfterAConversationWasPostponed_IsOfTheOtherOne()
    {
        var pending = new PendingExchanges(Policy);
        foreach (var cid in new[] { "a", "b", "a" }) Add(pending, cid, "question");

        pending.Postpone("a");
        Assert.That(pending.Next()!.Cid, Is.EqualTo("b"));
        pending.Remove(pending.Next()!);
        Assert.That((pending.Next()!.Cid, pending.Count), Is.EqualTo(("a", 2)));
        Assert.That((pending.Forget("a"), pending.Forget("a"), pending.Next()), Is.EqualTo((true, false, (PendingExchange?)null)));
    }

    [Test]
    public void Remove_OfAPairThatIsGone_LeavesTheNext()
    {
        var pending = new PendingExchanges(Policy);
        Add(pending, "cid", "first");
        var first = pending.Next()!;
        pending.Forget("cid");
        Add(pending, "cid", "second");

        pending.Remove(first);

        Assert.That(pending.Count, Is.EqualTo(1));
    }

    private static void Add(PendingExchanges pending, string cid, string user) =>
        pending.Add(cid, Exchange.Create(user, [], "answer", DateTimeOffset.UnixEpoch)!, onlyBehind: false, out _);
}
