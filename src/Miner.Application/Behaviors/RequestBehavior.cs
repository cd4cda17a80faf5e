using MediatR;
using Microsoft.Extensions.Logging;
using Miner.Application.Components;
using Miner.Application.Recording;
using Miner.Application.Telemetry;

namespace Miner.Application.Behaviors;

/// <summary>
/// Makes each command and query a step of its request's trace, and logs each component's answer, with what it cost. Failures are told
/// by who answers the caller.
/// </summary>
internal sealed partial class RequestBehavior<TRequest, TResponse>(
    TimeProvider time,
    MinerMetrics metrics,
    ILogger<RequestBehavior<TRequest, TResponse>> logger
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = MinerActivity.Source.StartActivity(typeof(TRequest).Name);
        var started = time.GetTimestamp();
        try
        {
            var response = await next();
            if (response is ComponentResult(var output, var usage))
            {
                metrics.ModelSamples.Add(usage.Samples);
                CallRecord.Current?.Note(new AnswerNote(output, usage));
                LogAnswered(
                    typeof(TRequest).Name,
                    time.GetElapsedTime(started).TotalMilliseconds,
                    usage.Model,
                    usage.Tokens,
                    usage.Samples,
                    output.ImmediateResponse.Length,
                    output.Notebook.Length,
                    output.Truncated);
            }

            return response;
        }
        catch (Exception exception)
        {
            activity?.Fail(exception);
            throw;
        }
    }

    [LoggerMessage(
        EventId = 1020,
        Level = LogLevel.Information,
        Message = "{Request} answered in {Milliseconds:F0} ms: model {Model}, {Tokens} tokens, {Samples} samples, "
            + "response of {ResponseLength}, notebook of {NotebookLength}, truncated {Truncated}")]
    private partial void LogAnswered(
        string request,
        double milliseconds,
        string model,
        long tokens,
        int samples,
        int responseLength,
        int notebookLength,
        bool truncated);
}
