using System.Text.RegularExpressions;

namespace Miner.Offline.Insights;

/// <summary>Tells statements that may give a secret away, which no playbook should keep.</summary>
internal static partial class Secrets
{
    public static bool AreIn(string statement) => Named.IsMatch(statement) || KeyLike.IsMatch(statement);

    /// <summary>A secret's name: what follows it may be the secret, however it is put.</summary>
    [GeneratedRegex(
        @"\b(pass(words?|codes?|phrases?|wd)?|pwd?|pin|otp|(api|access|private|secret|ssh|licen[cs]e)[ _-]?keys?|keys?|tokens?|secrets?"
            + @"|credentials?|log-?ins?|mnemonic|phrase|combination|codes?(?= is\b| \S*\d)|cards?|iban|account|cvv|ssn|social|passport"
            + @"|maiden)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named { get; }

    /// <summary>16 characters or more without a blank, with letters and digits among them, or seven digits in groups.</summary>
    [GeneratedRegex(@"(?=\S*[0-9])(?=\S*[A-Za-z])[A-Za-z0-9_+=.-]{16,}|[0-9]([ -]?[0-9]){6}", RegexOptions.CultureInvariant)]
    private static partial Regex KeyLike { get; }
}
