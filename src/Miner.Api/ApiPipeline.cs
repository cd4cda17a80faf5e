using Miner.Api.Documentation;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Api.Telemetry;

namespace Miner.Api;

/// <summary>The way of one request: counting, errors, deadline, who calls, how often, then the controllers.</summary>
internal static class ApiPipeline
{
    public static void UseMinerApi(this WebApplication app, MinerSettings settings)
    {
        app.UseMiddleware<ForwardingHeaders>();
        if (settings.Server.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        app.UseMiddleware<RequestTelemetry>();
        app.Use(HardenResponse);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<DeadlineMiddleware>();
        app.Use(TakeMissingContentTypeAsJson);
        app.UseDocumentationPages();
        app.UseRouting();
        if (settings.Server.CorsAllowedOrigins.Count > 0) app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<RequestLimitMiddleware>();
        app.Use(BodySizeLimit.Apply);
        app.UseOutputCache();
        app.MapControllers();
        app.MapOpenApiDocument();
    }

    private static Task HardenResponse(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static Task TakeMissingContentTypeAsJson(HttpContext context, RequestDelegate next)
    {
        if (string.IsNullOrEmpty(context.Request.ContentType)) context.Request.ContentType = "application/json";
        return next(context);
    }
}
