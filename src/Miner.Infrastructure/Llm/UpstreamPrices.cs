using System.Collections.Concurrent;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Llm;

/// <summary>What upstreams charge, which may change while they are asked.</summary>
public sealed class UpstreamPrices
{
    private readonly ConcurrentDictionary<string, TokenPrice> _changed = new(StringComparer.Ordinal);

    /// <summary>Takes the prices of <paramref name="models"/> over; of upstreams that are not asked they change nothing.</summary>
    public void Set(ModelChainOptions models)
    {
        foreach (var model in models.Models) _changed[model.Name] = model.Price;
    }

    internal TokenPrice Of(ChatModelOptions upstream) => _changed.TryGetValue(upstream.Name, out var price) ? price : upstream.Price;
}
