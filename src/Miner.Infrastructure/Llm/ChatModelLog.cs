using Microsoft.Extensions.Logging;

namespace Miner.Infrastructure.Llm;

/// <summary>What is logged of the model's calls, event ids 2000 to 2099; never a prompt, an answer, a key or an upstream's words.</summary>
internal static partial class ChatModelLog
{
    [LoggerMessage(2000, LogLevel.Information,
        "Model {Model} answered with {Tokens} tokens in {ElapsedMilliseconds} ms after {Attempts} attempts.")]
    public static partial void Completed(this ILogger logger, string model, int tokens, long elapsedMilliseconds, int attempts);

    [LoggerMessage(2001, LogLevel.Warning,
        "Attempt {Attempt}: the upstream answered with status {Status} (type {ErrorType}, code {ErrorCode}) "
        + "after {ElapsedMilliseconds} ms.")]
    public static partial void AttemptRefused(
        this ILogger logger, int attempt, int status, string? errorType, string? errorCode, long elapsedMilliseconds);

    [LoggerMessage(2002, LogLevel.Warning,
        "Attempt {Attempt}: the connection to the upstream failed ({Reason}) after {ElapsedMilliseconds} ms.")]
    public static partial void AttemptLost(this ILogger logger, int attempt, string reason, long elapsedMilliseconds);

    [LoggerMessage(2003, LogLevel.Warning, "Attempt {Attempt}: the upstream gave no whole answer within {ElapsedMilliseconds} ms.")]
    public static partial void AttemptTimedOut(this ILogger logger, int attempt, long elapsedMilliseconds);

    [LoggerMessage(2004, LogLevel.Error, "The upstream keeps failing; it is left alone for {BreakMilliseconds} ms.")]
    public static partial void CircuitOpened(this ILogger logger, long breakMilliseconds);

    [LoggerMessage(2005, LogLevel.Information, "The upstream answers again.")]
    public static partial void CircuitClosed(this ILogger logger);

    [LoggerMessage(2006, LogLevel.Information,
        "The upstream refused the request's parameters; trying format {Format}, {TokenLimit}, temperature {HasTemperature}, "
            + "n {HasSampleCount}."
    )]
    public static partial void ParametersRefused(
        this ILogger logger, AnswerFormat format, TokenLimitParameter tokenLimit, bool hasTemperature, bool hasSampleCount);

    /// <param name="failure">Our own sentence.</param>
    [LoggerMessage(2007, LogLevel.Warning, "No completion in {ElapsedMilliseconds} ms after {Attempts} attempts: {Failure}")]
    public static partial void NotCompleted(this ILogger logger, string failure, long elapsedMilliseconds, int attempts);

    /// <param name="failure">Our own sentence.</param>
    [LoggerMessage(2008, LogLevel.Warning, "The embedded offline model answered instead: {Failure}")]
    public static partial void AnsweredOffline(this ILogger logger, string failure);
}
