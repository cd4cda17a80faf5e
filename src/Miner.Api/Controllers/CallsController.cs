using System.ComponentModel.DataAnnotations;
using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Contracts;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Settings;
using Miner.Application.Recording;
using Miner.Domain.Components;

namespace Miner.Api.Controllers;

/// <summary>The recorded calls.</summary>
[Tags("Calls")]
[RequestLimit(LimitedEndpoints.Calls)]
[ProducesResponseType(StatusCodes.Status200OK)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<InvalidRequestProblem>(StatusCodes.Status422UnprocessableEntity)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status504GatewayTimeout)]
public sealed class CallsController(IMediator mediator, IMapper mapper) : MinerController
{
    private const string IsFrom = "value_error: This must be from {1} to {2}.";
    private const string IsAtLeast = "value_error: This must be {1} or more.";
    private const int LongestText = 200;

    private const string ComponentName = $"^({ComponentNames.Complete}|{ComponentNames.Refine}|{ComponentNames.Feedback}|"
        + $"{ComponentNames.HumanFeedback}|{ComponentNames.Summary}|{ComponentNames.Aggregate}|{ComponentNames.InternetSearch})$";

    /// <summary>List the recorded calls, the newest first.</summary>
    [HttpGet("/calls", Name = "ListCalls")]
    public async Task<CallListResponse> List(
        CancellationToken cancellationToken,
        [FromQuery(Name = "component"), RegularExpression(ComponentName, ErrorMessage = "value_error: This is the name of no component.")]
        string? component = null,
        [FromQuery(Name = "flag")] CallFlag? flag = null,
        [FromQuery(Name = "failed")] bool? failed = null,
        [FromQuery(Name = "slowest")] bool slowest = false,
        [FromQuery(Name = "q"), StringLength(LongestText, ErrorMessage = "string_too_long: At most {1} characters are allowed.")]
        string? text = null,
        [FromQuery(Name = "limit"), Range(1, 1_000, ErrorMessage = IsFrom)] int limit = 100,
        [FromQuery(Name = "offset"), Range(0, int.MaxValue, ErrorMessage = IsAtLeast)] int offset = 0) =>
        mapper.Map<CallListResponse>(await mediator.Send(
            new ListCallsQuery(new CallFilter(component, flag, failed, text), slowest, limit, offset), cancellationToken));

    /// <summary>Get a recorded call with all that happened in it, by the trace id of its log lines or its error.</summary>
    [HttpGet("/calls/{trace_id}", Name = "GetCall")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<CallResponse>> Get(
        [FromRoute(Name = "trace_id"), Text(1, 100)] string traceId,
        CancellationToken cancellationToken,
        [FromQuery(Name = "number"), Range(1, int.MaxValue, ErrorMessage = IsAtLeast)] int? number = null) =>
        await mediator.Send(new GetCallQuery(traceId, number), cancellationToken) is { } call
            ? new CallResponse(call.Summary, call.Detail)
            : Problem(detail: "No call is recorded under this trace id.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Forget all recorded calls.</summary>
    [HttpDelete("/calls", Name = "DeleteCalls")]
    public async Task<CallsDeletedResponse> Delete(CancellationToken cancellationToken) =>
        new(Success: true, "The recorded calls were deleted.", await mediator.Send(new ClearCallsCommand(), cancellationToken));
}
