using Miner.Api.Settings;

namespace Miner.Api.Limits;

/// <summary>
/// Ends a request that takes too long: from then on its <see cref="HttpContext.RequestAborted"/> is cancelled, which abandons the model
/// call and the reading of a body that never ends.
/// </summary>
/// <exception cref="TimeoutException">The deadline passed before the answer was there.</exception>
internal sealed class DeadlineMiddleware(RequestDelegate next, ServerSettings settings, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var disconnected = context.RequestAborted;
        using var deadline = new CancellationTokenSource(settings.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(disconnected, deadline.Token);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (Exception exception) when (deadline.IsCancellationRequested && IsCancellation(exception) && !context.Response.HasStarted)
        {
            throw new TimeoutException("The request's deadline passed.", exception);
        }
        finally
        {
            context.RequestAborted = disconnected;
        }
    }

    /// <summary>Kestrel tells of a cancelled read of the body in more than one way.</summary>
    private static bool IsCancellation(Exception exception) => exception is OperationCanceledException or IOException;
}
