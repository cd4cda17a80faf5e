using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Miner.Application.Recording;

namespace Miner.Api.Errors;

/// <summary>Problem details (RFC 9457) as the contract wants them: always <c>application/problem+json</c>, with <c>trace_id</c>.</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    /// <summary>Writes a problem; <paramref name="detail"/> is our own sentence and holds nothing secret.</summary>
    public static Task WriteProblemAsync(this HttpContext context, int status, string? detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Detail = detail };
        return context.RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem }).AsTask();
    }

    /// <summary>Completes every problem, whichever part of the framework made it.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        Complete(context.ProblemDetails, context.HttpContext.TraceId());
        CallRecord.Current?.Note(new ProblemNote(Recorded(context.ProblemDetails)));
    }

    public static void Complete(ProblemDetails problem, string traceId)
    {
        problem.Type = "about:blank"; // The status says it all (RFC 9457, 4.2.1).
        problem.Detail ??= problem.Status is { } status ? DefaultDetail(status) : null;
        problem.Extensions.Remove("traceId");
        problem.Extensions["trace_id"] = traceId;
    }

    /// <summary>Names the request: in its trace, in the log, in errors and among the recorded calls.</summary>
    public static string TraceId(this HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static CallProblem Recorded(ProblemDetails problem) => new(
        problem.Status ?? 0,
        problem.Title ?? "",
        problem.Detail ?? "",
        problem is InvalidRequestProblem { Errors: var errors }
            ? [.. errors.Select(error => new CallFieldError(string.Join('.', error.Loc), error.Msg))]
            : []);

    private static string? DefaultDetail(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is not well-formed HTTP.",
        StatusCodes.Status404NotFound => "There is nothing under this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take this method; the Allow header lists those that it takes.",
        StatusCodes.Status408RequestTimeout => "The request arrives too slowly.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 10 MiB.",
        StatusCodes.Status414UriTooLong => "The address is too long.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON in UTF-8: Content-Type application/json.",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "The headers are too long.",
        StatusCodes.Status505HttpVersionNotsupported => "The miner speaks HTTP/1.1.",
        StatusCodes.Status500InternalServerError => "The miner made a mistake; its operator finds it in the log under trace_id.",
        _ => "The request was not answered.",
    };
}
