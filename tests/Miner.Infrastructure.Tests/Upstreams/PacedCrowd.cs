using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>
/// Callers who each ask again as soon as they have an answer, in front of an upstream that allows so many requests a second: event by
/// event, without waiting for any of it. A call has three attempts and 57 s.
/// </summary>
internal sealed class PacedCrowd(RateLimit limit, bool tellsWhen)
{
    private const int Attempts = 3;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(57);
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(0.05);
    private static readonly TimeSpan ThinkTime = TimeSpan.FromSeconds(1);

    private readonly RequestPace _pace = new();
    private readonly PriorityQueue<Action, (TimeSpan At, int Order)> _events = new();
    private readonly SortedSet<Call> _waiting = new(Comparer<Call>.Create((one, other) =>
        (one.Started, one.Order).CompareTo((other.Started, other.Order))));

    private TimeSpan _now;
    private TimeSpan? _alarm;
    private int _order;

    /// <summary>Requests that went out.</summary>
    public int Sent { get; private set; }

    /// <summary>When an answer came, for each.</summary>
    public List<TimeSpan> Answers { get; } = [];

    /// <summary>Calls that were refused three times.</summary>
    public int Failed { get; private set; }

    /// <summary>Calls that were sent away because their turn would have come too late.</summary>
    public int SentAway { get; private set; }

    /// <summary>Calls that were sent away after they had waited.</summary>
    public int InVain { get; private set; }

    public TimeSpan Longest { get; private set; }

    public double CallsPerAnswer => Sent / (double)Answers.Count;

    public void Run(int callers, TimeSpan length)
    {
        for (var i = 0; i < callers; i++) Enter(New());
        while (_events.TryDequeue(out var happen, out var due) && due.At < length)
        {
            _now = due.At;
            happen();
        }
    }

    private Call New() => new(_now, 1, _order++);

    private void Enter(Call call)
    {
        var ahead = call.Attempt == 1 ? _waiting.Count : _waiting.GetViewBetween(new Call(TimeSpan.Zero, 1, -1), call).Count;
        if (_pace.Wait(_now, ahead) >= call.Started + Deadline - _now)
        {
            SentAway++;
            if (call.Attempt > 1) InVain++;
            At(_now + ThinkTime, () => Enter(New()));
            return;
        }

        _waiting.Add(call);
        Admit();
    }

    private void Admit()
    {
        while (_waiting.Min is { } call)
        {
            var wait = _pace.Wait(_now, ahead: 0);
            if (wait > TimeSpan.Zero)
            {
                if (_alarm is { } set && set <= _now + wait && set > _now) return;
                _alarm = _now + wait;
                At(_now + wait, Admit);
                return;
            }

            _waiting.Remove(call);
            _pace.Sent(_now);
            Sent++;
            var refusal = limit.Take(_now);
            At(_now + (refusal is null ? AnswerTime : RefusalTime), () => End(call, refusal));
        }
    }

    private void End(Call call, TimeSpan? refusal)
    {
        if (refusal is null)
        {
            _pace.Answered(_now);
            Answers.Add(_now);
            if (_now - call.Started > Longest) Longest = _now - call.Started;
            Enter(New());
        }
        else
        {
            _pace.Refused(_now, tellsWhen ? TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling(refusal.Value.TotalSeconds))) : null);
            if (call.Attempt == Attempts)
            {
                Failed++;
                At(_now + ThinkTime, () => Enter(New()));
            }
            else
            {
                Enter(call with { Attempt = call.Attempt + 1 });
            }
        }

        Admit();
    }

    private void At(TimeSpan due, Action happen) => _events.Enqueue(happen, (due, _order++));

    private sealed record Call(TimeSpan Started, int Attempt, int Order);
}
