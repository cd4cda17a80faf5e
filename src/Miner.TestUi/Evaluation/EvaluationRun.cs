using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Report;

namespace Miner.TestUi.Evaluation;

/// <summary>An evaluation that was started on the page, or the report of one that somebody opened there, as it is at a moment.</summary>
/// <param name="Number">From 1, in the order in which they came.</param>
/// <param name="Name">What was asked, or the file's name.</param>
/// <param name="Count">How many questions there are.</param>
public sealed record EvaluationRun(int Number, string Name, DateTimeOffset StartedAt, int Count)
{
    /// <summary>Null before the first answer, and of a report that was opened.</summary>
    public EvaluationProgress? Progress { get; init; }

    /// <summary>Null while it runs, and where nothing was measured.</summary>
    public EvaluationReport? Report { get; init; }

    /// <summary>Why nothing was measured; null otherwise.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether it was measured elsewhere.</summary>
    public bool IsOpened { get; init; }

    public bool IsRunning => Report is null && Fault is null;
}
