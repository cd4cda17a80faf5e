using Miner.TestUi.Calls;

namespace Miner.TestUi.Tests.Calls;

[TestFixture]
internal sealed class MinerConnectionTests
{
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("..")]
    public async Task AskAsync_ForAnIdThatNoPathCanName_SaysThatNothingWasSent(string id)
    {
        using var miner = new MinerConnection(new Uri("http://127.0.0.1:9"), "key", TimeProvider.System);

        var reply = await miner.AskAsync((client, cancellation) => client.GetCallAsync(id, null, cancellation), CancellationToken.None);

        Assert.That(reply.Value, Is.Null);
        Assert.That(reply.Exchange, Is.Null);
        Assert.That(reply.Failure!.Title, Is.EqualTo("Not sent"));
        Assert.That(reply.Failure.Fields!.Single().Loc, Is.EqualTo(new[] { "path", "trace_id" }));
    }
}
