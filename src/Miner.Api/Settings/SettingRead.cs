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

    /// <summary>
    /// What of the value nobody else may see, as it is written and as it is meant: the passwords in addresses, and of a secret the whole,
    /// the items of its list, and what these name (<c>name=value</c>).
    /// </summary>
    public IEnumerable<string> Hidden
    {
        get
        {
            if (Given is null) return [];
            var written = Passwords.Matches(Given).Select(match => match.Groups["password"].Value.Trim('"'));
            if (IsSecret)
                written = [.. written, Given, .. Items(Given).SelectMany(item => new[] { item, item[(item.IndexOf('=') + 1)..] })];
            return written.SelectMany(text => new[] { text, Uri.UnescapeDataString(text) });
        }
    }

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

    /// <summary>Between the user and the last <c>@</c> before an address's options, and among these.</summary>
    [GeneratedRegex("""://[^:/?]*:(?<password>[^?]+)@|(?:password|pwd)=(?<password>[^&;,\s]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Passwords { get; }
}
