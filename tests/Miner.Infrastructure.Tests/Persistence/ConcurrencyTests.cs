using Miner.Domain.Conversations;

namespace Miner.Infrastructure.Tests.Persistence;

[TestFixture(StoreKind.Sqlite)]
[TestFixture(StoreKind.Postgres, Category = "NeedsPackages")]
internal sealed class ConcurrencyTests(StoreKind kind) : DatabaseFixture(kind)
{
    [Test]
    public async Task AppendAsync_WhenManyComeAtOnce_LeavesWholePairsAndNoMoreThanTheMaximum()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number =>
            Task.Run(() => Store.Conversations.AppendAsync("cid", Exchange($"{number}", $"answer to {number}"), Token), Token)));

        var messages = (await Store.Conversations.FindAsync("cid", Token))!.Messages;
        AssertWholePairs(messages);
        Assert.That(messages, Has.Count.EqualTo(Policy.MaxMessages));
    }

    [Test]
    public async Task LearnAsync_WhenManyComeAtOnceBesideAppends_LosesNoChange()
    {
        var learning = Enumerable.Range(0, 60).Select(number => Task.Run(
            () => Store.Playbooks.LearnAsync("cid", Lessons.Applying(Lessons.Insert("key", $"{number}")), Token), Token));
        var appending = Enumerable.Range(0, 60).Select(number => Task.Run(
            () => Store.Conversations.AppendAsync("cid", Exchange($"{number}", $"answer to {number}"), Token), Token));
        var reading = Enumerable.Range(0, 60).Select(_ => Task.Run(
            async () => AssertWholePairs((await Store.Conversations.FindAsync("cid", Token))?.Messages ?? []), Token));

        await Task.WhenAll(learning.Concat(appending).Concat(reading));

        var entry = (await Store.Playbooks.ListAsync("cid", null, Token)).Single();
        Assert.That(entry.Version, Is.EqualTo(60));
        Assert.That(Scalar<int>("SELECT COUNT(*) FROM playbook_audit"), Is.EqualTo(60));
    }

    [Test]
    public async Task AppendAsync_WhenTwoStoresShareTheDatabase_LosesNeithersPairs()
    {
        var other = Open();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            () => (number % 2 == 0 ? Store : other).Conversations.AppendAsync($"cid {number}", Exchange("question"), Token), Token)));

        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(100));
    }

    private static void AssertWholePairs(IReadOnlyList<Message> messages)
    {
        foreach (var pair in messages.Chunk(2))
        {
            Assert.That(pair.Select(message => message.Role), Is.EqualTo([MessageRole.User, MessageRole.Assistant]));
            Assert.That(pair[1].Content, Is.EqualTo($"answer to {pair[0].Content}"));
        }
    }
}
