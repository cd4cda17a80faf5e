using System.Globalization;

namespace Miner.Api.Settings;

/// <summary>How often each caller may ask each endpoint; an endpoint without an entry is not limited.</summary>
/// <param name="Enabled">Whether anything is limited, wrong keys included.</param>
internal sealed record RequestLimitSettings(bool Enabled, IReadOnlyDictionary<string, RequestLimit> Limits)
{
    private const string DefaultPerKey = "1000/minute";

    /// <summary>How often a key may be used by all who have it, for all limited endpoints together; null: as often as they like.</summary>
    public RequestLimit? PerKey { get; init; }

    private static readonly Dictionary<string, TimeSpan> Periods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["second"] = TimeSpan.FromSeconds(1),
        ["minute"] = TimeSpan.FromMinutes(1),
        ["hour"] = TimeSpan.FromHours(1),
        ["day"] = TimeSpan.FromDays(1),
    };

    public static RequestLimitSettings Read(SettingReader reader)
    {
        var enabled = reader.Flag("RATE_LIMIT_ENABLED", true);
        var limits = new Dictionary<string, RequestLimit>(StringComparer.Ordinal);
        foreach (var (endpoint, defaultPerMinute) in LimitedEndpoints.PerMinute)
        {
            var limit = ReadLimit(reader, $"RATE_LIMIT_{endpoint.ToUpperInvariant()}", $"{defaultPerMinute}/minute");
            if (enabled && limit is not null) limits.Add(endpoint, limit);
        }

        var perKey = ReadLimit(reader, "RATE_LIMIT_KEY_TOTAL", DefaultPerKey);
        return new RequestLimitSettings(enabled, limits) { PerKey = enabled ? perKey : null };
    }

    private static RequestLimit? ReadLimit(SettingReader reader, string name, string defaultText)
    {
        if (!TryParse(reader.Text(name, defaultText), out var limit))
            reader.AddProblem($"{name} must be like 20/minute (second, minute, hour or day), or 0 for no limit.");
        return limit;
    }

    /// <summary>Reads <c>20/minute</c>; null stands for <c>0</c>, no limit.</summary>
    internal static bool TryParse(string text, out RequestLimit? limit)
    {
        limit = null;
        var parts = text.Split('/', StringSplitOptions.TrimEntries);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var requests)) return false;
        if (requests == 0) return parts.Length == 1 || (parts.Length == 2 && Periods.ContainsKey(parts[1]));
        if (parts.Length != 2 || !Periods.TryGetValue(parts[1], out var period)) return false;
        limit = new RequestLimit(requests, period);
        return true;
    }
}
