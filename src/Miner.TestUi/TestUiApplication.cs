using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.Extensions.FileProviders;
using Miner.TestUi.Calls;
using Miner.TestUi.Evaluation;
using Miner.TestUi.Views;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Miner.TestUi;

/// <summary>What the page's web application is made of.</summary>
internal static partial class TestUiApplication
{
    /// <summary>More than the API takes (10 MiB), so that it is the API that says what is too large.</summary>
    private const int MaxFormBytes = 16 * 1024 * 1024;

    /// <summary>A browser opens six.</summary>
    private const int MaxConnections = 100;

    /// <summary>
    /// A page of another site that has its own name resolve to this address cannot send these names as Host (DNS rebinding).
    /// </summary>
    private static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'";

    public static WebApplication Build(Uri listenOn, MinerConnection miner, TimeProvider time, ILoggerFactory loggers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(listenOn.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // More than a form may hold, so that what is somewhat too large is refused in words and not by hanging up.
            kestrel.Limits.MaxRequestBodySize = 4 * MaxFormBytes;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
        });
        AddServices(builder.Services, listenOn.Port);
        builder.Services.AddSingleton(time).AddSingleton(loggers);
        builder.Services.AddSingleton(miner).AddSingleton<PageCalls>().AddSingleton<EvaluationRuns>();

        var page = builder.Build();
        page.Use(HardenResponse);
        page.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowMistake });
        page.UseHostFiltering();
        page.Use(RefuseUnreadable);
        // Of the page's own files alone: views hold the token of forms beside what strangers wrote, and sizes tell (BREACH).
        page.UseWhen(context => context.Request.Path.StartsWithSegments("/assets"), assets => assets.UseResponseCompression());
        page.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/assets",
            FileProvider = new EmbeddedFileProvider(typeof(TestUiApplication).Assembly, "Miner.TestUi.Assets"),
        });
        page.UseRouting();
        page.MapTestUi();
        return page;
    }

    private static void AddServices(IServiceCollection services, int port)
    {
        services.AddRoutingCore().Configure<RouteOptions>(routes => routes.SetParameterPolicy<RegexInlineRouteConstraint>("regex"));
        services.AddHostFiltering(hosts =>
        {
            hosts.AllowedHosts = LoopbackNames;
            hosts.AllowEmptyHosts = false;
            hosts.IncludeFailureMessage = false;
        });
        services.AddResponseCompression();
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
        {
            // Cookies do not tell ports apart, and several miners may have a page each; keys end with the process, and with them what
            // was encrypted by them.
            antiforgery.Cookie.Name = $"miner-page-{port}-{Guid.NewGuid():N}";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<FormOptions>(form =>
        {
            form.ValueLengthLimit = MaxFormBytes;
            form.MultipartBodyLengthLimit = MaxFormBytes;
        });
    }

    /// <summary>
    /// A host with a port that is none, or a form in another character set than UTF-8: what reads them would throw, or read something else.
    /// </summary>
    private static Task RefuseUnreadable(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isUtf8 = !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.Charset.Length == 0
            || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);
        if (isUtf8 && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out _)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static Task HardenResponse(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
        return next(context);
    }

    /// <summary>Too large or broken forms end here, and our own bugs; the exception's text may quote what was sent.</summary>
    private static Task ShowMistake(HttpContext context)
    {
        var exception = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException when context.Request.ContentLength > MaxFormBytes => StatusCodes.Status413PayloadTooLarge,
            InvalidDataException or IOException => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status500InternalServerError,
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            LogBug(
                context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TestUiApplication)),
                exception.GetType().FullName ?? "unknown",
                exception.StackTrace ?? "no stack");
        }

        var failure = status == StatusCodes.Status500InternalServerError
            ? new Failure("The page made a mistake", "Its operator finds it in the miner's log.")
            : new Failure("The form was not taken", "It is too large or broken.");
        return new RazorComponentResult<FailureView>(new { Failure = failure }) { StatusCode = status }.ExecuteAsync(context);
    }

    [LoggerMessage(EventId = 4112, Level = LogLevel.Error, Message = "The test page failed: unexpected {ExceptionType} at {StackTrace}")]
    private static partial void LogBug(ILogger logger, string exceptionType, string stackTrace);
}
