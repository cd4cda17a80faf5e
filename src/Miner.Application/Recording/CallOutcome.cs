namespace Miner.Application.Recording;

/// <summary>What is known of a call from outside once it has ended; as <see cref="CallSummary"/> has it.</summary>
public sealed record CallOutcome(string? Component, string Endpoint, string Caller, string? Key, int Status, string? Error);
