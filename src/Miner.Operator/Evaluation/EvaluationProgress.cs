namespace Miner.Operator.Evaluation;

public enum EvaluationPhase
{
    Asking,
    Judging,
}

/// <summary>How far an evaluation is.</summary>
/// <param name="Done">Of the phase.</param>
/// <param name="RawScore">So far, 0 to 100; only what was judged.</param>
/// <param name="WaitingFor">The miner's limit that is waited out now, or null.</param>
public sealed record EvaluationProgress(EvaluationPhase Phase, int Done, int Total, double RawScore, TimeSpan? WaitingFor);
