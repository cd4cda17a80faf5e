namespace Miner.Application.Ports;

/// <summary>What a model was used for an answer. Two are added up by <c>+</c>, and nowhere else.</summary>
/// <param name="Model">The model's name as the upstream gave it; of a sum, that of the later call.</param>
/// <param name="PromptTokens">0 where the upstream does not tell them from the answer's.</param>
/// <param name="CompletionTokens">The answers' tokens, or all where they are not told apart; 0 where the upstream counts none.</param>
/// <param name="Elapsed">The time spent waiting for the model, retries included.</param>
/// <param name="Samples">The answers that were chosen from, 0 where no model was called.</param>
public sealed record ModelUsage(string Model, long PromptTokens, long CompletionTokens, TimeSpan Elapsed, int Samples)
{
    /// <summary>No model was called.</summary>
    public static ModelUsage None { get; } = new("none", PromptTokens: 0, CompletionTokens: 0, TimeSpan.Zero, Samples: 0);

    /// <summary>What the tokens cost, in the currency of the prices; 0 where no price is set.</summary>
    public double Cost { get; init; }

    /// <summary>Of prompts and answers together.</summary>
    public long Tokens => PromptTokens + CompletionTokens;

    /// <summary>The usage of two calls, one after the other.</summary>
    public static ModelUsage operator +(ModelUsage earlier, ModelUsage later) => new(
        later.Model,
        earlier.PromptTokens + later.PromptTokens,
        earlier.CompletionTokens + later.CompletionTokens,
        earlier.Elapsed + later.Elapsed,
        earlier.Samples + later.Samples)
    {
        Cost = earlier.Cost + later.Cost,
    };
}
