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
using Miner.Application.Recording;
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
    public async Task<ComponentResponse> Complete(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Complete, request, await mediator.Send(new CompleteCommand(Input(request)), cancellationToken));

    /// <summary>Improve the previous outputs.</summary>
    [HttpPost("/" + ComponentNames.Refine, Name = "Refine"), RequestLimit(ComponentNames.Refine)]
    public async Task<ComponentResponse> Refine(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Refine, request, await mediator.Send(new RefineCommand(Input(request)), cancellationToken));

    /// <summary>Give strengths, weaknesses and suggestions for each previous output.</summary>
    [HttpPost("/" + ComponentNames.Feedback, Name = "Feedback"), RequestLimit(ComponentNames.Feedback)]
    public async Task<ComponentResponse> Feedback(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Feedback, request, await mediator.Send(new FeedbackCommand(Input(request)), cancellationToken));

    /// <summary>Extract insights from the user's words and change the playbook.</summary>
    [HttpPost("/" + ComponentNames.HumanFeedback, Name = "HumanFeedback"), RequestLimit(ComponentNames.HumanFeedback)]
    public async Task<ComponentResponse> HumanFeedback(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.HumanFeedback, request, await mediator.Send(new HumanFeedbackCommand(Input(request)), cancellationToken));

    /// <summary>Summarise the previous outputs.</summary>
    [HttpPost("/" + ComponentNames.Summary, Name = "Summary"), RequestLimit(ComponentNames.Summary)]
    public async Task<ComponentResponse> Summary(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Summary, request, await mediator.Send(new SummaryCommand(Input(request)), cancellationToken));

    /// <summary>Take a majority vote over the previous outputs.</summary>
    [HttpPost("/" + ComponentNames.Aggregate, Name = "Aggregate"), RequestLimit(ComponentNames.Aggregate)]
    public async Task<ComponentResponse> Aggregate(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.Aggregate, request, await mediator.Send(new AggregateCommand(Input(request)), cancellationToken));

    /// <summary>Search the web for each query.</summary>
    [HttpPost("/" + ComponentNames.InternetSearch, Name = "InternetSearch"), RequestLimit(ComponentNames.InternetSearch)]
    public async Task<ComponentResponse> InternetSearch(ComponentRequest request, CancellationToken cancellationToken) =>
        Answer(Component.InternetSearch, request, await mediator.Send(new InternetSearchCommand(Input(request)), cancellationToken));

    private ComponentInput Input(ComponentRequest request)
    {
        var input = mapper.Map<ComponentInput>(request);
        CallRecord.Current?.Note(new InputNote(input));
        return input;
    }

    private ComponentResponse Answer(Component component, ComponentRequest request, ComponentResult result)
    {
        Response.Headers.Describe(result);
        return new ComponentResponse(request.Cid, request.Task, request.Input, mapper.Map<OutputItem>(result.Output), component.Name());
    }
}
