namespace Miner.Mathematics.Equations;

/// <summary>An equation between numbers that does not hold.</summary>
/// <param name="Text">The equation as it was written.</param>
/// <param name="Calculation">The side with an operation.</param>
/// <param name="Written">What it is said to be.</param>
/// <param name="WrittenAt">Where that stands in the text, or null where both sides are calculations and it is open which is wrong.</param>
/// <param name="Correct">What it is.</param>
public sealed record FalseEquation(string Text, string Calculation, string Written, int? WrittenAt, string Correct);
