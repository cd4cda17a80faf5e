using System.Diagnostics;
using Miner.Application.Ports;

namespace Miner.Application.Telemetry;

/// <summary>The miner's own part of a trace. Where nobody listens, nothing is started and nothing allocated.</summary>
public static class MinerActivity
{
    public const string SourceName = "Miner";

    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>Marks an activity as failed. The exception's text stays out: it may quote what a caller sent.</summary>
    public static void Fail(this Activity activity, Exception exception)
    {
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag(MetricTags.Error, ErrorType(exception));
    }

    /// <summary>The failure in one word, of a small set.</summary>
    public static string ErrorType(Exception exception) => exception switch
    {
        ChatModelException { Failure: ChatModelFailure.Overloaded } or WebSearchException { Failure: UpstreamFailure.Overloaded } =>
            "overloaded",
        ChatModelException { Failure: ChatModelFailure.TimedOut } or WebSearchException { Failure: UpstreamFailure.TimedOut } =>
            "timed_out",
        ChatModelException { Failure: ChatModelFailure.NoAnswer } => "no_answer",
        ChatModelException or WebSearchException => "failed",
        OperationCanceledException => "cancelled",
        _ => exception.GetType().FullName!,
    };
}
