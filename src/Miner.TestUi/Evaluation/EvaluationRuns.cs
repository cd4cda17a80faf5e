using Miner.Operator;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Report;
using Miner.TestUi.Calls;

namespace Miner.TestUi.Evaluation;

/// <summary>
/// The evaluations of this process, one of which may be running: it goes on whether or not somebody looks. They end with the process.
/// </summary>
internal sealed partial class EvaluationRuns : IAsyncDisposable
{
    public const int MostQuestions = 1_000;

    /// <summary>The oldest give way, one that is running last.</summary>
    public const int MostRuns = 20;

    /// <summary>Of the texts of all runs, in UTF-16 units; the newest is kept whatever it holds.</summary>
    private const long MostText = 32 * 1024 * 1024;

    /// <summary>What an answer takes beside its texts, its points above all, as if it were text.</summary>
    private const long OfAnObject = 256;

    /// <summary>As many as the verb asks at once.</summary>
    private const int Concurrency = 4;

    private readonly MinerConnection _miner;
    private readonly TimeProvider _time;
    private readonly ILogger<EvaluationRuns> _logger;
    private readonly CancellationTokenRegistration _whenStopping;
    private readonly Lock _lock = new();
    private readonly List<EvaluationRun> _runs = [];
    private CancellationTokenSource? _end;
    private Task _work = Task.CompletedTask;
    private int _last;

    public EvaluationRuns(
        MinerConnection miner, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<EvaluationRuns> logger)
    {
        (_miner, _time, _logger) = (miner, time, logger);
        _whenStopping = lifetime.ApplicationStopping.Register(Cancel);
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<EvaluationRun> All
    {
        get
        {
            lock (_lock) return [.. Enumerable.Reverse(_runs)];
        }
    }

    /// <summary>Completes when the one that was started last has ended.</summary>
    public Task WhenEnded
    {
        get
        {
            lock (_lock) return _work;
        }
    }

    public EvaluationRun? Find(int number)
    {
        lock (_lock) return _runs.Find(run => run.Number == number);
    }

    /// <summary>Begins to ask the miner generated questions.</summary>
    /// <returns>Null where another one is running.</returns>
    public EvaluationRun? Start(EvaluationForm form)
    {
        lock (_lock)
        {
            if (_runs.Exists(run => run.IsRunning)) return null;
            // The one before is left as it is: somebody may be cancelling it, and it holds nothing.
            _end = new CancellationTokenSource();
            var name = $"{form.Count} {(form.Count == 1 ? "question" : "questions")}, seed {form.Seed}";
            var run = Add(new EvaluationRun(++_last, name, _time.GetUtcNow(), form.Count));
            _work = MeasureAsync(run, form, _end.Token);
            return run;
        }
    }

    /// <summary>Ends the one that is running; what it has measured stays.</summary>
    public void Cancel()
    {
        CancellationTokenSource? end;
        lock (_lock) end = _end;
        // Not within the lock: what ends by it tells its progress, which takes the lock.
        end?.Cancel();
    }

    /// <summary>Takes in a report that was measured elsewhere.</summary>
    public EvaluationRun Open(string name, EvaluationReport report)
    {
        lock (_lock)
            return Add(new EvaluationRun(++_last, name, report.Setup.StartedAt, report.Answers.Count)
            {
                Report = report,
                IsOpened = true,
            });
    }

    /// <summary>Forgets one that is not running.</summary>
    public void Remove(int number)
    {
        lock (_lock) _runs.RemoveAll(run => run.Number == number && !run.IsRunning);
    }

    public async ValueTask DisposeAsync()
    {
        await _whenStopping.DisposeAsync();
        Cancel();
        await WhenEnded;
        _end?.Dispose();
    }

    private EvaluationRun Add(EvaluationRun run)
    {
        _runs.Add(run);
        Trim();
        return run;
    }

    private void Trim()
    {
        while (_runs.Count > 1 && (_runs.Count > MostRuns || _runs.Sum(TextOf) > MostText))
            _runs.RemoveAt(_runs[0].IsRunning ? 1 : 0);
    }

    private static long TextOf(EvaluationRun run) => run.Name.Length + (run.Report is { } report
        ? Length(report.Setup.Miner, report.Setup.Model, report.Setup.Problems, report.Setup.Judge)
            + report.Summary.Models.Sum(model => OfAnObject + Length(model.Model))
            + report.Categories.Sum(category => OfAnObject + Length(category.Category))
            + report.Answers.Sum(answer => OfAnObject + Length(
                answer.Category, answer.Question, answer.Expected, answer.Given, answer.Failure, answer.Model, answer.Reply,
                answer.TraceId))
        : 0);

    private static long Length(params ReadOnlySpan<string?> texts)
    {
        var length = 0L;
        foreach (var text in texts) length += text?.Length ?? 0;
        return length;
    }

    private async Task MeasureAsync(EvaluationRun run, EvaluationForm form, CancellationToken cancellationToken)
    {
        // Whoever started it gets its page at once.
        await Task.Yield();
        try
        {
            var report = await _miner.CreateEvaluator()
                .MeasureAsync(
                    _miner.Address, form.Count, form.Seed, Concurrency, form.Field, new Watch(this, run.Number), cancellationToken);
            Change(run.Number, state => state with { Report = report });
        }
        catch (OperatorException exception)
        {
            Change(run.Number, state => state with { Fault = exception.Message });
        }
        catch (OperationCanceledException)
        {
            Change(run.Number, state => state with { Fault = "It was cancelled before the first answer." });
        }
        catch (Exception exception)
        {
            // Else it would be said to run forever.
            Change(run.Number, state => state with { Fault = "The page made a mistake; its operator finds it in the miner's log." });
            LogBug(exception.GetType().FullName ?? "unknown", exception.StackTrace ?? "no stack");
        }
    }

    private void Change(int number, Func<EvaluationRun, EvaluationRun> change)
    {
        lock (_lock)
        {
            var index = _runs.FindIndex(run => run.Number == number);
            if (index < 0) return;
            _runs[index] = change(_runs[index]);
            Trim();
        }
    }

    [LoggerMessage(EventId = 4113, Level = LogLevel.Error, Message = "An evaluation failed: unexpected {ExceptionType} at {StackTrace}")]
    private partial void LogBug(string exceptionType, string stackTrace);

    private sealed class Watch(EvaluationRuns runs, int number) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => runs.Change(number, run => run with { Progress = value });
    }
}
