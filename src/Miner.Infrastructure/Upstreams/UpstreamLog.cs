using Microsoft.Extensions.Logging;

namespace Miner.Infrastructure.Upstreams;

/// <summary>
/// What is logged of the attempts to reach an upstream, by the name of its HTTP client and under the category of whoever asks it: event
/// ids 2001 to 2005; never what was sent, a key or an upstream's words.
/// </summary>
internal static partial class UpstreamLog
{
    [LoggerMessage(2001, LogLevel.Warning,
        "Attempt {Attempt}: {Upstream} answered with status {Status} (type {ErrorType}, code {ErrorCode}) "
        + "after {ElapsedMilliseconds} ms.")]
    public static partial void AttemptRefused(
        this ILogger logger, int attempt, string upstream, int status, string? errorType, string? errorCode, long elapsedMilliseconds);

    [LoggerMessage(2002, LogLevel.Warning,
        "Attempt {Attempt}: the connection to {Upstream} failed ({Reason}) after {ElapsedMilliseconds} ms.")]
    public static partial void AttemptLost(this ILogger logger, int attempt, string upstream, string reason, long elapsedMilliseconds);

    [LoggerMessage(2003, LogLevel.Warning, "Attempt {Attempt}: {Upstream} gave no whole answer within {ElapsedMilliseconds} ms.")]
    public static partial void AttemptTimedOut(this ILogger logger, int attempt, string upstream, long elapsedMilliseconds);

    [LoggerMessage(2004, LogLevel.Error, "{Upstream} keeps failing; it is left alone for {BreakMilliseconds} ms.")]
    public static partial void CircuitOpened(this ILogger logger, string upstream, long breakMilliseconds);

    [LoggerMessage(2005, LogLevel.Information, "{Upstream} answers again.")]
    public static partial void CircuitClosed(this ILogger logger, string upstream);
}
