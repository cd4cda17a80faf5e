namespace Miner.Mathematics.Calculations;

/// <summary>What a calculation came to, in words that a language model reads.</summary>
/// <param name="Text">The result, or a sentence on why there is none.</param>
/// <param name="HasResult">False where the input could not be read, or is past what is computed.</param>
public readonly record struct Calculation(string Text, bool HasResult)
{
    public static Calculation Of(string result) => new(result, HasResult: true);

    public static Calculation None(string reason) => new(reason, HasResult: false);
}
