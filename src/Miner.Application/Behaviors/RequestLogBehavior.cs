using MediatR;
using Microsoft.Extensions.Logging;
using Miner.Application.Components;
using Miner.Application.Telemetry;

namespace Miner.Application.Behaviors;

/// <summary>Logs each component request once: what was asked, how it ended, how long it took and what it cost.</summary>
internal sealed partial class RequestLogBehavior<TRequest, TResponse>(
    TimeProvider time,
    MinerMetrics metrics,
    ILogger<RequestLogBehavior<TRequest, TResponse>> logger
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = time.GetTimestamp();
        var succeeded = false;
        try
        {
            var response = await next();
            succeeded = true;
            if (response is ComponentResult result)
            {
                metrics.ModelSamples.Add(result.Usage?.Samples ?? 0);
                LogAnswered(
                    typeof(TRequest).Name, time.GetElapsedTime(started).TotalMilliseconds, result.Usage?.Model ?? "none",
                    result.Usage?.Tokens ?? 0,
                    result.Usage?.Samples ?? 0,
                    result.Output.ImmediateResponse.Length,
                    result.Output.Notebook.Length,
                    result.Truncated);
            }

            return response;
        }
        finally
        {
            if (!succeeded) LogFailed(typeof(TRequest).Name, time.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    [LoggerMessage(
        EventId = 1020,
        Level = LogLevel.Information,
        Message = "{Request} answered in {Milliseconds:F0} ms: model {Model}, {Tokens} tokens, {Samples} samples, "
            + "response of {ResponseLength}, notebook of {NotebookLength}, truncated {Truncated}")]
    private partial void LogAnswered(
        string request, double milliseconds, string model, long tokens, int samples, int responseLength, int notebookLength, bool truncated);

    [LoggerMessage(EventId = 1021, Level = LogLevel.Information, Message = "{Request} failed after {Milliseconds:F0} ms")]
    private partial void LogFailed(string request, double milliseconds);
}
