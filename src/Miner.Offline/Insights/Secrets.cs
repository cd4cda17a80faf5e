using System.Text.RegularExpressions;

namespace Miner.Offline.Insights;

/// <summary>Tells statements that give a secret away, which no playbook should keep.</summary>
internal static partial class Secrets
{
    /// <summary>Whether <paramref name="statement"/> says what a password, key or the like is, or holds what looks like a key.</summary>
    public static bool AreIn(string statement) => Named.IsMatch(statement) || Told.IsMatch(statement) || KeyLike.IsMatch(statement);

    /// <summary>The name and what it is said to be: a rule about passwords gives none away.</summary>
    [GeneratedRegex(
        @"\b(passwords?|passcode|passphrase|pin|(api|access|private|secret)[ _-]?keys?|tokens?|secrets?|seed phrase|"
            + @"(credit )?card number|cvv|ssn|social security number)\b.{0,30}?(\b(is|are)\b|[:=])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }

    /// <summary>The name with what it is behind it: my password hunter2.</summary>
    [GeneratedRegex(@"\b(password|passcode|passphrase|pin) \S*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Told { get; }

    /// <summary>20 characters or more without a blank, with letters and digits among them, and no slash as addresses have it.</summary>
    [GeneratedRegex(@"(?<![^\s""'=:])(?=\S*[0-9])(?=\S*[A-Za-z])[A-Za-z0-9_+=.-]{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLike { get; }
}
