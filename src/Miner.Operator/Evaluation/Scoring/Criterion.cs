namespace Miner.Operator.Evaluation.Scoring;

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

public static class Criteria
{
    /// <summary>The name as people read it: <c>Instruction following</c>.</summary>
    public static string Title(this Criterion criterion) =>
        criterion == Criterion.InstructionFollowing ? "Instruction following" : criterion.ToString();
}
