using System.Globalization;

namespace Miner.Client;

/// <summary>The headers of an answer. What is absent, or is not what the contract says, is null.</summary>
public sealed class MinerResponseHeaders
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="headers">Names, in any case, with their values.</param>
    public MinerResponseHeaders(IEnumerable<KeyValuePair<string, IEnumerable<string>>> headers)
    {
        foreach (var (name, values) in headers) _values[name] = [.. values];
    }

    /// <summary>The model that answered (<c>X-Model</c>); null when none was asked.</summary>
    public string? Model => First("X-Model");

    /// <summary>The tokens of prompt and completion together (<c>X-Tokens-Used</c>); null when no model was asked.</summary>
    public long? TokensUsed => Number("X-Tokens-Used");

    /// <summary>
    /// How many answers of the model the answer was chosen from (<c>X-Samples-Used</c>); null when no model was asked.
    /// </summary>
    public long? SamplesUsed => Number("X-Samples-Used");

    /// <summary>What the tokens cost (<c>X-Cost</c>), in the currency of the miner's prices; null where it has none.</summary>
    public double? Cost =>
        double.TryParse(First("X-Cost"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cost)
        && double.IsFinite(cost)
            ? cost
            : null;

    /// <summary>How long the model took (<c>Server-Timing: model;dur=</c>); null when none was asked.</summary>
    public TimeSpan? ModelTime => ReadModelTime();

    /// <summary>Whether the answer was over its limits and was cut (<c>X-Truncated</c>).</summary>
    public bool Truncated => string.Equals(First("X-Truncated"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the caller stands (<c>RateLimit-*</c>); null where no limit applies.</summary>
    public RateLimitStatus? RateLimit =>
        Number("RateLimit-Limit") is { } limit && Number("RateLimit-Remaining") is { } remaining && Seconds("RateLimit-Reset") is { } reset
            ? new RateLimitStatus(limit, remaining, reset)
            : null;

    /// <summary>Every header, those of the content too; names are found in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> All => _values;

    private string? First(string name) => _values.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;

    private long? Number(string name) =>
        long.TryParse(First(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private TimeSpan? Seconds(string name) => Number(name) is { } number and <= int.MaxValue ? TimeSpan.FromSeconds(number) : null;

    /// <summary>Metrics stand between commas, their parameters between semicolons (W3C Server Timing).</summary>
    private TimeSpan? ReadModelTime()
    {
        if (!_values.TryGetValue("Server-Timing", out var values)) return null;
        var model = values.SelectMany(value => value.Split(',')).Select(metric => metric.Split(';', StringSplitOptions.TrimEntries))
            .FirstOrDefault(metric => metric[0] == "model");
        var duration = model?.Skip(1).FirstOrDefault(parameter => parameter.StartsWith("dur=", StringComparison.OrdinalIgnoreCase));
        var read = double.TryParse(
            duration?["dur=".Length..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds);
        return read && milliseconds <= int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds) : null;
    }
}
