using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Miner.Application.Ports;

namespace Miner.Api.Errors;

/// <summary>The one place that turns failures into HTTP.</summary>
internal sealed partial class MinerExceptionHandler(ILogger<MinerExceptionHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan ShortestRetryAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StorageRetryAfter = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is ConnectionResetException || (exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var (status, detail, retryAfter) = Describe(exception);
        if (status == StatusCodes.Status500InternalServerError)
            LogBug(exception.GetType().FullName ?? "unknown", exception.StackTrace ?? "no stack");
        // A body that is too large is a security event, and told as one.
        else if (status != StatusCodes.Status413PayloadTooLarge)
            LogFailed(status, exception.GetType().Name, context.Connection.RemoteIpAddress);

        if (retryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await context.WriteProblemAsync(status, detail);
        return true;
    }

    private static (int Status, string? Detail, TimeSpan? RetryAfter) Describe(Exception exception) => exception switch
    {
        ChatModelException { Failure: ChatModelFailure.Overloaded } model =>
            (StatusCodes.Status503ServiceUnavailable, model.Message, model.RetryAfter ?? ShortestRetryAfter),
        ChatModelException { Failure: ChatModelFailure.TimedOut } model => (StatusCodes.Status504GatewayTimeout, model.Message, null),
        ChatModelException model => (StatusCodes.Status502BadGateway, model.Message, null),
        WebSearchException { Failure: UpstreamFailure.Overloaded } search =>
            (StatusCodes.Status503ServiceUnavailable, search.Message, search.RetryAfter ?? ShortestRetryAfter),
        WebSearchException { Failure: UpstreamFailure.TimedOut } search => (StatusCodes.Status504GatewayTimeout, search.Message, null),
        WebSearchException search => (StatusCodes.Status502BadGateway, search.Message, null),
        TimeoutException => (StatusCodes.Status504GatewayTimeout, "The answer took longer than a request may take.", null),
        StorageException => (StatusCodes.Status503ServiceUnavailable, "The store is not available.", StorageRetryAfter),
        BadHttpRequestException request => (request.StatusCode, null, null),
        _ => (StatusCodes.Status500InternalServerError, null, null),
    };

    /// <summary>The exception's own text is left out: it may quote what a caller sent.</summary>
    [LoggerMessage(EventId = 4001, Level = LogLevel.Error, Message = "Unexpected {ExceptionType} at {StackTrace}")]
    private partial void LogBug(string exceptionType, string stackTrace);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Request from {Address} answered with {Status}: {Reason}")]
    private partial void LogFailed(int status, string reason, IPAddress? address);
}
