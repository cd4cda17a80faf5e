using Miner.Client;
using Miner.Testing;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Tests.Calls;

[TestFixture]
internal sealed class RecentReplyTests
{
    private int _asked;

    [SetUp]
    public void Begin() => _asked = 0;

    [Test]
    public async Task GetAsync_WithinItsTime_AsksOnce()
    {
        var clock = new DrivenClock();
        var recent = new RecentReply<QueryItem>(clock, TimeSpan.FromSeconds(5));
        await recent.GetAsync(AskAsync, CancellationToken.None);
        await recent.GetAsync(AskAsync, CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(4.9));
        await recent.GetAsync(AskAsync, CancellationToken.None);
        Assert.That(_asked, Is.EqualTo(1));

        clock.Advance(TimeSpan.FromSeconds(0.1));
        await recent.GetAsync(AskAsync, CancellationToken.None);
        Assert.That(_asked, Is.EqualTo(2));
        recent.Forget();
        await recent.GetAsync(AskAsync, CancellationToken.None);
        Assert.That(_asked, Is.EqualTo(3));
    }

    [Test]
    public async Task GetAsync_OfWhoHangsUp_LeavesTheOthersTheirReply()
    {
        var recent = new RecentReply<QueryItem>(new DrivenClock(), TimeSpan.FromSeconds(5));
        var answer = new TaskCompletionSource<Reply<QueryItem>>();
        using var gone = new CancellationTokenSource();
        var first = recent.GetAsync(_ => answer.Task, gone.Token);
        var second = recent.GetAsync(AskAsync, CancellationToken.None);
        await gone.CancelAsync();
        answer.SetResult(Some());

        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await second).Value, Is.Not.Null);
        Assert.That(_asked, Is.Zero);
    }

    private static Reply<QueryItem> Some() => new(new QueryItem { UserQuery = "some" }, Failure: null, Exchange: null);

    private Task<Reply<QueryItem>> AskAsync(CancellationToken cancellationToken)
    {
        _asked++;
        return Task.FromResult(Some());
    }
}
