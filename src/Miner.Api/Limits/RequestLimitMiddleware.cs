using System.Globalization;
using Miner.Api.Errors;
using Miner.Api.Security;

namespace Miner.Api.Limits;

/// <summary>
/// Answers 429 with <c>Retry-After</c> to who asks too often, and tells every limited caller where it stands in <c>RateLimit-*</c> headers
/// (draft-ietf-httpapi-ratelimit-headers-07). Comes after authorisation: a wrong key uses up nobody's share.
/// </summary>
/// <param name="exemption">Null where there is no test page.</param>
internal sealed class RequestLimitMiddleware(
    RequestDelegate next, RequestLimiter limiter, SecurityLog log, LimitExemption? exemption = null)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<RequestLimitAttribute>() is not { } limited) return next(context);
        if (exemption is not null && exemption.Covers(context.Request)) return next(context);
        var counting = limiter.CountAsync(
            limited.Endpoint, context.User.Identity?.Name ?? "", context.Connection.RemoteIpAddress, context.RequestAborted);
        // Of a replica that counts alone it is there at once, and costs the request nothing.
        return counting.IsCompletedSuccessfully ? GoOnAsync(counting.Result) : WaitAsync();

        async Task WaitAsync() => await GoOnAsync(await counting);

        Task GoOnAsync(RequestLimitState? state) => state is null ? next(context) : AnswerAsync(context, limited.Endpoint, state);
    }

    private Task AnswerAsync(HttpContext context, string endpoint, RequestLimitState state)
    {
        var seconds = ((int)Math.Ceiling(state.Reset.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = state.Limit.Requests.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = seconds;
        if (state.Allowed) return next(context);

        headers.RetryAfter = seconds;
        log.RateLimited(context, endpoint);
        return context.WriteProblemAsync(
            StatusCodes.Status429TooManyRequests,
            state.IsOfKey
                ? $"The limit of this API key, for all who use it, is used up; try again in {seconds} s."
                : $"The limit of this endpoint is used up; try again in {seconds} s.");
    }
}
