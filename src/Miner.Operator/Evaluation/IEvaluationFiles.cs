using Miner.Operator.Evaluation.Problems;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Evaluation;

/// <summary>What an evaluation reads and writes. All paths are the operator's own.</summary>
public interface IEvaluationFiles
{
    /// <summary>Problems from JSON Lines with <c>question</c>, <c>answer</c> and, if wanted, <c>category</c>.</summary>
    /// <exception cref="EvaluationException">The file cannot be read; the message names the line.</exception>
    IReadOnlyList<Problem> ReadProblems(string path);

    /// <summary>The other miners of the subnet, from CSV with <c>name</c>, <c>raw_score</c> and <c>edges_per_minute</c>.</summary>
    /// <exception cref="EvaluationException">The file cannot be read; the message names the line.</exception>
    IReadOnlyList<FieldMiner> ReadField(string path);

    /// <summary>Whether a report can be written at <paramref name="path"/>, so that nothing is measured in vain.</summary>
    /// <exception cref="EvaluationException">It cannot.</exception>
    void CheckReport(string path);

    /// <summary>Writes the report as HTML at <paramref name="path"/> and as JSON beside it; what stood there is replaced.</summary>
    /// <exception cref="EvaluationException">They cannot be written.</exception>
    Task WriteReportAsync(EvaluationReport report, string path, CancellationToken cancellationToken);
}
