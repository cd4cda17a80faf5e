using Miner.Application.Ports;
using Miner.Domain.Components;

namespace Miner.Application.Components;

/// <summary>A component's answer.</summary>
/// <param name="Usage">What the model was used for it, or null when none was called.</param>
/// <param name="Truncated">True when the answer is shorter than what the model sent or had to say.</param>
public sealed record ComponentResult(ComponentOutput Output, ModelUsage? Usage, bool Truncated);
