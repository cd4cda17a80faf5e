using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>An answer as it came, not yet judged but for its accuracy.</summary>
internal sealed record ReceivedAnswer(
    int Index, Problem Problem, string? Text, string? Failure, AnswerGrade Grade, TimeSpan Latency, TimeSpan FinishedAt)
{
    /// <summary>The model that gave it; null where none is named.</summary>
    public string? Model { get; init; }

    /// <inheritdoc cref="MinerReply.Answered.Tokens"/>
    public long? Tokens { get; init; }

    /// <inheritdoc cref="MinerReply.Answered.Samples"/>
    public int? Samples { get; init; }

    /// <inheritdoc cref="MinerReply.Answered.Cost"/>
    public double? Cost { get; init; }

    /// <inheritdoc cref="MinerReply.Answered.IsCut"/>
    public bool IsCut { get; init; }

    /// <inheritdoc cref="MinerReply.TraceId"/>
    public string? TraceId { get; init; }

    public required ScoreCard Card { get; init; }
}

/// <summary>Asks all problems, several at once, and waits out the miner's limit.</summary>
internal sealed class QuestionRound(
    IMinerUnderTest miner, TimeProvider time, IProgress<EvaluationProgress> progress, ScoringOptions scoring)
{
    /// <summary>A miner that wants to wait longer, or that often for one question, has failed it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);
    private const int MostWaits = 30;

    private readonly Lock _lock = new();
    private readonly List<ReceivedAnswer> _answers = [];
    private readonly RollingScore _score = new();
    private readonly long _start = time.GetTimestamp();
    private int _limited;
    private TimeSpan _waited;

    /// <summary>In the order in which they came in.</summary>
    public IReadOnlyList<ReceivedAnswer> Answers => _answers;

    /// <summary>Since the round was made until it ended.</summary>
    public TimeSpan Elapsed { get; private set; }

    public int Limited => _limited;

    public TimeSpan Waited => _waited;

    /// <summary>
    /// Ends early, without an exception, when <paramref name="cancellationToken"/> is cancelled; what is under way is given up.
    /// </summary>
    public async Task AskAsync(IReadOnlyList<Problem> problems, int concurrency, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(problems.Index(), options, async (item, token) =>
                Take(await AskAsync(item.Index, item.Item, problems.Count, token), problems.Count));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was measured is still worth a report.
        }

        Elapsed = time.GetElapsedTime(_start);
    }

    private async Task<ReceivedAnswer> AskAsync(int index, Problem problem, int total, CancellationToken cancellationToken)
    {
        for (var waits = 0; ; waits++)
        {
            var asked = time.GetTimestamp();
            var reply = await miner.AskAsync(problem.Question, cancellationToken);
            var latency = time.GetElapsedTime(asked);
            switch (reply)
            {
                case MinerReply.Answered when latency > ScoreCard.Deadline:
                    return Failed(
                        index, problem, $"late: {latency.TotalSeconds:F0} s", WrongAnswerCause.TimedOut, latency, reply);
                case MinerReply.Answered(var text, var model) answered:
                    var grade = AnswerGrade.Of(problem, text, answered.IsCut);
                    return new ReceivedAnswer(index, problem, text, Failure: null, grade, latency, time.GetElapsedTime(_start))
                    {
                        Model = model,
                        Tokens = answered.Tokens,
                        Samples = answered.Samples,
                        Cost = answered.Cost,
                        IsCut = answered.IsCut,
                        TraceId = reply.TraceId,
                        Card = ScoreCard.Of(new Dictionary<Criterion, double> { [Criterion.Accuracy] = grade.Accuracy }, scoring),
                    };
                case MinerReply.Limited(var pause) when pause <= LongestWait && waits < MostWaits:
                    await WaitAsync(pause, total, cancellationToken);
                    continue;
                case MinerReply.Limited(var pause):
                    var limit = $"over the limit (429) for too long, again in {pause.TotalSeconds:F0} s";
                    return Failed(index, problem, limit, WrongAnswerCause.Refused, latency, reply);
                case MinerReply.Failed(var reason, var cause):
                    return Failed(index, problem, reason, cause, latency, reply);
                default:
                    throw new InvalidOperationException($"{reply.GetType()} is no known reply.");
            }
        }
    }

    private ReceivedAnswer Failed(
        int index, Problem problem, string reason, WrongAnswerCause cause, TimeSpan latency, MinerReply reply)
    {
        var grade = new AnswerGrade(false, null) { Cause = cause };
        return new ReceivedAnswer(index, problem, Text: null, reason, grade, latency, time.GetElapsedTime(_start))
        {
            TraceId = reply.TraceId,
            Card = ScoreCard.Failed,
        };
    }

    private async Task WaitAsync(TimeSpan pause, int total, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _limited++;
            progress.Report(new EvaluationProgress(EvaluationPhase.Asking, _answers.Count, total, _score.Raw, pause));
        }

        var began = time.GetTimestamp();
        try
        {
            await Task.Delay(pause, time, cancellationToken);
        }
        finally
        {
            // Less than the pause where the evaluation was ended meanwhile.
            lock (_lock) _waited += time.GetElapsedTime(began);
        }
    }

    private void Take(ReceivedAnswer answer, int total)
    {
        lock (_lock)
        {
            _answers.Add(answer);
            _score.Add(answer.Card.Total);
            progress.Report(new EvaluationProgress(EvaluationPhase.Asking, _answers.Count, total, _score.Raw, WaitingFor: null));
        }
    }
}
