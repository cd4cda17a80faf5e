using System.Text.RegularExpressions;

namespace Miner.Api.Settings;

/// <summary>
/// Finds names that look like settings and are none: all that stand in <c>.env</c> or on the command line, and of the environment, which
/// other programs share, those that are nearly a setting's or begin as only settings do.
/// </summary>
internal static partial class UnknownSettings
{
    /// <summary>What no variable of another program begins with.</summary>
    internal static readonly string[] OwnPrefixes = ["CONNECTION_POOL_", "LLM_", "MINER_", "PLAYBOOK_", "RATE_LIMIT_", "SMART_HISTORY_"];

    private const int LongestName = 64;

    /// <summary>Variables that OpenTelemetry's SDK reads from the same configuration.</summary>
    private const string SdkPrefix = "OTEL_";

    /// <returns>A sentence for each, with the nearest setting.</returns>
    public static IReadOnlyList<string> Find(IConfigurationRoot configuration, SettingReader reader)
    {
        List<string> settings = [.. reader.Settings.Select(setting => setting.Name)];
        var known = settings.Concat(reader.ForeignNames).Concat(IgnoredSettings.Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. SettingOrigin.Names(configuration, SettingOrigin.File, SettingOrigin.CommandLine, SettingOrigin.Environment)
                .Where(found => (found.Origin == SettingOrigin.File || SettingName.IsMatch(found.Name)) && !known.Contains(found.Name))
                .Select(found => Describe(found.Name, found.Origin, Nearest(found.Name, known)))
                .OfType<string>(),
        ];
    }

    private static string? Describe(string name, string origin, (string Name, int Edits) nearest)
    {
        // A few slips in a long name; of a short one, few others are left.
        var isSlip = nearest.Edits <= name.Length / 5;
        var isAnothers = name.StartsWith(SdkPrefix, StringComparison.OrdinalIgnoreCase)
            || (origin == SettingOrigin.Environment
                && !Array.Exists(OwnPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        if (isAnothers && !isSlip) return null;
        if (ChatModelSettings.FallbackOf(name) is { } fallback)
            return $"{name} ({origin}) has no effect: LLM_FALLBACKS does not name {fallback}.";
        return nearest.Edits <= Math.Max(2, name.Length / 3)
            ? $"{name} ({origin}) is no setting. Is {nearest.Name} meant?"
            : $"{name} ({origin}) is no setting.";
    }

    private static (string Name, int Edits) Nearest(string name, IEnumerable<string> known)
    {
        var given = name[..Math.Min(name.Length, LongestName)].ToUpperInvariant();
        return known.Select(setting => (Name: setting, Edits: EditDistance.Between(given, setting))).MinBy(near => near.Edits);
    }

    /// <summary>What hosts tell themselves is in lower or mixed case.</summary>
    [GeneratedRegex("^[A-Z][A-Z0-9_]*$")]
    private static partial Regex SettingName { get; }
}
