using Miner.Domain.Conversations;

namespace Miner.Domain.Tests.Conversations;

[TestFixture]
internal sealed class HistoryPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [TestCase(5, 10, "3u 3a 4u 4a")]
    [TestCase(4, 10, "3u 3a 4u 4a")]
    [TestCase(1, 10, "")]
    [TestCase(0, 10, "")]
    [TestCase(100, 10, "1u 1a 2u 2a 3u 3a 4u 4a")]
    [TestCase(5, 3, "4u 4a")]
    public void ForModel_OfFourPairs_GivesTheNewestWithoutALeadingAnswer(int contextMessages, int maxMessages, string expected)
    {
        var policy = new HistoryPolicy(maxMessages, TimeSpan.FromDays(7), contextMessages);

        var read = policy.ForModel(Pairs(4), Now);

        Assert.That(string.Join(' ', read.Select(message => message.Content)), Is.EqualTo(expected));
    }

    [Test]
    public void Keep_WithMessagesPastTheirDays_DropsThem()
    {
        var policy = new HistoryPolicy(10, TimeSpan.FromDays(7), 5);
        var edge = new Message(MessageRole.User, "just in time", Now - TimeSpan.FromDays(7));
        var late = new Message(MessageRole.User, "late", edge.Timestamp - TimeSpan.FromTicks(1));

        Assert.That(policy.Keep([late, edge], Now), Is.EqualTo(new[] { edge }));
    }

    private static List<Message> Pairs(int count) =>
        [.. Enumerable.Range(1, count).SelectMany(i => new[]
        {
            new Message(MessageRole.User, $"{i}u", Now), new Message(MessageRole.Assistant, $"{i}a", Now),
        })];
}
