namespace Miner.Operator.Evaluation.Scoring;

/// <summary>The raw score: the mean of the newest answers' totals, 0 to 100.</summary>
/// <param name="window">How many answers are kept, from 1; the subnet's cycle is about 256.</param>
internal sealed class RollingScore(int window = RollingScore.SubnetWindow)
{
    public const int SubnetWindow = 256;

    private readonly Queue<double> _totals = new();

    /// <summary>0 before the first answer.</summary>
    public double Raw => _totals.Count == 0 ? 0 : _totals.Average();

    /// <summary>Takes in one answer; the oldest is forgotten once the window is full.</summary>
    /// <param name="total">0 to 100.</param>
    public void Add(double total)
    {
        if (_totals.Count == window) _totals.Dequeue();
        _totals.Enqueue(total);
    }
}
