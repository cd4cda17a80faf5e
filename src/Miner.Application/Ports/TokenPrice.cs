namespace Miner.Application.Ports;

/// <summary>What an upstream charges for a million tokens, in whatever currency the operator counts; 0 where that is not known.</summary>
/// <param name="Input">Of prompts, 0 or more.</param>
/// <param name="Output">Of answers, 0 or more.</param>
public readonly record struct TokenPrice(double Input, double Output)
{
    private const double Unit = 1_000_000;

    /// <summary>Tokens not told apart count as the answer's, and cached ones in full: never less than is charged.</summary>
    public double Of(ModelUsage usage) => ((usage.PromptTokens * Input) + (usage.CompletionTokens * Output)) / Unit;
}
