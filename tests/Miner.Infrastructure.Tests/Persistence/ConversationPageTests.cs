namespace Miner.Infrastructure.Tests.Persistence;

[TestFixture(StoreKind.Sqlite)]
[TestFixture(StoreKind.Postgres, Category = "NeedsPackages")]
internal sealed class ConversationPageTests(StoreKind kind) : DatabaseFixture(kind)
{
    [TestCase(2, 0, new[] { "b", "e" })]
    [TestCase(2, 1, new[] { "e", "d" })]
    [TestCase(10, 0, new[] { "b", "e", "d", "c", "a" })]
    [TestCase(10, 4, new[] { "a" })]
    [TestCase(10, 5, new string[0])]
    public async Task ListAsync_WhenPaged_GivesTheMostRecentFirstAndTheTotal(int limit, int offset, string[] cids)
    {
        await AppendAsync("past its days");
        Time.Advance(Policy.MaxAge);
        foreach (var cid in (string[])["a", "b", "c", "d", "e", "b"])
        {
            Time.Advance(TimeSpan.FromMicroseconds(1));
            await AppendAsync(cid);
        }

        var page = await Store.Conversations.ListAsync(limit, offset, Token);

        Assert.That(page.Conversations.Select(conversation => conversation.Cid), Is.EqualTo(cids));
        Assert.That(page.Total, Is.EqualTo(5));
    }

    /// <summary>Else pages would overlap.</summary>
    [Test]
    public async Task AnyPage_OfConversationsThatWereActiveAtOnce_FollowsTheirIds()
    {
        foreach (var cid in (string[])["b", "d", "a", "c"]) await AppendAsync(cid);

        var listed = new List<string>();
        var found = new List<string>();
        for (var offset = 0; offset < 4; offset++)
        {
            listed.AddRange((await Store.Conversations.ListAsync(1, offset, Token)).Conversations.Select(conversation => conversation.Cid));
            var page = await Store.Conversations.SearchAsync("", 1, offset, Token);
            found.AddRange(page.Conversations.Select(conversation => conversation.Cid));
        }

        Assert.That(listed, Is.EqualTo(["d", "c", "b", "a"]));
        Assert.That(found, Is.EqualTo(listed));
    }

    [TestCase("b", 10, 0, 3, new[] { "ab%", "bc", "b_" })]
    [TestCase("b", 1, 1, 3, new[] { "bc" })]
    [TestCase("%", 10, 0, 1, new[] { "ab%" })]
    [TestCase("_", 10, 0, 1, new[] { "b_" })]
    [TestCase("B", 10, 0, 0, new string[0])]
    [TestCase("past", 10, 0, 0, new string[0])]
    public async Task SearchAsync_OfAPartOfIds_GivesThoseAndTheirNumber(string part, int limit, int offset, int total, string[] cids)
    {
        await AppendAsync("b past its days");
        Time.Advance(Policy.MaxAge);
        foreach (var cid in (string[])["b_", "other", "bc", "ab%"])
        {
            Time.Advance(TimeSpan.FromMicroseconds(1));
            await AppendAsync(cid);
        }

        var page = await Store.Conversations.SearchAsync(part, limit, offset, Token);

        Assert.That(page.Conversations.Select(conversation => conversation.Cid), Is.EqualTo(cids));
        Assert.That(page.Conversations.Select(conversation => conversation.MessageCount), Is.All.EqualTo(2));
        Assert.That(page.Total, Is.EqualTo(total));
    }
}
