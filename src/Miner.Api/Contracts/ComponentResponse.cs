namespace Miner.Api.Contracts;

/// <summary>A component's answer; the first three fields echo the request.</summary>
public sealed record ComponentResponse(string Cid, string Task, IReadOnlyList<QueryItem> Input, OutputItem Output, string Component);
