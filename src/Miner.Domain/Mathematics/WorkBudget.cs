namespace Miner.Domain.Mathematics;

/// <summary>Bounds how much one expansion may compute, whatever it is given.</summary>
internal sealed class WorkBudget(int units)
{
    private int _left = units;

    /// <summary>One unit is about a multiplication of two short numbers.</summary>
    /// <exception cref="OverflowException">The budget is spent.</exception>
    public void Spend(int amount)
    {
        _left -= amount;
        if (_left < 0) throw new OverflowException();
    }
}
