using Miner.Application.Ports;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// Leaves an upstream alone that keeps failing (circuit breaker: Nygard, Release It!, 2007). Failures are weighed by what was asked: a
/// question that fails ten times says as much about the question as about the upstream, ten that fail once say it of the upstream. After
/// a break several requests find out whether it is back, and the first answer lets all others through. Safe for use by several threads.
/// </summary>
internal sealed class UpstreamCircuit(TimeProvider time)
{
    private const double FailureRatio = 0.5;

    /// <summary>Different questions within <see cref="Window"/> before anything is concluded from them.</summary>
    private const int MinimumSubjects = 10;

    /// <summary>Past this the oldest are forgotten early.</summary>
    private const int MaxOutcomes = 10_000;

    private const int ProbesAtOnce = 5;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstBreak = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, Outcome> _outcomes = [];
    private readonly Queue<Outcome> _byAge = new();
    private readonly long _started = time.GetTimestamp();
    private CircuitState _state = CircuitState.Closed;
    private TimeSpan _break = FirstBreak;
    private TimeSpan _openUntil;
    private TimeSpan _lastProbe;
    private int _probes;
    private int _failing;
    private int _period;

    public CircuitState State
    {
        get
        {
            lock (_lock) return _state == CircuitState.Open && Now >= _openUntil ? CircuitState.HalfOpen : _state;
        }
    }

    /// <summary>How long the upstream is left alone; null where it is not.</summary>
    public TimeSpan? BreakLeft
    {
        get
        {
            lock (_lock) return _state == CircuitState.Open && _openUntil - Now is var left && left > TimeSpan.Zero ? left : null;
        }
    }

    /// <summary>Called when it opens, with the length of the break.</summary>
    public Action<TimeSpan>? Opened { get; init; }

    public Action? Closed { get; init; }

    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>Lets a request through, or tells how long the upstream is left alone.</summary>
    /// <param name="period">To report on the request with, which must be done once where it may go.</param>
    /// <returns>Null where the request may go.</returns>
    public TimeSpan? Admit(out int period)
    {
        lock (_lock)
        {
            period = _period;
            if (_state == CircuitState.Closed) return null;
            var now = Now;
            if (now < _openUntil) return _openUntil - now;
            _state = CircuitState.HalfOpen;
            if (_probes >= ProbesAtOnce && now - _lastProbe < ProbeInterval) return ProbeInterval;
            _probes++;
            _lastProbe = now;
            return null;
        }
    }

    /// <summary>An answer closes the circuit whenever it was asked for.</summary>
    /// <param name="subject">What was asked; equal for equal questions.</param>
    public void Succeeded(int subject)
    {
        lock (_lock)
        {
            if (_state == CircuitState.Closed) Record(subject, failed: false);
            else Close();
        }
    }

    /// <summary>What was asked before a break, and fails after it, is no news.</summary>
    public void Failed(int subject, int period)
    {
        lock (_lock)
        {
            if (period != _period) return;
            if (_state == CircuitState.HalfOpen)
            {
                Open(_break * 2 < LongestBreak ? _break * 2 : LongestBreak);
                return;
            }

            Record(subject, failed: true);
            if (_outcomes.Count >= MinimumSubjects && _failing >= _outcomes.Count * FailureRatio) Open(FirstBreak);
        }
    }

    /// <summary>The request ended in a way that says nothing of the upstream.</summary>
    public void Abandoned(int period)
    {
        lock (_lock)
        {
            if (period == _period && _probes > 0) _probes--;
        }
    }

    private void Open(TimeSpan length)
    {
        _break = length;
        _openUntil = Now + length;
        Reset(CircuitState.Open);
        Opened?.Invoke(length);
    }

    private void Close()
    {
        Reset(CircuitState.Closed);
        Closed?.Invoke();
    }

    private void Reset(CircuitState state)
    {
        _state = state;
        _period++;
        _probes = 0;
        _failing = 0;
        _outcomes.Clear();
        _byAge.Clear();
    }

    /// <summary>Of a question only the last outcome counts.</summary>
    private void Record(int subject, bool failed)
    {
        Forget();
        if (_outcomes.TryGetValue(subject, out var earlier) && earlier.Failed) _failing--;
        if (failed) _failing++;
        var outcome = new Outcome(subject, failed, Now);
        _outcomes[subject] = outcome;
        _byAge.Enqueue(outcome);
    }

    private void Forget()
    {
        while (_byAge.TryPeek(out var oldest) && (Now - oldest.At > Window || _byAge.Count >= MaxOutcomes))
        {
            _byAge.Dequeue();
            if (!ReferenceEquals(_outcomes.GetValueOrDefault(oldest.Subject), oldest)) continue;
            _outcomes.Remove(oldest.Subject);
            if (oldest.Failed) _failing--;
        }
    }

    private sealed record Outcome(int Subject, bool Failed, TimeSpan At);
}
