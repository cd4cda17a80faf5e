using Miner.Api.Limits;

namespace Miner.Api.Documentation;

/// <summary>
/// The OpenAPI document at <c>/openapi.json</c>, and NSwag's pages that show it: Swagger UI at <c>/docs</c>, ReDoc at <c>/redoc</c>.
/// </summary>
internal static class DocumentationPages
{
    private const string DocumentPath = "/openapi.json";
    private const string Title = "Sample Miner API";
    private const string PageName = "index.html";

    /// <summary>The page is told in its address what to show.</summary>
    private const string PageQuery = $"?url={DocumentPath}";

    private const string SwaggerUi = "/docs";
    private const string Redoc = "/redoc";

    private static readonly PathString[] Paths = [DocumentPath, SwaggerUi, Redoc];

    public static void UseDocumentationPages(this WebApplication app)
    {
        app.UseViewer(SwaggerUi, branch => branch.UseSwaggerUi(viewer =>
        {
            viewer.Path = SwaggerUi;
            viewer.DocumentPath = DocumentPath;
            viewer.DocumentTitle = Title;
            viewer.DocExpansion = "list";
        }));
        app.UseViewer(Redoc, branch => branch.UseReDoc(viewer =>
        {
            viewer.Path = Redoc;
            viewer.DocumentPath = DocumentPath;
            viewer.DocumentTitle = Title;
            viewer.AdditionalSettings["disableTelemetry"] = true;
        }));
        app.MapRedocScript($"{Redoc}/{RedocScript.Name}");
    }

    /// <summary>Bounds how many of the document and of the pages' files are sent at once.</summary>
    public static void UseAnonymousReaders(this WebApplication app) => app.UseWhen(
        context => Paths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)),
        branch => branch.UseMiddleware<AnonymousReaders>());

    public static void MapOpenApiDocument(this WebApplication app) =>
        app.MapGet(DocumentPath, static (OpenApiFile file) => file.ServeAsync()).ExcludeFromDescription();

    private static void UseViewer(this WebApplication app, string path, Action<IApplicationBuilder> use) => app.Use(next =>
    {
        var branch = ((IApplicationBuilder)app).New();
        use(branch);
        branch.Run(next);
        var nswag = branch.Build();
        var page = new Lazy<Task<ViewerPage>>(() => ViewerPage.MakeAsync(nswag, $"{path}/{PageName}", app.Services));
        return context => IsRead(context, path, out var rest) ? ServeAsync(context, rest, page.Value, nswag) : next(context);
    });

    private static bool IsRead(HttpContext context, string path, out PathString rest) =>
        context.Request.Path.StartsWithSegments(path, out rest) && HttpMethods.IsGet(context.Request.Method);

    /// <summary>The page, to which its folder leads, or what it is made of.</summary>
    private static async Task ServeAsync(HttpContext context, PathString rest, Task<ViewerPage> making, RequestDelegate nswag)
    {
        var page = await making;
        context.Response.Headers.ContentSecurityPolicy = page.ContentSecurityPolicy;
        var name = rest.Value!.Trim('/');
        if (name.Length == 0)
        {
            var folder = rest.HasValue ? "" : context.Request.Path.Value!.Split('/')[^1] + "/";
            context.Response.Redirect(folder + PageName + PageQuery, permanent: true);
        }
        else if (!name.Equals(PageName, StringComparison.OrdinalIgnoreCase)) await nswag(context);
        else if (!context.Request.Query.ContainsKey("url")) context.Response.Redirect(PageQuery);
        else await page.WriteAsync(context.Response);
    }
}
