using MediatR;
using Miner.Application.Ports;
using Miner.Operator.Evaluation.Problems;

namespace Miner.Operator.Evaluation;

/// <summary>Asks a running miner problems with known answers, scores it as the subnet does and writes a report.</summary>
/// <param name="Miner">The miner's address, for the report.</param>
/// <param name="ProblemsFile">JSON Lines, or null for generated problems.</param>
/// <param name="Count">How many problems to generate, 1 to 100,000.</param>
/// <param name="Seed">What to generate them from.</param>
/// <param name="Concurrency">How many questions to ask at once, 1 to 64.</param>
/// <param name="UseJudge">Whether the configured language model judges the six criteria beside accuracy.</param>
/// <param name="FieldFile">CSV with the other miners, or null for no prediction.</param>
/// <param name="ReportFile">Where the HTML goes; the JSON stands beside it.</param>
/// <param name="Progress">Told of every answer and every wait.</param>
public sealed record EvaluateCommand(
    Uri Miner,
    string? ProblemsFile,
    int Count,
    ulong Seed,
    int Concurrency,
    bool UseJudge,
    string? FieldFile,
    string ReportFile,
    IProgress<EvaluationProgress> Progress) : IRequest<EvaluationReport>;

internal sealed class EvaluateHandler(IMinerUnderTest miner, IEvaluationFiles files, IChatModel judge, TimeProvider time)
    : IRequestHandler<EvaluateCommand, EvaluationReport>
{
    /// <summary>When <paramref name="cancellationToken"/> is cancelled on the way, what was measured is reported all the same.</summary>
    /// <exception cref="EvaluationException">A file cannot be used, or the miner cannot be reached or refuses the key.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before the first answer.</exception>
    public async Task<EvaluationReport> Handle(EvaluateCommand command, CancellationToken cancellationToken)
    {
        var problems = command.ProblemsFile is { } file ? files.ReadProblems(file) : ProblemGenerator.Generate(command.Count, command.Seed);
        var field = command.FieldFile is { } path ? files.ReadField(path) : null;
        files.CheckReport(command.ReportFile);
        var model = await miner.CheckAsync(cancellationToken);
        var setup = new EvaluationSetup(
            command.Miner.ToString(),
            model,
            command.ProblemsFile ?? $"generated, seed {command.Seed}",
            command.UseJudge ? $"{judge.Description.Provider} {judge.Description.Model}" : null,
            time.GetUtcNow(),
            problems.Count);

        var round = new QuestionRound(miner, time, command.Progress);
        await round.AskAsync(problems, command.Concurrency, cancellationToken);
        if (round.Answers.Count == 0) cancellationToken.ThrowIfCancellationRequested();

        var judging = new JudgingRound(new AnswerJudge(judge, time), command.Progress);
        var answers = command.UseJudge ? await judging.JudgeAsync(round.Answers, command.Concurrency, cancellationToken) : round.Answers;
        var isComplete = answers.Count == problems.Count && !judging.EndedEarly;
        var report = ReportBuilder.Build(setup, round, answers, isComplete, field);
        try
        {
            await files.WriteReportAsync(report, command.ReportFile, CancellationToken.None);
        }
        catch (EvaluationException exception)
        {
            throw new EvaluationException(exception.Message, exception) { Measured = report };
        }

        return report;
    }
}
