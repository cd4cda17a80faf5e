using System.Net.Mime;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Miner.Api.Documentation;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Api.Settings;
using Miner.Api.Spending;
using Miner.Api.Telemetry;

namespace Miner.Api;

/// <summary>
/// The way of one request: counting, errors, deadline, who calls, how often, what the day's budget leaves, how much at once, then the
/// controllers.
/// </summary>
internal static class ApiPipeline
{
    public static void UseMinerApi(this WebApplication app, MinerSettings settings)
    {
        app.UseMiddleware<ForwardingHeaders>();
        if (settings.Server.TrustedProxies.Count > 0) app.UseForwardedHeaders();
        app.UseMiddleware<RequestTelemetry>();
        if (settings.Recording.IsOn) app.UseMiddleware<CallRecording>();
        app.Use(HardenResponse);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseMiddleware<DeadlineMiddleware>();
        app.Use(SettleRequest);
        app.UseAnonymousReaders();
        if (settings.Server.DocsEnabled) app.UseDocumentationPages();
        app.UseRouting();
        if (settings.Server.CorsAllowedOrigins.Count > 0) app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<RequestLimitMiddleware>();
        app.UseMiddleware<BudgetMiddleware>();
        app.UseMiddleware<LoadShedding>();
        app.Use(RefuseEncodedBody);
        app.UseMiddleware<BodySizeLimit>();
        app.MapControllers();
        app.MapMetrics();
        app.MapOpenApiDocument();
    }

    private static Task HardenResponse(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    /// <summary>
    /// A missing content type is JSON. One in another character set than UTF-8 is none that is read, nor one that ends in a parameter
    /// without a value: MVC fails to read it, and throws.
    /// </summary>
    private static Task SettleRequest(HttpContext context, RequestDelegate next)
    {
        var given = context.Request.ContentType;
        if (string.IsNullOrEmpty(given)) context.Request.ContentType = MediaTypeNames.Application.Json;
        else if (given.AsSpan().TrimEnd().EndsWith('=') || !IsUtf8(given)) context.Request.ContentType = MediaTypeNames.Application.Octet;
        return HttpMethods.IsHead(context.Request.Method) ? AnswerHeadAsGetAsync(context, next) : next(context);
    }

    /// <summary>HEAD, which monitors send, is GET without the body (RFC 9110, 9.3.2); the server leaves the body out.</summary>
    private static async Task AnswerHeadAsGetAsync(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }
    }

    /// <summary>Nothing unpacks bodies, so that none grows beyond its size.</summary>
    private static Task RefuseEncodedBody(HttpContext context, RequestDelegate next)
    {
        var codings = context.Request.Headers.ContentEncoding;
        if (codings.Count == 0 || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return next(context);
        if (context.Request.Headers.GetCommaSeparatedValues(HeaderNames.ContentEncoding).All(IsNoCoding)) return next(context);
        context.Response.Headers.AcceptEncoding = "identity";
        return context.WriteProblemAsync(
            StatusCodes.Status415UnsupportedMediaType,
            "The body must be sent as it is, neither compressed nor encoded: without Content-Encoding.");
    }

    /// <summary>Codings have no case (RFC 9110, 8.4.1).</summary>
    private static bool IsNoCoding(string coding) =>
        coding.AsSpan().Trim() is { IsEmpty: true } || coding.AsSpan().Trim().Equals("identity", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether all character sets that a content type names are UTF-8; most types name none.</summary>
    private static bool IsUtf8(string contentType) =>
        !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase)
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.Parameters
                .Where(parameter => parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase))
                .All(parameter => parameter.GetUnescapedValue().Equals("utf-8", StringComparison.OrdinalIgnoreCase)));
}
