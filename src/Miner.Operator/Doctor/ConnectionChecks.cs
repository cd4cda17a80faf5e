using System.Globalization;
using System.Net;

namespace Miner.Operator.Doctor;

/// <summary>What lies between a caller and the miner: its name, its certificate.</summary>
internal static class ConnectionChecks
{
    private const string TakeOffTls =
        "Let nginx or Caddy take off TLS in front of the miner, with a certificate of a public authority, and register the https address.";

    /// <summary>Whoever renews certificates does so before this, or no longer does so.</summary>
    private static readonly TimeSpan LeastValidity = TimeSpan.FromDays(14);

    public static DoctorCheck Name(Uri address, IReadOnlyList<IPAddress> addresses)
    {
        if (addresses.Count == 0)
        {
            return new DoctorCheck(
                DoctorCheckNames.Name, $"{address.IdnHost} is unknown.", "Check the spelling, and that the name has an A or AAAA record.");
        }

        var check = address.HostNameType == UriHostNameType.Dns
            ? new DoctorCheck(DoctorCheckNames.Name, $"{address.IdnHost} is {string.Join(", ", addresses)}.")
            : new DoctorCheck(DoctorCheckNames.Name, $"{address.IdnHost} is an address, not a name.");
        var warnings = AddressWarnings.Of(address.OriginalString).Append(AddressWarnings.OfResolved(address, addresses)).OfType<string>();
        return check with { Warning = string.Join(' ', warnings) is { Length: > 0 } warning ? warning : null };
    }

    public static DoctorCheck PlainHttp(Uri address) => PublicHost.Is(address.IdnHost)
            ? new DoctorCheck(
                DoctorCheckNames.Transport,
                "Plain HTTP on a public address: the key and every answer can be read on the way.",
                TakeOffTls)
            : new DoctorCheck(
                DoctorCheckNames.Transport,
                "Plain HTTP, which is fine here: the address is not a public one.");

    public static DoctorCheck Certificate(CallResult result, DateTimeOffset now) => result switch
    {
        CallCertificate certificate when certificate.NotAfter <= now => Refused(
            certificate,
            $"The certificate expired on {Date(certificate.NotAfter)}.",
            "Renew it, and see why that did not happen by itself."),
        CallCertificate certificate when certificate.NotBefore > now => Refused(
            certificate,
            $"The certificate is valid from {Date(certificate.NotBefore)} only.",
            "Check the clocks of both machines."),
        CallCertificate { IsForHost: false } certificate => Refused(
            certificate,
            "The certificate is made out to another name.",
            "Get one for the name in the address, or use the name that it is for."),
        CallCertificate { IsTrusted: false } certificate => Refused(
            certificate,
            "The certificate is not trusted.",
            "Use one of a public authority, and serve it with its intermediate certificates (\"full chain\")."),
        CallCertificate certificate when certificate.NotAfter - now < LeastLeft(certificate) => Refused(
            certificate,
            $"The certificate expires soon, on {Date(certificate.NotAfter)}.",
            "Renew it, and let that happen by itself."),
        CallCertificate certificate => new DoctorCheck(
            DoctorCheckNames.Transport,
            $"The certificate is valid until {Date(certificate.NotAfter)}.",
            Latency: certificate.Latency),
        CallFailure { Fault: CallFault.TlsFailed } failure => new DoctorCheck(
            DoctorCheckNames.Transport,
            "The port is open but does not speak TLS.",
            TakeOffTls,
            failure.Latency),
        _ => Faults.Describe(DoctorCheckNames.Transport, result),
    };

    /// <summary>Whether a key may be sent: nobody on the way can read it.</summary>
    /// <param name="certificate">What an <c>https</c> address showed; null for <c>http</c>.</param>
    public static bool IsSafeForKeys(Uri address, CallResult? certificate, DateTimeOffset now) => certificate is null
        ? !PublicHost.Is(address.IdnHost)
        : certificate is CallCertificate { IsTrusted: true, IsForHost: true } shown && shown.NotBefore <= now && now < shown.NotAfter;

    private static DoctorCheck Refused(CallCertificate certificate, string detail, string remedy) =>
        new(DoctorCheckNames.Transport, detail, remedy, certificate.Latency);

    /// <summary>Less where a certificate lives for days only, as some authorities give them.</summary>
    private static TimeSpan LeastLeft(CallCertificate certificate)
    {
        var quarter = (certificate.NotAfter - certificate.NotBefore) / 4;
        return quarter < LeastValidity ? quarter : LeastValidity;
    }

    private static string Date(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
