using Miner.Api.Settings;

namespace Miner.Api.Security;

/// <summary>
/// Reports forwarding headers from addresses that are no trusted proxies. Such a request is answered as any other, and its headers have no
/// effect. Must come before the headers are applied, since that changes the caller's address.
/// </summary>
internal sealed class ForwardingHeaders(RequestDelegate next, ServerSettings server, SecurityLog log)
{
    private static readonly string[] Names = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host", "X-Forwarded-Proto"];

    public Task InvokeAsync(HttpContext context)
    {
        foreach (var name in Names)
        {
            if (!context.Request.Headers.TryGetValue(name, out var value)) continue;
            if (!server.Trusts(context.Connection.RemoteIpAddress)) log.HeaderForged(context, name, value.ToString());
            break;
        }

        return next(context);
    }
}
