using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

internal sealed class UpstreamGateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private DrivenClock _clock = null!;

    [SetUp]
    public void StartClock() => _clock = new DrivenClock { LongestPause = TimeSpan.Zero };

    [Test]
    public async Task EnterAsync_WhenAllConnectionsAreTaken_ServesFirstComeFirst()
    {
        var gate = new UpstreamGate(connections: 2, _clock);
        Assert.That(await gate.EnterAsync(Call(), CancellationToken.None), Is.False);
        Assert.That(await gate.EnterAsync(Call(), CancellationToken.None), Is.False);
        var waiting = Enumerable.Range(0, 3).Select(_ => EnterAsync(gate, Call())).ToList();

        foreach (var next in waiting)
        {
            Assert.That(waiting.Count(other => other.IsCompleted), Is.EqualTo(waiting.IndexOf(next)));
            gate.Leave(stay: null);
            Assert.That(await next.InTimeAsync(), Is.True);
        }
    }

    [Test]
    public async Task EnterAsync_WhenACallComesAgain_GoesBeforeThoseThatBeganLater()
    {
        var gate = new UpstreamGate(connections: 1, _clock);
        var earlier = Call();
        await gate.EnterAsync(earlier, CancellationToken.None);
        _clock.Advance(Second);
        var later = EnterAsync(gate, Call());
        gate.Leave(Second);
        await later.InTimeAsync();
        var latest = EnterAsync(gate, Call());
        var again = EnterAsync(gate, earlier);

        gate.Leave(Second);

        Assert.That(await again.InTimeAsync(), Is.True);
        Assert.That(latest.IsCompleted, Is.False);
    }

    [Test]
    public async Task EnterAsync_WhenATurnWouldComeTooLate_IsSentAwayAtOnce()
    {
        var gate = new UpstreamGate(connections: 1, _clock);
        await gate.EnterAsync(Call(), CancellationToken.None);
        gate.Leave(stay: 2 * Second);
        await gate.EnterAsync(Call(), CancellationToken.None);
        var inTime = EnterAsync(gate, Call(seconds: 5));

        var tooLate = Assert.ThrowsAsync<UpstreamException>(() => EnterAsync(gate, Call(seconds: 5)));

        Assert.That(tooLate!.RetryAfter, Is.EqualTo(4 * Second));
        Assert.That(inTime.IsCompleted, Is.False);
    }

    [Test]
    public async Task Leave_WhenItTurnsOutHowLongAnswersTake_SendsThoseAwayWhoWouldWaitInVain()
    {
        var gate = new UpstreamGate(connections: 2, _clock);
        var crowd = Enumerable.Range(0, 130).Select(_ => EnterAsync(gate, Call())).ToList();
        _clock.Advance(2 * Second);

        gate.Leave(2 * Second);

        await Task.WhenAll(crowd.Skip(60)).ContinueWith(_ => { }, TaskScheduler.Default).InTimeAsync();
        Assert.That(crowd.Count(call => call.IsFaulted), Is.InRange(70, 80));
        Assert.That(crowd.Skip(60).Select(call => call.Exception!.InnerException), Is.All.InstanceOf<UpstreamException>()
            .With.Property("RetryAfter").GreaterThan(50 * Second));
    }

    [Test]
    public async Task EnterAsync_WhenItsPatienceEnds_IsSentAway()
    {
        var gate = new UpstreamGate(connections: 1, _clock);
        await gate.EnterAsync(Call(), CancellationToken.None);
        var waiting = EnterAsync(gate, Call(seconds: 5));

        _clock.Advance(5 * Second);

        Assert.ThrowsAsync<UpstreamException>(() => waiting.InTimeAsync());
    }

    [Test]
    public async Task EnterAsync_WhenCancelled_LeavesItsPlaceToTheNext()
    {
        var gate = new UpstreamGate(connections: 1, _clock);
        await gate.EnterAsync(Call(), CancellationToken.None);
        using var caller = new CancellationTokenSource();
        var first = gate.EnterAsync(Call(), caller.Token).AsTask();
        var second = EnterAsync(gate, Call());

        await caller.CancelAsync();

        Assert.That(async () => await first.InTimeAsync(), Throws.InstanceOf<OperationCanceledException>());
        gate.Leave(Second);
        Assert.That(await second.InTimeAsync(), Is.True);
    }

    [Test]
    public async Task Refused_WhenSomeHaveLittlePatience_SendsThemAway()
    {
        var gate = new UpstreamGate(connections: 1, _clock);
        await gate.EnterAsync(Call(), CancellationToken.None);
        var patient = EnterAsync(gate, Call());
        var impatient = EnterAsync(gate, Call(seconds: 5));

        gate.Refused(20 * Second);
        gate.Leave(TimeSpan.Zero);

        var failure = Assert.ThrowsAsync<UpstreamException>(() => impatient.InTimeAsync());
        Assert.That(failure!.RetryAfter, Is.GreaterThan(20 * Second));
        Assert.That((patient.IsCompleted, gate.IsPaced), Is.EqualTo((false, true)));
        _clock.Advance(20 * Second);
        Assert.That(await patient.InTimeAsync(), Is.True);
    }

    [Test]
    public async Task EnterAsync_AfterTenThousandRandomEvents_HasLostNoConnectionAndNobody([Values(1, 2, 3)] int seed)
    {
        const int Connections = 5;
        var gate = new UpstreamGate(Connections, _clock);
        var crowd = new RandomCrowd(gate, _clock, seed);

        for (var i = 0; i < 10_000; i++)
        {
            crowd.Act();
            Assert.That(crowd.Inside, Is.LessThanOrEqualTo(Connections));
        }

        _clock.Advance(RandomCrowd.LongestDeadline);
        await crowd.EndAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < Connections; i++) Assert.That(await gate.EnterAsync(Call(), CancellationToken.None), Is.False);
        Assert.That(EnterAsync(gate, Call()).IsCompleted, Is.False);
    }

    private static Task<bool> EnterAsync(UpstreamGate gate, UpstreamCall call) => gate.EnterAsync(call, CancellationToken.None).AsTask();

    private UpstreamCall Call(double seconds = 57) => new(_clock, TimeSpan.FromSeconds(seconds), CancellationToken.None);
}
