using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>Has all answers judged, several at once. It comes after the asking, so that no judge's time counts as the miner's.</summary>
internal sealed class JudgingRound(AnswerJudge judge, IProgress<EvaluationProgress> progress, ScoringOptions scoring)
{
    private readonly Lock _lock = new();

    /// <summary>Whether it was cancelled before all answers were judged.</summary>
    public bool EndedEarly { get; private set; }

    /// <summary>
    /// The answers with complete cards, in the same order. An answer that the judge has no verdict on keeps the card it had, and so do
    /// those that were left when <paramref name="cancellationToken"/> was cancelled.
    /// </summary>
    public async Task<IReadOnlyList<ReceivedAnswer>> JudgeAsync(
        IReadOnlyList<ReceivedAnswer> answers,
        int concurrency,
        CancellationToken cancellationToken)
    {
        var judged = answers.ToArray();
        var open = judged.Index().Where(item => item.Item.Text is not null).ToList();
        var (done, score) = (0, new RollingScore());
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(open, options, async (item, token) =>
            {
                var (index, answer) = item;
                var points = await judge.JudgeAsync(answer.Problem, answer.Text!, token);
                lock (_lock)
                {
                    if (points is not null) judged[index] = answer with { Card = Complete(answer, points) };
                    score.Add(judged[index].Card.Total);
                    progress.Report(new EvaluationProgress(EvaluationPhase.Judging, ++done, open.Count, score.Raw, WaitingFor: null));
                }
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was judged is still worth a report.
            EndedEarly = true;
        }

        return judged;
    }

    private ScoreCard Complete(ReceivedAnswer answer, IReadOnlyDictionary<Criterion, double> points) =>
        ScoreCard.Of(points.Append(KeyValuePair.Create(Criterion.Accuracy, answer.Grade.Accuracy)).ToDictionary(), scoring);
}
