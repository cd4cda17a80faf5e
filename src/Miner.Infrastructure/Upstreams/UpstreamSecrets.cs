using Miner.Application.Recording;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// The keys that upstreams are sent. A server, or a proxy before it, may send one back in what it says: nothing of that goes on to a
/// caller, a log or a record before it was looked at here.
/// </summary>
internal sealed class UpstreamSecrets(IEnumerable<UpstreamSecret> secrets)
{
    /// <summary>Shorter ones are placeholders for servers without keys, such as <c>x</c>.</summary>
    private const int ShortestInName = 4;

    /// <summary>From this length on a part of a key is no coincidence.</summary>
    private const int ShortestPart = 8;

    /// <summary>Shorter ones may be words, such as <c>password</c>, that a text is about.</summary>
    private const int ShortestInText = 16;

    private readonly string[] _secrets =
        [.. secrets.Select(secret => secret.Value.Trim()).Where(secret => secret.Length >= ShortestInName)];

    private readonly SecretMask _mask = new(secrets.Select(secret => secret.Value.Trim()).Where(secret => secret.Length >= ShortestInText));

    /// <summary>
    /// Whether <paramref name="name"/>, by which a server calls a model or an error, has a key in it or is a part of one. Who names things
    /// so gets another name in its place.
    /// </summary>
    public bool AreInName(string name) => Array.Exists(_secrets, secret =>
        name.Contains(secret, StringComparison.OrdinalIgnoreCase)
        || (name.Length >= ShortestPart && secret.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary><paramref name="text"/> without the keys that no text has by chance.</summary>
    public string Hide(string text) => _mask.Hide(text);
}

/// <param name="Value">A key as it was set.</param>
internal sealed record UpstreamSecret(string Value)
{
    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => nameof(UpstreamSecret);
}
