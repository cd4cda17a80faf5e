using System.Net;

namespace Miner.Operator.Evaluation.Scoring;

/// <summary>Why an answer is not right.</summary>
public enum WrongAnswerCause
{
    /// <summary>Its final answer is another one.</summary>
    ComputedWrong,

    /// <summary>No final answer can be told from the rest of the reply.</summary>
    NoFinalAnswer,

    /// <summary>A line of the reply comes to the right answer, but is not what was taken for the final one.</summary>
    ReadDifferently,

    /// <summary>The reply ended before the model had said all.</summary>
    Cut,

    /// <summary>It came too late, or not at all.</summary>
    TimedOut,

    /// <summary>The miner would not answer, by its limit or otherwise (HTTP 4xx, and 503).</summary>
    Refused,

    /// <summary>The request failed for another reason: no connection, another error of the miner's, or an answer that is none.</summary>
    Failed,
}

public static class WrongAnswerCauses
{
    /// <summary>As people read it: <c>no final answer</c>.</summary>
    public static string Title(this WrongAnswerCause cause) => cause switch
    {
        WrongAnswerCause.ComputedWrong => "computed wrong",
        WrongAnswerCause.NoFinalAnswer => "no final answer",
        WrongAnswerCause.ReadDifferently => "read differently",
        WrongAnswerCause.TimedOut => "timed out",
        _ => cause.ToString().ToLowerInvariant(),
    };

    /// <summary>Of a request that got an error in place of an answer.</summary>
    internal static WrongAnswerCause OfStatus(int status) => (HttpStatusCode)status switch
    {
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => WrongAnswerCause.TimedOut,
        HttpStatusCode.ServiceUnavailable or (>= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError) =>
            WrongAnswerCause.Refused,
        _ => WrongAnswerCause.Failed,
    };
}
