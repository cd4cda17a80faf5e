namespace Miner.Operator.Doctor;

/// <summary>What came of a call.</summary>
/// <param name="Latency">From the first step towards the miner to the end of what came of it.</param>
internal abstract record CallResult(TimeSpan Latency);

/// <param name="Body">At most 1 MiB.</param>
/// <param name="ReceivedAt">When the answer was whole, by the own clock.</param>
internal sealed record CallAnswer(int Status, ReadOnlyMemory<byte> Body, DateTimeOffset ReceivedAt, TimeSpan Latency) : CallResult(Latency)
{
    /// <summary>The miner's clock as its <c>Date</c> header tells it, whole seconds; null without one.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>How long a 429 or 503 asks to wait, more than zero; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The model that the answer names; null where it names none.</summary>
    public string? Model { get; init; }

    /// <summary>Where a redirect leads to; null without one.</summary>
    public Uri? Location { get; init; }
}

/// <param name="IsTrusted">Whether its chain, as the server sends it, leads to a root that this machine trusts; its dates aside.</param>
/// <param name="IsForHost">Whether it is made out to the name in the address.</param>
internal sealed record CallCertificate(DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool IsTrusted, bool IsForHost, TimeSpan Latency)
    : CallResult(Latency);

internal sealed record CallFailure(CallFault Fault, TimeSpan Latency) : CallResult(Latency);

/// <summary>Why there is no answer.</summary>
internal enum CallFault
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
