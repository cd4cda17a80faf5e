using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Miner.Api.Security;
using MinDataRate = Microsoft.AspNetCore.Server.Kestrel.Core.MinDataRate;

namespace Miner.Api.Limits;

/// <summary>
/// Refuses bodies over 10 MiB with 413, whatever their framing (contract, "ComponentInput"), has each take its bytes from a
/// <see cref="BodyBudget"/> until its request is answered, and those over 1 MiB arrive at a minimum rate.
/// </summary>
/// <exception cref="BadHttpRequestException">The body is too large, or comes too slowly.</exception>
internal sealed class BodySizeLimit(RequestDelegate next, SecurityLog log, TimeProvider time)
{
    public const long MaxBytes = 10 * 1024 * 1024;

    /// <summary>A body up to this size may come as slowly as the server allows any.</summary>
    public const long LargeBytes = 1024 * 1024;

    /// <summary>Of a larger body: half a megabit a second.</summary>
    public static readonly MinDataRate LargeRate = new(bytesPerSecond: 64 * 1024, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>Of a body that does not say how large it is, as long as it is not <see cref="LargeBytes"/>.</summary>
    public static readonly MinDataRate UndeclaredRate = new(bytesPerSecond: 4 * 1024, gracePeriod: TimeSpan.FromSeconds(5));

    private readonly BodyBudget _budget = new();

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await LimitAsync(context);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            log.BodyTooLarge(context);
            throw;
        }
    }

    /// <summary>
    /// Judges a declared length before anything is read, and counts what is read of a body that declares none: that takes the bytes of a
    /// small body first, and as many as a body may have once it is larger.
    /// </summary>
    private async Task LimitAsync(HttpContext context)
    {
        var declared = context.Request.ContentLength;
        if (declared > MaxBytes) throw CountedBody.TooLarge();
        if (declared == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            if (declared is null) rate.MinDataRate = UndeclaredRate;
            else if (declared > LargeBytes) rate.MinDataRate = LargeRate;
        }

        var caller = $"{context.User.Identity?.Name} {CallerAddress.Subnet(context.Connection.RemoteIpAddress)}";
        using var body = new CountedBody(
            context.Request.Body, bytes => _budget.TakeAsync(caller, bytes, context.RequestAborted), time, context.RequestAborted);
        await body.TakeAsync(declared ?? LargeBytes);
        context.Request.Body = body;
        await next(context);
    }
}
