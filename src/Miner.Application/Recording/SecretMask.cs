using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Miner.Application.Recording;

/// <summary>What stands for secrets in texts of others, in each of the forms in which a text may quote one.</summary>
/// <param name="secrets">Blank ones are none.</param>
public sealed class SecretMask(IEnumerable<string> secrets)
{
    private const string Mask = "***";

    private readonly SearchValues<string>? _forms = Forms(secrets) is { Length: > 0 } forms
        ? SearchValues.Create(forms, StringComparison.Ordinal)
        : null;

    // The longest first, so that no secret that holds another leaves its rest behind.
    private readonly string[] _longestFirst = [.. Forms(secrets).OrderByDescending(form => form.Length)];

    public string Hide(string text)
    {
        if (_forms is null || text.AsSpan().IndexOfAny(_forms) < 0) return text;
        var hidden = new StringBuilder(text);
        foreach (var form in _longestFirst) hidden.Replace(form, Mask);
        return hidden.ToString();
    }

    private static string[] Forms(IEnumerable<string> secrets) =>
        [.. secrets.Where(secret => !string.IsNullOrWhiteSpace(secret)).SelectMany(Forms).Distinct(StringComparer.Ordinal)];

    /// <summary>As it is, as JSON may escape it, and as addresses do.</summary>
    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        JsonEncodedText.Encode(secret).ToString(),
        JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        Uri.EscapeDataString(secret),
    ];
}
