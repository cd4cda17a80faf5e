using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>Callers at a gate who come, go, give up and are refused as it happens.</summary>
internal sealed class RandomCrowd(UpstreamGate gate, DrivenClock clock, int seed)
{
    public static readonly TimeSpan LongestDeadline = TimeSpan.FromSeconds(20);

    private readonly Random _random = new(seed);
    private readonly List<Caller> _callers = [];

    /// <summary>Those that were let in, as far as they know, and have not left.</summary>
    public int Inside => _callers.Count(caller => caller.IsInside);

    public void Act()
    {
        switch (_random.Next(12))
        {
            case < 4:
                Enter();
                break;
            case < 7 when Pick(caller => caller.IsInside) is { } inside:
                _callers.Remove(inside);
                gate.Leave(_random.Next(4) == 0 ? null : TimeSpan.FromSeconds(_random.NextDouble()));
                break;
            case 7 when Pick(caller => !caller.Turn.IsCompleted) is { } waiting:
                waiting.GiveUp.Cancel();
                break;
            case 8 when _random.Next(5) == 0:
                gate.Refused(_random.Next(2) == 0 ? null : TimeSpan.FromSeconds(3 * _random.NextDouble()));
                break;
            case 9:
                gate.Answered();
                break;
            default:
                clock.Advance(TimeSpan.FromMilliseconds(_random.Next(500)));
                break;
        }

        Forget();
    }

    /// <summary>Waits for all whose deadline has passed, and has those leave who were let in.</summary>
    /// <exception cref="TimeoutException">Somebody is forgotten.</exception>
    public async Task EndAsync()
    {
        foreach (var caller in _callers)
        {
            await caller.Turn.ContinueWith(_ => { }, TaskScheduler.Default).InTimeAsync();
            Check(caller);
            if (caller.IsInside) gate.Leave(stay: null);
        }
    }

    private void Enter()
    {
        var deadline = LongestDeadline * _random.NextDouble();
        var giveUp = new CancellationTokenSource();
        _callers.Add(new Caller(gate.EnterAsync(new UpstreamCall(clock, deadline, giveUp.Token), giveUp.Token).AsTask(), giveUp));
    }

    private Caller? Pick(Func<Caller, bool> which)
    {
        List<Caller> some = [.. _callers.Where(which)];
        return some.Count == 0 ? null : some[_random.Next(some.Count)];
    }

    private void Forget()
    {
        foreach (var gone in _callers.Where(caller => caller.Turn is { IsCompleted: true, IsCompletedSuccessfully: false }).ToList())
        {
            Check(gone);
            _callers.Remove(gone);
        }
    }

    private static void Check(Caller caller)
    {
        if (caller.Turn.IsCanceled) Assert.That(caller.GiveUp.IsCancellationRequested, Is.True);
        else if (caller.Turn.IsFaulted) Assert.That(caller.Turn.Exception.InnerException, Is.InstanceOf<UpstreamException>());
    }

    private sealed record Caller(Task<bool> Turn, CancellationTokenSource GiveUp)
    {
        public bool IsInside => Turn.IsCompletedSuccessfully;
    }
}
