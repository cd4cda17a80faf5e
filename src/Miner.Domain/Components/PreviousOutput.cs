namespace Miner.Domain.Components;

/// <summary>An answer that an earlier component, of this miner or another, gave in the same piece of work.</summary>
/// <param name="Component">The earlier component's name as the caller gives it; not necessarily one of
/// <see cref="ComponentNames"/>.</param>
public sealed record PreviousOutput(ComponentOutput Output, string Component);
