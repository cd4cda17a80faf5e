using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Contracts;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Application.Components;
using Miner.Application.Components.Aggregate;
using Miner.Application.Components.Complete;
using Miner.Application.Components.Feedback;
using Miner.Application.Components.HumanFeedback;
using Miner.Application.Components.InternetSearch;
using Miner.Application.Components.Refine;
using Miner.Application.Components.Summary;
using Miner.Domain.Components;

namespace Miner.Api.Controllers;

/// <summary>The seven components.</summary>
[Tags("Components")]
[ProducesResponseType(StatusCodes.Status200OK)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status413PayloadTooLarge)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status415UnsupportedMediaType)]
[ProducesResponseType<InvalidRequestProblem>(StatusCodes.Status422UnprocessableEntity)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status502BadGateway)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status503ServiceUnavailable)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status504GatewayTimeout)]
public sealed class ComponentsController(IMediator mediator, IMapper mapper) : MinerController
{
    /// <summary>Answer the queries, with history and playbook in the context.</summary>
    [HttpPost("/" + ComponentNames.Complete, Name = "Complete"), RequestLimit(ComponentNames.Complete)]
    public Task<ComponentResponse> Complete(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Complete, request, input => new CompleteCommand(input), cancellationToken);

    /// <summary>Improve the previous outputs.</summary>
    [HttpPost("/" + ComponentNames.Refine, Name = "Refine"), RequestLimit(ComponentNames.Refine)]
    public Task<ComponentResponse> Refine(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Refine, request, input => new RefineCommand(input), cancellationToken);

    /// <summary>Give strengths, weaknesses and suggestions for each previous output.</summary>
    [HttpPost("/" + ComponentNames.Feedback, Name = "Feedback"), RequestLimit(ComponentNames.Feedback)]
    public Task<ComponentResponse> Feedback(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Feedback, request, input => new FeedbackCommand(input), cancellationToken);

    /// <summary>Extract insights from the user's words and change the playbook.</summary>
    [HttpPost("/" + ComponentNames.HumanFeedback, Name = "HumanFeedback"), RequestLimit(ComponentNames.HumanFeedback)]
    public Task<ComponentResponse> HumanFeedback(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.HumanFeedback, request, input => new HumanFeedbackCommand(input), cancellationToken);

    /// <summary>Summarise the previous outputs.</summary>
    [HttpPost("/" + ComponentNames.Summary, Name = "Summary"), RequestLimit(ComponentNames.Summary)]
    public Task<ComponentResponse> Summary(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Summary, request, input => new SummaryCommand(input), cancellationToken);

    /// <summary>Take a majority vote over the previous outputs.</summary>
    [HttpPost("/" + ComponentNames.Aggregate, Name = "Aggregate"), RequestLimit(ComponentNames.Aggregate)]
    public Task<ComponentResponse> Aggregate(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Aggregate, request, input => new AggregateCommand(input), cancellationToken);

    /// <summary>Search the web for each query.</summary>
    [HttpPost("/" + ComponentNames.InternetSearch, Name = "InternetSearch"), RequestLimit(ComponentNames.InternetSearch)]
    public Task<ComponentResponse> InternetSearch(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.InternetSearch, request, input => new InternetSearchCommand(input), cancellationToken);

    private async Task<ComponentResponse> Answer(
        Component component,
        ComponentRequest request,
        Func<ComponentInput, IRequest<ComponentResult>> command,
        CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command(mapper.Map<ComponentInput>(request)), cancellationToken);
        Response.Headers.Describe(result);
        return new ComponentResponse(request.Cid, request.Task, request.Input, mapper.Map<OutputItem>(result.Output), component.Name());
    }
}
