using Miner.Application.Ports;

namespace Miner.Application.Components;

/// <summary>What one request has cost.</summary>
/// <param name="Model">The model's name as the upstream gave it.</param>
/// <param name="Tokens">Prompt and completion tokens of all calls together.</param>
/// <param name="Elapsed">The time spent waiting for the model.</param>
/// <param name="Samples">The answers that were chosen from, at least 1.</param>
public sealed record ModelUsage(string Model, int Tokens, TimeSpan Elapsed, int Samples)
{
    internal static ModelUsage Of(ChatCompletion completion) =>
        new(completion.Model, completion.Tokens, completion.Elapsed, completion.Choices.Count);

    /// <summary>This with the cost of a later call.</summary>
    internal ModelUsage Plus(ModelUsage later) =>
        new(later.Model, Tokens + later.Tokens, Elapsed + later.Elapsed, Samples + later.Samples);
}
