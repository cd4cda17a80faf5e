using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Llm;

/// <summary>One completion on its way through the chain of upstreams. Disposing of it abandons the calls that have not ended.</summary>
internal sealed class ChainedCall(
    IReadOnlyList<UpstreamModel> models,
    ChatRequest request,
    UpstreamDeadlines deadlines,
    TimeProvider time,
    CancellationToken callerToken) : IDisposable
{
    /// <summary>How many times the median a call may take before it is taken for one of the slow ones.</summary>
    private const double SlowMultiple = 3;

    private static readonly TimeSpan ShortestPatience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _giveUp = CancellationTokenSource.CreateLinkedTokenSource(callerToken);
    private readonly long _started = time.GetTimestamp();
    private readonly List<Running> _running = [];
    private readonly List<(UpstreamModel Model, UpstreamException Failure)> _failures = [];
    private readonly List<Unwaited> _unwaited = [];
    private readonly int _subject = request.Subject ?? Subject(request.Messages);
    private ChatCompletion? _blank;
    private int _next;
    private int _silences;
    private bool _isDoubled;
    private bool _mayHedge;

    /// <summary>What second calls are taken from that are made before silence; null makes none.</summary>
    public HedgeBudget? Hedges { get; init; }

    public bool FallsBackOnContentFilter { get; init; }

    private TimeSpan Elapsed => time.GetElapsedTime(_started);

    private bool HasNext => _next < models.Count;

    /// <exception cref="UpstreamException">No upstream answered.</exception>
    /// <exception cref="ChatModelException">The model refused, or said nothing.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ChatCompletion> CompleteAsync()
    {
        Hedges?.Earn();
        _mayHedge = Hedges is not null;
        // The watch starts before the call: a clock that jumps while the request goes out is not missed.
        var check = NextCheckAsync();
        AskNext();
        while (true)
        {
            var ended = await (_running is [var only]
                ? Task.WhenAny(only.Completion, check)
                : Task.WhenAny([.. _running.Select(running => (Task)running.Completion), check]));
            callerToken.ThrowIfCancellationRequested();
            if (ended == check)
            {
                var isSilence = Elapsed >= SilenceAt;
                if (isSilence) _silences++;
                else _mayHedge = false;
                check = NextCheckAsync();
                AskBeside(isSilence);
                continue;
            }

            var call = _running.First(running => running.Completion == ended);
            _running.Remove(call);
            if (await AnswerAsync(call) is { } answer) return answer;
            if (HasNext && (_blank is not null || _failures.Any(failed => IsWorthFallingBack(failed.Failure))))
            {
                models[_next].Health.Count(UpstreamEvent.FellBack);
                AskNext();
            }
            else if (_running.Count == 0 && !AskAgain())
            {
                return _blank ?? throw MostHopeful();
            }
        }
    }

    public void Dispose()
    {
        _giveUp.Cancel();
        _giveUp.Dispose();
    }

    /// <summary>Null where it failed, or said nothing while somebody else may say more.</summary>
    private async Task<ChatCompletion?> AnswerAsync(Running call)
    {
        try
        {
            var completion = await call.Completion;
            var answer = completion with { Usage = completion.Usage with { Elapsed = Elapsed } };
            if (IsBlank(answer) && (HasNext || _running.Count > 0))
            {
                _blank = answer;
                return null;
            }

            foreach (var other in _running.Where(other => other.Model == call.Model)) other.Call.IsMoot = true;
            return answer;
        }
        catch (UpstreamException failure)
        {
            _failures.Add((call.Model, failure));
            if (call.Call.HasAlternative && failure.WasAsked && failure.RetryAfter is { } wait)
                _unwaited.Add(new Unwaited(call.Model, Elapsed + wait));
            return null;
        }
    }

    private void AskNext() => Ask(models[_next++], hasAlternative: HasNext);

    private void Ask(UpstreamModel model, bool hasAlternative)
    {
        var call = new UpstreamCall(time, deadlines.Total - Elapsed, _giveUp.Token)
        {
            Subject = _subject,
            HasAlternative = hasAlternative,
            HasReserve = request.HasReserve,
        };
        _running.Add(new Running(model, call, model.CompleteAsync(request, call)));
    }

    /// <summary>
    /// Once all have failed, goes back to the one that may be asked again soonest, which was not waited for because another might have
    /// answered.
    /// </summary>
    /// <returns>False where there is none, or not in time.</returns>
    private bool AskAgain()
    {
        var soonest = _unwaited.MinBy(unwaited => unwaited.At);
        _unwaited.Clear();
        if (soonest is null || soonest.At >= deadlines.Total) return false;
        Ask(soonest.Model, hasAlternative: false);
        return true;
    }

    /// <summary>
    /// Makes a second call beside one that is slow or silent: to the next upstream, or to the same where there is none, it is not to blame
    /// for the wait, and nobody else waits for the connection.
    /// </summary>
    private void AskBeside(bool isSilence)
    {
        var slow = _running[^1];
        var isDouble = !HasNext;
        var asked = isDouble ? slow.Model : models[_next];
        if (isDouble && (_isDoubled || !slow.Call.IsOut || !IsHealthy(asked) || asked.Health.Gate.IsFull)) return;
        if (!isSilence && !(HasRoom(slow.Model) && HasRoom(asked) && Hedges?.TrySpend() == true)) return;

        asked.Health.Count(UpstreamEvent.Hedged);
        if (isDouble)
        {
            _isDoubled = true;
            Ask(asked, hasAlternative: false);
        }
        else
        {
            AskNext();
        }
    }

    private TimeSpan SilenceAt => deadlines.Silence * (_silences + 1);

    /// <summary>Ends when a call that still runs is slow or silent; never where nothing would be done about it.</summary>
    private Task NextCheckAsync()
    {
        var at = SilenceAt < deadlines.Total ? SilenceAt : (TimeSpan?)null;
        if (_mayHedge && models[0].Health.Times.Median * SlowMultiple is { } slow)
        {
            if (slow < ShortestPatience) slow = ShortestPatience;
            if (at is null || slow < at) at = slow;
        }

        var wait = at - Elapsed;
        var pause = wait is null ? Timeout.InfiniteTimeSpan : wait > TimeSpan.Zero ? wait.Value : TimeSpan.Zero;
        return Task.Delay(pause, time, _giveUp.Token);
    }

    private bool IsWorthFallingBack(UpstreamException failure) => failure.Scope switch
    {
        FailureScope.Upstream => true,
        FailureScope.ContentFilter => FallsBackOnContentFilter,
        _ => false,
    };

    /// <summary>
    /// A caller who may try again is told so, by when the first of the overloaded upstreams may be back; else that the time ran out, where
    /// it did; else what the first of the chain did.
    /// </summary>
    private UpstreamException MostHopeful()
    {
        var failures = models
            .SelectMany(model => _failures.Where(failed => failed.Model == model))
            .Select(failed => failed.Failure)
            .ToList();
        return failures.Where(failure => failure.Failure == UpstreamFailure.Overloaded).MinBy(failure => failure.RetryAfter)
            ?? failures.Find(failure => failure.Failure == UpstreamFailure.TimedOut)
            ?? failures[0];
    }

    private static bool IsBlank(ChatCompletion completion) =>
        completion.Choices.All(choice =>
            string.IsNullOrWhiteSpace(choice.Text) && choice.End != ChoiceEnd.AtTokenLimit && choice.ToolCalls.Count == 0);

    private static bool IsHealthy(UpstreamModel model) =>
        model.Health.Circuit.State == CircuitState.Closed && !model.Health.Gate.IsPaced;

    private static bool HasRoom(UpstreamModel model) => IsHealthy(model) && !model.HasLimitedKey;

    private static int Subject(IReadOnlyList<ChatMessage> messages)
    {
        var subject = new HashCode();
        foreach (var message in messages) subject.Add(message.Content);
        return subject.ToHashCode();
    }

    /// <param name="At">When it may be asked again, from the start of the completion on.</param>
    private sealed record Unwaited(UpstreamModel Model, TimeSpan At);

    private sealed record Running(UpstreamModel Model, UpstreamCall Call, Task<ChatCompletion> Completion);
}
