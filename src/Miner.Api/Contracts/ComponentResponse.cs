namespace Miner.Api.Contracts;

/// <summary>A component's answer; the first three fields echo the request.</summary>
/// <param name="Cid">The conversation that the request belongs to.</param>
/// <param name="Task">What was to be done.</param>
/// <param name="Input">The queries that were worked on.</param>
/// <param name="Output">The answer.</param>
/// <param name="Component">The component that gave it.</param>
public sealed record ComponentResponse(string Cid, string Task, IReadOnlyList<QueryItem> Input, OutputItem Output, string Component);
