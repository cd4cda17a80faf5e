using Miner.Application.Ports;

namespace Miner.Infrastructure.Tests.Persistence;

[TestFixture(StoreKind.Sqlite)]
[TestFixture(StoreKind.Postgres, Category = "NeedsPackages")]
internal sealed class ExpiryTests(StoreKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task RemoveExpiredAsync_WhenSomeIsPastItsDays_RemovesThatAndCountsIt()
    {
        await AppendAsync("gone", "old");
        await AppendAsync("shortened", "old");
        Time.Advance(TimeSpan.FromDays(4));
        await AppendAsync("shortened", "new");
        Time.Advance(TimeSpan.FromDays(4));

        var removed = await Store.Conversations.RemoveExpiredAsync(Token);

        Assert.That(removed, Is.EqualTo(new ExpiredHistory(Messages: 4, Conversations: 1)));
        Assert.That(Column<string>("SELECT cid FROM conversations"), Is.EqualTo(["shortened"]));
        Assert.That(Column<string>("SELECT content FROM messages ORDER BY id"), Is.EqualTo(["new", "answer"]));
    }

    [Test]
    public async Task RemoveExpiredAsync_WhenNothingIsPastItsDays_RemovesNothing()
    {
        await AppendAsync("cid");
        Time.Advance(Policy.MaxAge);

        Assert.That(await Store.Conversations.RemoveExpiredAsync(Token), Is.EqualTo(new ExpiredHistory(0, 0)));
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(1));
    }

    [Test]
    public async Task RemoveExpiredAsync_WhenThereIsMoreThanOneChangeRemoves_RemovesAllOfIt()
    {
        await Task.WhenAll(Enumerable.Range(0, 450).Select(number => AppendAsync($"{number}")));
        Time.Advance(Policy.MaxAge + TimeSpan.FromSeconds(1));
        await AppendAsync("kept");

        var removed = await Store.Conversations.RemoveExpiredAsync(Token);

        Assert.That(removed, Is.EqualTo(new ExpiredHistory(Messages: 900, Conversations: 450)));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM messages"), Is.EqualTo(2));
    }

    [TestCase(90, 2, 1)]
    [TestCase(91, 0, 0)]
    public async Task RemoveExpiredAsync_WhenAuditAndDeletedEntriesAreOld_RemovesTheseOnly(int days, int audited, int inactive)
    {
        var now = Time.GetUtcNow();
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(now, null, Lessons.Insert("kept"), Lessons.Insert("deleted")), Token);
        Execute("DELETE FROM playbook_feedback");
        Execute("DELETE FROM playbook_audit");
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(now, null, Lessons.Delete("deleted"), Lessons.Delete("unknown")), Token);
        Time.Advance(TimeSpan.FromDays(days));

        await Store.Conversations.RemoveExpiredAsync(Token);

        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_audit"), Is.EqualTo(audited));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_entries WHERE NOT is_active"), Is.EqualTo(inactive));
        Assert.That((await Store.Playbooks.ListAsync("cid", null, Token)).Single().Key, Is.EqualTo("kept"));
    }
}
