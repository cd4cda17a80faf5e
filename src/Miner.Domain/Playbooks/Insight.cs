namespace Miner.Domain.Playbooks;

/// <summary>What kind of thing a playbook entry says of the user.</summary>
public enum InsightType
{
    Preference,
    Instruction,
    Fact,
    Correction,
    Context,
    Constraint,
}

/// <summary>What an insight wants done to the entry under its key.</summary>
public enum InsightOperation
{
    Insert,
    Update,
    Delete,
}

/// <summary>One change to the playbook that the model read out of the user's feedback.</summary>
/// <param name="Key">Names the entry, 1 to <see cref="MaxKey"/> code points, not blank.</param>
/// <param name="Value">What is to be remembered; may be empty only for a delete.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Tags">At most <see cref="MaxTags"/>.</param>
public sealed record Insight(
    InsightType Type, string Key, string Value, InsightOperation Operation, double Confidence, IReadOnlyList<string> Tags)
{
    public const int MaxKey = 200;
    public const int MaxTags = 20;
    public const double DefaultConfidence = 0.8;
}
