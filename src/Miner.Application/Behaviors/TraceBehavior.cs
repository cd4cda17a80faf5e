using MediatR;
using Miner.Application.Telemetry;

namespace Miner.Application.Behaviors;

/// <summary>Makes each command and query a step of its request's trace.</summary>
internal sealed class TraceBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = MinerActivity.Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await next();
        }
        catch (Exception exception)
        {
            activity?.Fail(exception);
            throw;
        }
    }
}
