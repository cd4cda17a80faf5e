namespace Miner.Operator.Evaluation.Scoring;

/// <summary>A miner among others.</summary>
/// <param name="RawScore">0 to 100.</param>
/// <param name="EdgesPerMinute">From 0.</param>
internal sealed record FieldMiner(string Name, double RawScore, double EdgesPerMinute);

/// <summary>What a miner is predicted to weigh.</summary>
/// <param name="Scaled">(raw / 100)^exponent × 100, 0 to 100.</param>
/// <param name="PerformanceShare">Its part of all scaled scores: a fraction, 0 to 1.</param>
/// <param name="ThroughputPercentage">Its edges per minute against the highest: a percentage, 0 to 100.</param>
/// <param name="Weight">Of each its part, on one scale, as a fraction, 0 to 1; not yet divided by the sum over all miners.</param>
/// <param name="Share">The weight as a part of all weights, 0 to 1: what is paid out goes by it.</param>
/// <param name="Rank">1 for the heaviest.</param>
public sealed record PredictedWeight(
    double Scaled,
    double PerformanceShare,
    double ThroughputPercentage,
    double Weight,
    double Share,
    int Rank);

/// <summary>All miners of the subnet, the one that is looked at among them.</summary>
/// <param name="others">Every miner but the one that is looked at.</param>
internal sealed class Field(IReadOnlyList<FieldMiner> others, ScoringOptions scoring)
{
    /// <summary>
    /// Weighs a miner against the field: weight = performance share and throughput, half of each by the subnet's constants.
    /// <para>
    /// The two come in different units: the performance share is a fraction of a sum (1 ÷ n among n equals), the throughput a
    /// percentage of the highest (100 for each of n equals). Both are brought to fractions before they are added, so that neither counts
    /// a hundredfold; that they are fractions of different things stays: the shares of all miners sum to 1, their throughputs do not.
    /// </para>
    /// </summary>
    public PredictedWeight Weigh(FieldMiner miner)
    {
        var all = others.Append(miner).ToList();
        var sum = all.Sum(Scale);
        var highest = all.Max(each => each.EdgesPerMinute);
        var weights = all.ConvertAll(each => Weight(each, sum, highest));

        var scaled = Scale(miner);
        var weight = weights[^1];
        var total = weights.Sum();
        return new PredictedWeight(
            scaled,
            PerformanceScore.Normalise(scaled, sum),
            EdgesPerMinute.Normalise(miner.EdgesPerMinute, highest),
            weight,
            total > 0 ? weight / total : 0,
            1 + weights.Count(other => other > weight));
    }

    private double Scale(FieldMiner miner) => PerformanceScore.Scale(miner.RawScore, scoring.Exponent);

    private double Weight(FieldMiner miner, double sumOfScaled, double highestRate)
    {
        var share = PerformanceScore.Normalise(Scale(miner), sumOfScaled);
        var throughput = EdgesPerMinute.Normalise(miner.EdgesPerMinute, highestRate) / 100;
        return ((1 - scoring.ThroughputWeight) * share) + (scoring.ThroughputWeight * throughput);
    }
}
