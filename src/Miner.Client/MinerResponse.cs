namespace Miner.Client;

/// <summary>A good answer, with what the miner tells of it beside the body.</summary>
public sealed record MinerResponse<T>(T Value, MinerResponseHeaders Headers)
    where T : class;
