using System.Text.Json.Serialization;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>
/// The constants of the subnet's scoring. They have changed before, and a report is compared only with one that was made with the same.
/// </summary>
public sealed record ScoringOptions
{
    public const double MaxExponent = 100;

    /// <summary>What the subnet is known to use.</summary>
    public static ScoringOptions Default { get; } = new();

    /// <summary>What raw scores are raised to: 1 leaves them as they are, up to <see cref="MaxExponent"/>.</summary>
    /// <exception cref="OperatorException">It is outside this range.</exception>
    public double Exponent
    {
        get;
        init => field = value is >= 1 and <= MaxExponent
            ? value
            : throw new OperatorException($"The exponent must be a number from 1 to {MaxExponent}.");
    } = 5;

    /// <summary>How much of a miner's weight is its throughput, 0 to 1; the rest is its performance.</summary>
    /// <exception cref="OperatorException">It is outside this range.</exception>
    public double ThroughputWeight
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new OperatorException("The throughput's weight must be a number from 0 to 1.");
    } = 0.5;

    /// <summary>The share of each criterion in an answer's total, from 0; together 1.</summary>
    /// <exception cref="OperatorException">A share is below 0, or they sum to something else.</exception>
    public IReadOnlyDictionary<Criterion, double> CriterionWeights
    {
        get;
        init => field = Criteria.Weights(value);
    } = Criteria.SubnetWeights;

    /// <summary>Whether these are the constants that the subnet is known to use.</summary>
    [JsonIgnore]
    public bool IsDefault => ToString() == Default.ToString();

    /// <summary>All of them in a line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"exponent {Exponent}, throughput {ThroughputWeight}, {Criteria.Write(CriterionWeights)}");
}
