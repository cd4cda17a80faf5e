namespace Miner.Operator.Evaluation.Scoring;

/// <summary>
/// The points of one answer, each from 0 to 100, and their weighted sum (<see cref="ScoringOptions.CriterionWeights"/>).
/// </summary>
public sealed class ScoreCard
{
    /// <summary>An answer that takes longer is worth nothing.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly IReadOnlyDictionary<Criterion, double> _points;
    private readonly IReadOnlyDictionary<Criterion, double> _weights;

    private ScoreCard(IReadOnlyDictionary<Criterion, double> points, ScoringOptions scoring) =>
        (_points, _weights) = (points, scoring.CriterionWeights);

    /// <summary>The card of a request that failed or came late: 0 in everything.</summary>
    public static ScoreCard Failed { get; } =
        new(Enum.GetValues<Criterion>().ToDictionary(criterion => criterion, _ => 0.0), ScoringOptions.Default);

    /// <summary>Whether every criterion that counts was judged; a total of fewer is a share of the total that there could be.</summary>
    public bool IsComplete => _weights.All(weight => weight.Value == 0 || _points.ContainsKey(weight.Key));

    /// <summary>Points that are certain: 0 to 100, and what was not judged counts as 0.</summary>
    public double Total => _weights.Sum(weight => weight.Value * _points.GetValueOrDefault(weight.Key));

    /// <summary>
    /// The most that <see cref="Total"/> could be with the criteria that were judged: 100 for all that count, less for fewer.
    /// </summary>
    public double Attainable => 100 * _points.Keys.Sum(criterion => _weights[criterion]);

    /// <summary>0 to 100, or null where it was not judged.</summary>
    public double? this[Criterion criterion] => _points.TryGetValue(criterion, out var points) ? points : null;

    /// <summary>The card of an answer that came in time.</summary>
    /// <param name="points">0 to 100 for each criterion that was judged.</param>
    /// <param name="scoring">The subnet's constants where it is left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not within 0 to 100.</exception>
    public static ScoreCard Of(IReadOnlyDictionary<Criterion, double> points, ScoringOptions? scoring = null)
    {
        foreach (var value in points.Values)
        {
            // A NaN is below nothing and above nothing.
            if (!(value is >= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(points), value, "Points are from 0 to 100.");
        }

        return new ScoreCard(points.ToDictionary(), scoring ?? ScoringOptions.Default);
    }

    /// <summary>The same points, weighed by other constants.</summary>
    public ScoreCard WeighedBy(ScoringOptions scoring) => new(_points, scoring);
}
