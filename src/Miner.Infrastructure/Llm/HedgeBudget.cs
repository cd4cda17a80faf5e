namespace Miner.Infrastructure.Llm;

/// <summary>Bounds second calls to a share of the first ones (token bucket). Safe for use by several threads.</summary>
internal sealed class HedgeBudget
{
    /// <summary>Second calls for each first.</summary>
    private const double Share = 0.05;

    /// <summary>What is saved up at most.</summary>
    private const double Most = 10;

    private readonly Lock _lock = new();
    private double _saved;

    /// <summary>Notes a first call.</summary>
    public void Earn()
    {
        lock (_lock) _saved = Math.Min(Most, _saved + Share);
    }

    /// <summary>Takes one second call out of the budget.</summary>
    /// <returns>False where there is none left.</returns>
    public bool TrySpend()
    {
        lock (_lock)
        {
            if (_saved < 1) return false;
            _saved--;
            return true;
        }
    }
}
