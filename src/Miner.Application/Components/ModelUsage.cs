using Miner.Application.Ports;

namespace Miner.Application.Components;

/// <summary>What one request has cost.</summary>
/// <param name="Model">The model's name as the upstream gave it.</param>
/// <param name="Tokens">Prompt and completion tokens of all calls together.</param>
/// <param name="Elapsed">The time spent waiting for the model.</param>
public sealed record ModelUsage(string Model, int Tokens, TimeSpan Elapsed)
{
    internal static ModelUsage Of(ChatCompletion completion) => new(completion.Model, completion.Tokens, completion.Elapsed);
}
