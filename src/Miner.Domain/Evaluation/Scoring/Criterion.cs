namespace Miner.Domain.Evaluation.Scoring;

/// <summary>What the subnet's judge looks at in an answer.</summary>
public enum Criterion
{
    Accuracy,
    Relevance,
    Completeness,
    Clarity,
    InstructionFollowing,
    Format,
    Safety,
}
