using Miner.Domain.Components;

namespace Miner.Application.Components;

/// <summary>A component's answer.</summary>
/// <param name="Usage">What the model was used for it, or null when none was called.</param>
/// <param name="Truncated">True when the answer is shorter than what the model sent or had to say.</param>
public sealed record ComponentResult(ComponentOutput Output, ModelUsage? Usage, bool Truncated);

/// <param name="Model">The model's name as the upstream gave it.</param>
/// <param name="Tokens">Prompt and completion tokens of all calls together.</param>
/// <param name="Elapsed">The time spent waiting for the model.</param>
public sealed record ModelUsage(string Model, int Tokens, TimeSpan Elapsed);
