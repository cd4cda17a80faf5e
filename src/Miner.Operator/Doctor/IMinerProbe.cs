using System.Net;

namespace Miner.Operator.Doctor;

/// <summary>Looks at a miner from outside, as its callers do. What goes wrong is a finding, not an exception.</summary>
public interface IMinerProbe
{
    /// <summary>The addresses that <paramref name="host"/> has, itself where it is one; none where the name is unknown.</summary>
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);

    /// <summary>The certificate that is shown at an <c>https</c> address.</summary>
    /// <returns>A <see cref="ProbeCertificate"/> or a <see cref="ProbeFailure"/>.</returns>
    Task<ProbeResult> ExamineTlsAsync(Uri address, CancellationToken cancellationToken);

    /// <summary>Sends one request, and waits for <see cref="ProbeRequest.Deadline"/>. A redirect is not followed.</summary>
    /// <returns>A <see cref="ProbeAnswer"/> or a <see cref="ProbeFailure"/>.</returns>
    Task<ProbeResult> SendAsync(ProbeRequest request, CancellationToken cancellationToken);
}

/// <param name="Method">GET, POST or DELETE.</param>
/// <param name="ApiKey">Sent as <c>X-API-Key</c>, unless null. A secret.</param>
/// <param name="Json">The body, or null for none.</param>
public sealed record ProbeRequest(string Method, Uri Address, string? ApiKey = null, string? Json = null)
{
    /// <summary>An answer later than this scores nothing.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Leaves the key out, which a record would print.</summary>
    public override string ToString() => $"{Method} {Address}";
}

/// <param name="Latency">From the first step towards the miner to the end of what came of it.</param>
public abstract record ProbeResult(TimeSpan Latency);

/// <param name="Body">At most 1 MiB.</param>
/// <param name="ReceivedAt">When the answer was whole, by the own clock.</param>
public sealed record ProbeAnswer(int Status, ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt, TimeSpan Latency) : ProbeResult(Latency)
{
    /// <summary>The miner's clock as its <c>Date</c> header tells it, whole seconds; null without one.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How long a 429 or 503 asks to wait, more than zero; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect leads to; null without one.</summary>
    public Uri? Location { get; init; }
}

/// <param name="IsTrusted">Whether its chain, as the server sends it, leads to a root that this machine trusts; its dates aside.</param>
/// <param name="IsForHost">Whether it is made out to the name in the address.</param>
public sealed record ProbeCertificate(DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsTrusted, bool IsForHost, TimeSpan Latency)
    : ProbeResult(Latency);

public sealed record ProbeFailure(ProbeFault Fault, TimeSpan Latency) : ProbeResult(Latency);

/// <summary>Why there is no answer.</summary>
public enum ProbeFault
{
    /// <summary>No connection: an unknown name, nothing that listens, a firewall.</summary>
    Unreachable,

    /// <summary>A connection, but no TLS on it.</summary>
    TlsFailed,

    /// <summary>The deadline passed first.</summary>
    TimedOut,

    /// <summary>More than is read.</summary>
    TooLarge,

    /// <summary>No HTTP, or the connection broke.</summary>
    Broken,
}
