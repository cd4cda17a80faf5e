using Miner.Application.Ports;
using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Report;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>What to ask which miner, and where the report goes.</summary>
/// <param name="Miner">The miner's address, for the report.</param>
/// <param name="ProblemsFile">JSON Lines, or null for generated problems.</param>
/// <param name="Count">How many problems to generate, 1 to 100,000.</param>
/// <param name="Seed">What to generate them from.</param>
/// <param name="Concurrency">How many questions to ask at once, 1 to 64.</param>
/// <param name="FieldFile">CSV with the other miners, or null for no prediction.</param>
/// <param name="ReportFile">Where the HTML goes; the JSON stands beside it.</param>
public sealed record EvaluationOptions(
    Uri Miner,
    string? ProblemsFile,
    int Count,
    ulong Seed,
    int Concurrency,
    string? FieldFile,
    string ReportFile)
{
    /// <summary>The subnet's unless said otherwise.</summary>
    public ScoringOptions Scoring { get; init; } = ScoringOptions.Default;
}

/// <summary>Asks a running miner problems with known answers, scores it as the subnet does and writes a report.</summary>
public sealed class Evaluator
{
    private readonly IMinerUnderTest _miner;
    private readonly IChatModel? _judge;
    private readonly TimeProvider _time;

    /// <param name="judge">The model that judges the six criteria beside accuracy, or null for none.</param>
    internal Evaluator(IMinerUnderTest miner, IChatModel? judge, TimeProvider time)
    {
        _miner = miner;
        _judge = judge;
        _time = time;
    }

    /// <summary>An evaluator without a judge, over connections that somebody else has made, and disposes of.</summary>
    /// <param name="key">What the miner is asked with. A secret.</param>
    public static Evaluator WithoutJudge(Uri miner, string key, HttpMessageHandler connections, TimeProvider time) =>
        new(new MinerOverHttp(MinerOverHttp.Connect(miner, key, connections), time), judge: null, time);

    /// <summary>When <paramref name="cancellationToken"/> is cancelled on the way, what was measured is reported all the same.</summary>
    /// <param name="progress">Told of every answer and every wait.</param>
    /// <exception cref="OperatorException">A file cannot be used, or the miner cannot be reached or refuses the key.</exception>
    /// <exception cref="EvaluationException">The report cannot be written.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first answer.</exception>
    public async Task<EvaluationReport> EvaluateAsync(
        EvaluationOptions options, IProgress<EvaluationProgress> progress, CancellationToken cancellationToken)
    {
        var problems = options.ProblemsFile is { } file ? ProblemLines.Read(file) : ProblemGenerator.Generate(options.Count, options.Seed);
        var field = options.FieldFile is { } path ? FieldLines.Read(path) : null;
        ReportFiles.Check(options.ReportFile);
        var source = options.ProblemsFile ?? Generated(options.Seed);
        var report = await MeasureAsync(
            options.Miner, problems, source, options.Concurrency, field, options.Scoring, progress, cancellationToken);
        try
        {
            await ReportFiles.WriteAsync(report, options.ReportFile, CancellationToken.None);
        }
        catch (OperatorException exception)
        {
            throw new EvaluationException(exception, report);
        }

        return report;
    }

    /// <summary>As <see cref="EvaluateAsync"/>, with generated problems and without any file.</summary>
    /// <param name="miner">The miner's address, for the report.</param>
    /// <param name="count">How many problems to generate, 1 to 100,000.</param>
    /// <param name="concurrency">How many questions to ask at once, 1 to 64.</param>
    /// <param name="field">The other miners, or null for no prediction.</param>
    /// <exception cref="OperatorException">The miner cannot be reached or refuses the key.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first answer.</exception>
    public Task<EvaluationReport> MeasureAsync(
        Uri miner,
        int count,
        ulong seed,
        int concurrency,
        OtherMiners? field,
        IProgress<EvaluationProgress> progress,
        CancellationToken cancellationToken) => MeasureAsync(
            miner,
            ProblemGenerator.Generate(count, seed),
            Generated(seed),
            concurrency,
            field?.Miners,
            ScoringOptions.Default,
            progress,
            cancellationToken);

    private async Task<EvaluationReport> MeasureAsync(
        Uri miner,
        IReadOnlyList<Problem> problems,
        string source,
        int concurrency,
        IReadOnlyList<FieldMiner>? field,
        ScoringOptions scoring,
        IProgress<EvaluationProgress> progress,
        CancellationToken cancellationToken)
    {
        var model = await _miner.CheckAsync(cancellationToken);
        var setup = new EvaluationSetup(
            miner.ToString(),
            model.Describe(),
            source,
            _judge is null ? null : $"{_judge.Description.Provider} {_judge.Description.Model}",
            _time.GetUtcNow(),
            problems.Count)
        {
            Scoring = scoring,
        };

        var round = new QuestionRound(_miner, _time, progress, scoring);
        await round.AskAsync(problems, concurrency, cancellationToken);
        if (round.Answers.Count == 0) cancellationToken.ThrowIfCancellationRequested();

        var judging = _judge is null ? null : new JudgingRound(new AnswerJudge(_judge, _time), progress, scoring);
        var answers = judging is null ? round.Answers : await judging.JudgeAsync(round.Answers, concurrency, cancellationToken);
        var isComplete = answers.Count == problems.Count && judging is not { EndedEarly: true };
        return ReportBuilder.Build(setup, model, round, answers, isComplete, field);
    }

    private static string Generated(ulong seed) => $"generated, seed {seed}";
}
