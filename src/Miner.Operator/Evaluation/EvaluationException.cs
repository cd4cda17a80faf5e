using Miner.Operator.Evaluation.Report;

namespace Miner.Operator.Evaluation;

/// <summary>An evaluation was measured, but its report could not be written.</summary>
public sealed class EvaluationException(OperatorException cause, EvaluationReport measured) : OperatorException(cause.Message, cause)
{
    public EvaluationReport Measured => measured;
}
