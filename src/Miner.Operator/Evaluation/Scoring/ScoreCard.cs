namespace Miner.Operator.Evaluation.Scoring;

/// <summary>
/// The points of one answer: 0.70 accuracy + 0.075 relevance + 0.075 completeness + 0.05 clarity + 0.05 instruction following +
/// 0.025 format + 0.025 safety, each from 0 to 100.
/// </summary>
public sealed class ScoreCard
{
    /// <summary>An answer that takes longer is worth nothing.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<Criterion, double> _points;

    private ScoreCard(IReadOnlyDictionary<Criterion, double> points) => _points = points;

    /// <summary>The share of each criterion in the total; together 1.</summary>
    public static IReadOnlyDictionary<Criterion, double> Weights { get; } = new Dictionary<Criterion, double>
    {
        [Criterion.Accuracy] = 0.70,
        [Criterion.Relevance] = 0.075,
        [Criterion.Completeness] = 0.075,
        [Criterion.Clarity] = 0.05,
        [Criterion.InstructionFollowing] = 0.05,
        [Criterion.Format] = 0.025,
        [Criterion.Safety] = 0.025,
    };

    /// <summary>The card of a request that failed or came late: 0 in everything.</summary>
    public static ScoreCard Failed { get; } = new(Weights.Keys.ToDictionary(criterion => criterion, _ => 0.0));

    /// <summary>Whether every criterion was judged; a total of fewer is a share of the total that there could be.</summary>
    public bool IsComplete => _points.Count == Weights.Count;

    /// <summary>Points that are certain: 0 to 100, and what was not judged counts as 0.</summary>
    public double Total => Weights.Sum(weight => weight.Value * _points.GetValueOrDefault(weight.Key));

    /// <summary>
    /// The most that <see cref="Total"/> could be with the criteria that were judged: 70 for accuracy alone, 100 for all.
    /// </summary>
    public double Attainable => 100 * _points.Keys.Sum(criterion => Weights[criterion]);

    /// <summary>0 to 100, or null where it was not judged.</summary>
    public double? this[Criterion criterion] => _points.TryGetValue(criterion, out var points) ? points : null;

    /// <summary>The card of an answer that came in time.</summary>
    /// <param name="points">0 to 100 for each criterion that was judged.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within 0 to 100.</exception>
    public static ScoreCard Of(IReadOnlyDictionary<Criterion, double> points)
    {
        foreach (var value in points.Values)
        {
            // A NaN is below nothing and above nothing.
            if (!(value is >= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(points), value, "Points are from 0 to 100.");
        }

        return new ScoreCard(points.ToDictionary());
    }
}
