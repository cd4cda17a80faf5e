using AutoMapper;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Miner.Api.Contracts;
using Miner.Api.Limits;
using Miner.Api.Settings;
using Miner.Application.Status;
using Miner.Domain.Components;

namespace Miner.Api.Controllers;

/// <summary>What the miner is and how it does.</summary>
[Tags("Status")]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status500InternalServerError)]
[ProducesResponseType<ProblemDetails>(StatusCodes.Status504GatewayTimeout)]
public sealed class StatusController(IMediator mediator, IMapper mapper, ServerSettings server) : MinerController
{
    private static readonly HealthFeatures Features = new(UnifiedApi: true, ConversationHistory: true, PlaybookSystem: true);

    /// <summary>Tell what this service is.</summary>
    [HttpGet("/", Name = "GetService"), AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public ServiceResponse Service() => ServiceDescription.Of(server.MinerName, Features, server.DocsEnabled);

    /// <summary>Tell whether the miner can work, and with what.</summary>
    [HttpGet("/health", Name = "GetHealth"), AllowAnonymous]
    [ProducesResponseType(StatusCodes.Status200OK)]
    public async Task<HealthResponse> Health(CancellationToken cancellationToken)
    {
        var health = await mediator.Send(new GetHealthQuery(), cancellationToken);
        return new HealthResponse(
            health.IsHealthy ? "healthy" : "degraded",
            health.Model.Provider,
            health.Model.Model,
            health.ActiveConversations ?? 0,
            Features,
            health.Model.IsAnswering,
            health.CanStore,
            health.Counters,
            health.Model.Note);
    }

    /// <summary>Tell what the miner offers.</summary>
    [HttpGet("/capabilities", Name = "GetCapabilities"), RequestLimit(LimitedEndpoints.Capabilities)]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
    public async Task<CapabilitiesResponse> Capabilities(CancellationToken cancellationToken)
    {
        var (model, history, search) = await mediator.Send(new GetCapabilitiesQuery(), cancellationToken);
        return new CapabilitiesResponse(
            server.MinerName,
            model.Provider,
            model.Model,
            ConversationHistoryEnabled: true,
            history.MaxMessages,
            (int)history.MaxAge.TotalDays,
            ComponentNames.All, new CapabilityFeatures(true, true, true, MajorityVoting: true, search));
    }

    /// <summary>Tell how the miner has done since it started.</summary>
    [HttpGet("/stats", Name = "GetStats"), RequestLimit(LimitedEndpoints.Stats)]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status403Forbidden)]
    [ProducesResponseType<ProblemDetails>(StatusCodes.Status429TooManyRequests)]
    public async Task<StatsResponse> Stats(CancellationToken cancellationToken) =>
        mapper.Map<StatsResponse>(await mediator.Send(new GetStatsQuery(), cancellationToken));
}
