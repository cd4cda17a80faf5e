namespace Miner.Mathematics.Numbers;

/// <summary>Bounds how much one expansion may compute, whatever it is given.</summary>
internal sealed class WorkBudget(int units)
{
    private int _left = units;

    /// <summary>One unit is about a microsecond, the time of a multiplication of two short numbers.</summary>
    /// <exception cref="OverflowException">The budget is spent.</exception>
    public void Spend(int amount)
    {
        _left -= amount;
        if (_left < 0) throw new OverflowException();
    }

    /// <summary>
    /// Spends what adding or multiplying two numbers costs. Of fractions, the time goes into reducing them, and grows with the square.
    /// </summary>
    /// <exception cref="OverflowException">The budget is spent.</exception>
    public void Spend(Rational left, Rational right)
    {
        var size = (left.BitLength + right.BitLength) / 512;
        Spend(1 + (left.IsInteger && right.IsInteger ? size : 2 * size * size));
    }
}
