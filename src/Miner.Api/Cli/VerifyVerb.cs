using System.CommandLine;
using System.Globalization;
using Miner.Operator.Registration;

namespace Miner.Api.Cli;

/// <summary><c>verify</c>: tell whether a file of signed credentials holds.</summary>
internal sealed class VerifyVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "What 'sign' wrote." };

    private readonly Option<bool> _json = new("--json") { Description = "Answer with one JSON object." };

    public VerifyVerb()
        : base(
            "verify",
            "Tell whether signed credentials hold, whose they are and how old.",
            "The exit status is 0 when the signature holds, else 1. It covers the miner's address and key, not the time.",
            "verify signed_credentials.txt",
            "verify signed_credentials.txt --json")
    {
        Arguments.Add(_file);
        Options.Add(_json);
        SetAction(VerifyAsync);
    }

    private async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var verification = await new CredentialsVerifier(TimeProvider.System).VerifyAsync(parsed.GetValue(_file)!, cancellationToken);
        Console.WriteLine(parsed.GetValue(_json) ? ToJson(verification) : ToText(verification));
        return verification.Verdict == SignatureVerdict.Holds ? 0 : 1;
    }

    private static string ToJson(CredentialsVerification verification) => VerbJson.Serialize(new
    {
        Holds = verification.Verdict == SignatureVerdict.Holds,
        Problem = Describe(verification.Verdict),
        verification.Credentials.Address,
        verification.Credentials.Credentials.Url,
        SignedAt = verification.Credentials.Timestamp?.UtcDateTime,
        AgeSeconds = verification.Age is { } age ? Math.Round(age.TotalSeconds, 3) : (double?)null,
    });

    private static string ToText(CredentialsVerification verification) => $"""
        {(Describe(verification.Verdict) is { } problem ? $"The signature does not hold: {problem}" : "The signature holds.")}
        Address: {verification.Credentials.Address}
        Miner:   {TerminalText.Line(verification.Credentials.Credentials.Url)}
        Signed:  {DescribeAge(verification)}
        """;

    private static string? Describe(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Holds => null,
        SignatureVerdict.InvalidAddress => "the address is not an SS58 address of format 42.",
        _ => "the owner of the address did not sign this miner's address and key.",
    };

    private static string DescribeAge(CredentialsVerification verification)
    {
        if (verification is not { Credentials.Timestamp: { } time, Age: { } age })
            return "at a time in a zone other than UTC, so the age is not known";
        var distance = age.Duration() switch
        {
            { TotalMinutes: < 2 } duration => $"{duration.TotalSeconds:F0} s",
            { TotalHours: < 2 } duration => $"{duration.TotalMinutes:F0} min",
            { TotalDays: < 2 } duration => $"{duration.TotalHours:F0} h",
            var duration => $"{duration.TotalDays:F0} days",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, "
                + $"{(age < TimeSpan.Zero ? $"{distance} ahead of this machine's clock" : $"{distance} ago")}"
        );
    }
}
