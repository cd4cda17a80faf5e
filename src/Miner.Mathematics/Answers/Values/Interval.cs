namespace Miner.Mathematics.Answers.Values;

/// <summary>Numbers from one end to the other; a single number where both ends are the same.</summary>
/// <param name="HasLower">Whether the lower end belongs to it.</param>
/// <param name="HasUpper">Whether the upper end belongs to it.</param>
internal sealed record Interval(Quantity Lower, Quantity Upper, bool HasLower, bool HasUpper)
{
    public double From => Lower.Formula.Approximation;

    public double To => Upper.Formula.Approximation;

    /// <summary>Whether both ends are numbers, or infinite, in this order.</summary>
    public bool IsValid => From < To || (From <= To && HasLower && HasUpper);
}
