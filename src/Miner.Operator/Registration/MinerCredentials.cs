using System.Diagnostics.CodeAnalysis;

namespace Miner.Operator.Registration;

/// <summary>What the orchestrator needs to call a miner: its address and its key. The key is a secret.</summary>
/// <param name="Url">The miner's public address, as its operator spelt it.</param>
/// <param name="Token">The key that the orchestrator sends as <c>X-API-Key</c>.</param>
public sealed record MinerCredentials(string Url, string Token)
{
    /// <summary>Stands between the two; the protocol spells it so.</summary>
    public const string Separator = "<seperate>";

    private const int MaxUrlLength = 2_000;
    private const int MaxTokenLength = 1_000;

    /// <summary>The text whose UTF-8 bytes are signed.</summary>
    public string SignedText => $"{Url}{Separator}{Token}";

    /// <summary>
    /// Takes an absolute <c>http</c> or <c>https</c> address that paths can be appended to, and a key of visible ASCII characters.
    /// </summary>
    /// <param name="error">A sentence that repeats nothing of either.</param>
    public static bool TryCreate(
        string url, string token, [NotNullWhen(true)] out MinerCredentials? credentials, [NotNullWhen(false)] out string? error)
    {
        error = RefuseUrl(url) ?? RefuseToken(token);
        credentials = error is null ? new MinerCredentials(url, token) : null;
        return error is null;
    }

    /// <summary>Splits what was signed at the first separator; null where there is none.</summary>
    public static MinerCredentials? Split(string signedText)
    {
        var at = signedText.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 ? null : new MinerCredentials(signedText[..at], signedText[(at + Separator.Length)..]);
    }

    /// <summary>What the subnet would meet at the address although it can be signed, a sentence each.</summary>
    public IEnumerable<string> Warnings => AddressWarnings.Of(Url);

    /// <summary>The address alone, so that the key reaches no log.</summary>
    public override string ToString() => Url;

    private static string? RefuseUrl(string url)
    {
        if (url.Length > MaxUrlLength || !IsVisibleAscii(url) || url.Contains(Separator, StringComparison.Ordinal))
            return $"The miner's address must be at most {MaxUrlLength} visible ASCII characters, without '{Separator}'.";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return "The miner's address must be like https://miner.example.org.";
        return address.UserInfo.Length > 0 || url.AsSpan().ContainsAny('?', '#')
            ? "The miner's address must hold no user name, password, query or fragment: paths such as /complete are appended to it."
            : null;
    }

    private static string? RefuseToken(string token) =>
        token.Length is > 0 and <= MaxTokenLength && IsVisibleAscii(token) && !token.Contains(Separator, StringComparison.Ordinal)
            ? null
            : $"The miner's key must be 1 to {MaxTokenLength} visible ASCII characters, without '{Separator}'.";

    private static bool IsVisibleAscii(string text) => text.All(character => character is > ' ' and <= '~');
}
