using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Contracts;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Routing;
using Miner.Api.Settings;
using Miner.Application.Playbooks;
using Miner.Domain.Playbooks;

namespace Miner.Api.Controllers;

/// <summary>What the miner remembers of a conversation's user.</summary>
[Tags("Playbook")]
[RequestLimit(LimitedEndpoints.Playbook)]
[ProducesResponseType(StatusCodes.Status200OK)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<InvalidRequestProblem>(StatusCodes.Status422UnprocessableEntity)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status504GatewayTimeout)]
public sealed class PlaybookController(IMediator mediator, IMapper mapper) : MinerController
{
    /// <summary>Get the active playbook entries of a conversation.</summary>
    [HttpGet("/playbook/{cid}", Name = "GetPlaybook")]
    public async Task<PlaybookResponse> Get(
        [FromRawPath, ConversationId] string cid,
        [FromQuery(Name = "insight_type")] InsightType? insightType,
        CancellationToken cancellationToken)
    {
        var entries = await mediator.Send(new GetPlaybookQuery(cid, insightType), cancellationToken);
        return new PlaybookResponse(cid, entries.Count, mapper.Map<IReadOnlyList<PlaybookEntryItem>>(entries));
    }

    /// <summary>Get the playbook of a conversation as a model reads it.</summary>
    [HttpGet("/playbook/{cid}/context", Name = "GetPlaybookContext")]
    public async Task<PlaybookContextResponse> GetContext([FromRawPath, ConversationId] string cid, CancellationToken cancellationToken)
    {
        var report = await mediator.Send(new GetPlaybookContextQuery(cid), cancellationToken);
        var entries = mapper.Map<IReadOnlyList<PlaybookEntryItem>>(report.Entries);
        return new PlaybookContextResponse(cid, entries.Count, report.TotalEntries, report.Text, report.Text, entries);
    }

    /// <summary>Forget what is known of a conversation's user: its playbook, with the audit of it; the messages stay.</summary>
    [HttpDelete("/playbook/{cid}", Name = "DeletePlaybook")]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status404NotFound)]
    public async Task<ActionResult<DeletedResponse>> Delete(
        [FromRawPath, ConversationId] string cid,
        CancellationToken cancellationToken) =>
        await mediator.Send(new DeletePlaybookCommand(cid), cancellationToken)
            ? new DeletedResponse(Success: true, "The playbook was deleted.", cid)
            : Problem(detail: "There is no playbook under this id.", statusCode: StatusCodes.Status404NotFound);
}
