using System.Text.RegularExpressions;

namespace Miner.Api.Settings;

/// <summary>One setting as it was read.</summary>
/// <param name="Given">What an operator wrote; null where it is not set.</param>
/// <param name="Default">As a configuration file would spell it; empty where there is none.</param>
/// <param name="Resolved">What stands in its place where it is not set and <paramref name="Default"/> does not say it.</param>
internal sealed partial record SettingRead(string Name, string? Given, string Default, bool IsSecret, string? Resolved)
{
    /// <summary>What the miner goes by, for an operator's eyes: of secrets the lengths, of addresses and the like no password.</summary>
    public string Shown =>
        Given is null ? Resolved ?? (Default.Length == 0 ? "(none)" : Default)
        : IsSecret ? $"{string.Join(" and ", Items(Given).Select(secret => secret.Length))} characters"
        : Password.Replace(Credentials.Replace(Given, "***"), "$1***");

    /// <summary>The items of a list separated by commas, without blank ones.</summary>
    public static IReadOnlyList<string> Items(string? list) =>
        list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Leaves the value out, which a record would print.</summary>
    public override string ToString() => Name;

    /// <summary>What stands before the last <c>@</c> of an address.</summary>
    [GeneratedRegex("(?<=://).*(?=@)")]
    private static partial Regex Credentials { get; }

    [GeneratedRegex("""((?:password|pwd|secret|token|key)"?\s*[=:]\s*)(?:"[^"]*"|[^&;,\s]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Password { get; }
}
