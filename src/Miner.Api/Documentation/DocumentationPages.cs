using System.Reflection;

namespace Miner.Api.Documentation;

/// <summary>
/// The OpenAPI document at <c>/openapi.json</c>, Swagger UI at <c>/docs</c> and ReDoc at <c>/redoc</c>, all served by the miner.
/// </summary>
internal static class DocumentationPages
{
    private const string DocumentPath = "/openapi.json";

    /// <summary>
    /// Both viewers ask other hosts for a font, a logo or a validator if they are let: the browser is told to load nothing but ours.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    public static void UseDocumentationPages(this WebApplication app)
    {
        app.UseWhen(IsDocumentation, branch => branch.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            return next(context);
        }));
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs";
            options.DocumentTitle = "Sample Miner API";
            options.SwaggerEndpoint(DocumentPath, "Sample Miner");
            options.EnableValidator(null);
        });
        app.UseReDoc(options =>
        {
            options.RoutePrefix = "redoc";
            options.SpecUrl = DocumentPath;
            options.ConfigObject.AdditionalItems["disableTelemetry"] = true;
            options.IndexStream = () =>
                Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(DocumentationPages), "redoc.html")!;
        });
    }

    /// <summary>The document is made once: making it for every caller would give anybody a cheap way to keep the processor busy.</summary>
    public static void MapOpenApiDocument(this WebApplication app) =>
        app.MapOpenApi(DocumentPath).CacheOutput(cache => cache.Expire(TimeSpan.FromDays(1)));

    private static bool IsDocumentation(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/docs") || context.Request.Path.StartsWithSegments("/redoc");
}
