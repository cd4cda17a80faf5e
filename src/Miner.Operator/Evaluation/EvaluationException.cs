
namespace Miner.Operator.Evaluation;

/// <summary>
/// An evaluation cannot go on: a file cannot be used, or the miner cannot be reached or refuses the key. The message is for the operator.
/// </summary>
public sealed class EvaluationException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What was measured, where only writing it down failed; else null.</summary>
    public EvaluationReport? Measured { get; init; }
}
