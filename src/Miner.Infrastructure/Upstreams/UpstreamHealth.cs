using Microsoft.Extensions.Logging;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// How one upstream does: whether it is asked and how often, and what an operator wants to know of it. Safe for use by several threads.
/// </summary>
/// <param name="name">The name of the HTTP client that reaches it.</param>
/// <param name="connections">The most requests that may be out to it at once.</param>
internal sealed class UpstreamHealth(string name, int connections, MinerMetrics metrics, TimeProvider time, ILogger logger)
{
    /// <summary>What an upstream does whose circuit is open, to follow its name.</summary>
    public const string LeftAlone = "keeps failing and is left alone for a while";

    /// <summary>As many attempts as one request makes.</summary>
    private const int FailuresInARow = 3;

    private int _failuresInARow;
    private int _subjects;
    private volatile UpstreamFault? _lastFault;

    public string Name => name;

    public UpstreamCircuit Circuit { get; } = new(time)
    {
        Opened = length => logger.CircuitOpened(name, (long)length.TotalMilliseconds),
        Closed = () => logger.CircuitClosed(name),
    };

    public UpstreamGate Gate { get; } = new(connections, time);

    public AnswerTimes Times { get; } = new();

    /// <summary>False where its circuit is not closed, or the last attempts all failed.</summary>
    public bool IsAnswering => Circuit.State == CircuitState.Closed && Volatile.Read(ref _failuresInARow) < FailuresInARow;

    /// <summary>The last attempt that failed, or null where none has.</summary>
    public UpstreamFault? LastFault => _lastFault;

    /// <param name="complaint">What it did, in our own words, where it failed.</param>
    public void Count(UpstreamEvent happened, string? complaint = null)
    {
        metrics.Count(name, happened);
        CallRecord.Current?.Note(new UpstreamNote(name, happened, complaint));
    }

    /// <param name="elapsed">How long the answer took.</param>
    public void Answered(TimeSpan elapsed)
    {
        Volatile.Write(ref _failuresInARow, 0);
        Times.Add(elapsed);
        Count(UpstreamEvent.Answered);
    }

    /// <param name="complaint">What it did, in our own words, to follow its name.</param>
    /// <param name="isItsFault">False where the request may have been wrong.</param>
    public void Failed(string complaint, bool isItsFault)
    {
        if (isItsFault) Interlocked.Increment(ref _failuresInARow);
        _lastFault = new UpstreamFault(complaint, time.GetUtcNow());
        Count(UpstreamEvent.Failed, complaint);
    }

    /// <summary>A subject of its own, for a failure that no other request can share.</summary>
    public int UniqueSubject() => Interlocked.Decrement(ref _subjects);
}

/// <param name="Complaint">What the upstream did, in our own words, to follow its name.</param>
internal sealed record UpstreamFault(string Complaint, DateTimeOffset At);
