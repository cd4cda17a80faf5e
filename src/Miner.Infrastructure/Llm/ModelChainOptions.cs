namespace Miner.Infrastructure.Llm;

/// <summary>Which upstreams answer, and when the next one is asked.</summary>
public sealed record ModelChainOptions
{
    /// <summary>In the order in which they are asked; none where the embedded model is the provider.</summary>
    public IReadOnlyList<ChatModelOptions> Models { get; init; } = [];

    /// <summary>Whether a call that takes far longer than most gets a second beside it.</summary>
    public bool Hedges { get; init; }

    /// <summary>Whether the next upstream is asked for what the one before it filtered.</summary>
    public bool FallsBackOnContentFilter { get; init; }
}
