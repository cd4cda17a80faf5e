using System.ComponentModel.DataAnnotations;
using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Contracts;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Routing;
using Miner.Api.Settings;
using Miner.Application.Conversations;

namespace Miner.Api.Controllers;

/// <summary>The stored conversations.</summary>
[Tags("Conversations")]
[RequestLimit(LimitedEndpoints.Conversations)]
[ProducesResponseType(StatusCodes.Status200OK)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<InvalidRequestProblem>(StatusCodes.Status422UnprocessableEntity)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status504GatewayTimeout)]
public sealed class ConversationsController(IMediator mediator, IMapper mapper) : MinerController
{
    /// <summary>List the conversations, or those with `q` in their id, the most recently active first.</summary>
    [HttpGet("/conversations", Name = "ListConversations")]
    public async Task<ConversationListResponse> List(
        CancellationToken cancellationToken,
        [FromQuery(Name = "limit"), Range(1, 1_000, ErrorMessage = "value_error: This must be from {1} to {2}.")] int limit = 100,
        [FromQuery(Name = "offset"), Range(0, int.MaxValue, ErrorMessage = "value_error: This must be {1} or more.")] int offset = 0,
        [FromQuery(Name = "q"), StringLength(100, ErrorMessage = "string_too_long: At most {1} characters are allowed.")]
        string? part = null) =>
        mapper.Map<ConversationListResponse>(
            await mediator.Send(new ListConversationsQuery(part ?? "", limit, offset), cancellationToken));

    /// <summary>Get a conversation with its messages; an unknown one is empty.</summary>
    [HttpGet("/conversations/{cid}", Name = "GetConversation")]
    public async Task<ConversationResponse> Get([FromRawPath, ConversationId] string cid, CancellationToken cancellationToken) =>
        await mediator.Send(new GetConversationQuery(cid), cancellationToken) is { } conversation
            ? mapper.Map<ConversationResponse>(conversation)
            : new ConversationResponse(cid, MessageCount: 0, Messages: [], CreatedAt: null, LastActivity: null);

    /// <summary>Delete a conversation and its messages; its playbook stays unless that is to go too.</summary>
    [HttpDelete("/conversations/{cid}", Name = "DeleteConversation")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<DeletedResponse>> Delete(
        [FromRawPath, ConversationId] string cid,
        CancellationToken cancellationToken,
        [FromQuery(Name = "playbook")] bool playbook = false) =>
        await mediator.Send(new DeleteConversationCommand(cid, playbook), cancellationToken)
            ? new DeletedResponse(Success: true, $"The conversation {(playbook ? "and its playbook were" : "was")} deleted.", cid)
            : Problem(detail: "There is no conversation under this id.", statusCode: StatusCodes.Status404NotFound);
}
