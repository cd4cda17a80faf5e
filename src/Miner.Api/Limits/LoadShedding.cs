using System.Globalization;
using System.Threading.RateLimiting;
using Miner.Api.Errors;
using Miner.Api.Security;
using Miner.Api.Settings;

namespace Miner.Api.Limits;

/// <summary>
/// Refuses what would be too much at once: a costly request takes a slot for as long as it lasts, waits for one in a short queue for at
/// most <see cref="LongestWait"/>, and is else answered 503 with <c>Retry-After</c>, before anything of its body is read. Endpoints of
/// <see cref="LimitedEndpoints.Status"/> and those without a limit are always answered.
/// </summary>
internal sealed class LoadShedding(RequestDelegate next, ConcurrencyLimiter slots, SecurityLog log, TimeProvider time)
{
    /// <summary>A caller that waited longer would rather have asked another miner.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private static readonly string RetryAfter = LongestWait.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>As many slots as <paramref name="settings"/> say, and a queue of a tenth of that.</summary>
    public static ConcurrencyLimiter Slots(ServerSettings settings) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = settings.MaxConcurrentRequests,
        QueueLimit = Math.Max(1, settings.MaxConcurrentRequests / 10),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata.GetMetadata<RequestLimitAttribute>()?.Endpoint;
        return endpoint is null || LimitedEndpoints.Status.Contains(endpoint) ? next(context) : InvokeInSlotAsync(context, endpoint);
    }

    private async Task InvokeInSlotAsync(HttpContext context, string endpoint)
    {
        using var slot = await TakeSlotAsync(context.RequestAborted);
        if (slot.IsAcquired)
        {
            await next(context);
            return;
        }

        context.Response.Headers.RetryAfter = RetryAfter;
        log.Overloaded(context, endpoint);
        await context.WriteProblemAsync(
            StatusCodes.Status503ServiceUnavailable, $"Too many requests are under way; try again in {RetryAfter} s.");
    }

    /// <returns>A lease that is not acquired where the queue is full, or the wait was in vain.</returns>
    private async ValueTask<RateLimitLease> TakeSlotAsync(CancellationToken requestAborted)
    {
        var slot = slots.AttemptAcquire();
        if (slot.IsAcquired) return slot;

        using var patience = new CancellationTokenSource(LongestWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(requestAborted, patience.Token);
        try
        {
            return await slots.AcquireAsync(cancellationToken: either.Token);
        }
        catch (OperationCanceledException) when (!requestAborted.IsCancellationRequested)
        {
            return slot;
        }
    }
}
