using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.Operator.Registration;

/// <summary>
/// Credentials with their owner's signature, as the orchestrator's registration page reads them. They hold the miner's key.
/// </summary>
/// <param name="Address">The SS58 address of the coldkey that signed.</param>
/// <param name="Signature">64 bytes.</param>
/// <param name="Timestamp">
/// The time written beside the signature, which does not cover it; null where its time zone is not UTC, since names of time zones are
/// ambiguous.
/// </param>
public sealed partial record SignedCredentials(
    MinerCredentials Credentials, string Address, ReadOnlyMemory<byte> Signature, DateTimeOffset? Timestamp)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff";

    /// <summary>The file's text: four lines, each ended by a line feed.</summary>
    /// <exception cref="InvalidOperationException">There is no timestamp.</exception>
    public string Format() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Credentials.SignedText}\n\tSigned by: {Address}\n\tSignature: {Convert.ToHexStringLower(Signature.Span)}\n"
        + $"\tTimestamp: {Timestamp!.Value.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)} (UTC)\n");

    /// <summary>How long ago the timestamp was, or null where it is not known; negative where the signer's clock was ahead.</summary>
    public TimeSpan? AgeAt(DateTimeOffset now) => now - Timestamp;

    /// <summary>
    /// Reads the text of a file that this or the original miner wrote: any of the two kinds of line ends, any time zone's name, a timestamp
    /// with or without a fraction, blank lines at the end.
    /// </summary>
    /// <param name="error">A sentence that repeats nothing of the text, which holds a key.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out SignedCredentials? credentials, [NotNullWhen(false)] out string? error)
    {
        credentials = null;
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines.Length != 4)
        {
            error = $"The file must have four lines: the credentials, 'Signed by', 'Signature' and 'Timestamp'; it has {lines.Length}.";
            return false;
        }

        var signedText = MinerCredentials.Split(lines[0]);
        var address = AddressLine.Match(lines[1]);
        var signature = SignatureLine.Match(lines[2]);
        var timestamp = TimestampLine.Match(lines[3]);
        DateTimeOffset time = default;
        error =
            signedText is null ? $"The first line must be the miner's address, '{MinerCredentials.Separator}' and the miner's key."
            : !address.Success ? "The second line must be a tab, 'Signed by: ' and an SS58 address."
            : !signature.Success ? "The third line must be a tab, 'Signature: ' and 128 hex digits."
            : !timestamp.Success || !TryReadTime(timestamp.Groups["time"].Value, out time)
                ? "The fourth line must be a tab, 'Timestamp: ' and a time like 2025-11-24T10:30:00.123456 (UTC)."
            : null;
        if (error is not null) return false;

        credentials = new SignedCredentials(
            signedText!, address.Groups["address"].Value, Convert.FromHexString(signature.Groups["hex"].ValueSpan),
            timestamp.Groups["zone"].Value == "UTC" ? time : null);
        return true;
    }

    private static bool TryReadTime(string text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, [TimeFormat, "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    [GeneratedRegex(@"^\tSigned by: (?<address>[1-9A-HJ-NP-Za-km-z]{1,100})\z", RegexOptions.CultureInvariant)]
    private static partial Regex AddressLine { get; }

    [GeneratedRegex(@"^\tSignature: (?<hex>[0-9A-Fa-f]{128})\z", RegexOptions.CultureInvariant)]
    private static partial Regex SignatureLine { get; }

    [GeneratedRegex(@"^\tTimestamp: (?<time>[0-9T:.-]{1,40}) \((?<zone>[^()]{1,100})\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimestampLine { get; }
}
