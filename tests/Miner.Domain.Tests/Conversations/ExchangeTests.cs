using Miner.Domain.Conversations;

namespace Miner.Domain.Tests.Conversations;

[TestFixture]
internal sealed class ExchangeTests
{
    [Test]
    public void Create_OfATaskAndQueries_JoinsThem()
    {
        var exchange = Exchange.Create("Task", ["One?", "Two?"], "Answer", DateTimeOffset.UnixEpoch, MessageOrigin.Model)!;

        Assert.That(
            (exchange.User, exchange.Assistant, exchange.AssistantOrigin, exchange.At),
            Is.EqualTo(("Task\n\nOne?\n\nTwo?", "Answer", MessageOrigin.Model, DateTimeOffset.UnixEpoch)));
    }

    [Test]
    public void Create_WithoutATask_StartsWithTheQuery() =>
        Assert.That(Exchange.Create(" ", ["One?"], "Answer", default)!.User, Is.EqualTo("One?"));

    [TestCase("", "", "Answer")]
    [TestCase("Task", "One?", " \n")]
    public void Create_WithABlankHalf_IsNone(string task, string query, string response) =>
        Assert.That(Exchange.Create(task, [query], response, default), Is.Null);
}
