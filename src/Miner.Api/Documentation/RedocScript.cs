using System.IO.Compression;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Miner.Api.Documentation;

/// <summary>
/// ReDoc itself, from the assembly, where it is compressed. It is sent piece by piece: a caller who does not read costs one piece, not all.
/// </summary>
internal static class RedocScript
{
    public const string Name = "redoc.standalone.js";

    private const string MediaType = "text/javascript";
    private const string Gzip = "gzip";

    private static readonly EntityTagHeaderValue EntityTag = new($"\"{typeof(RedocScript).Module.ModuleVersionId:N}\"");

    public static void MapRedocScript(this IEndpointRouteBuilder app, string path) => app.MapGet(path, Serve).ExcludeFromDescription();

    private static IResult Serve(HttpContext context)
    {
        var compressed = typeof(RedocScript).Assembly.GetManifestResourceStream($"{Name}.gz")!;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (!AcceptsGzip(context.Request.GetTypedHeaders()))
            return Results.Stream(new GZipStream(compressed, CompressionMode.Decompress), MediaType);
        context.Response.Headers.ContentEncoding = Gzip;
        return Results.Stream(compressed, MediaType, entityTag: EntityTag);
    }

    private static bool AcceptsGzip(RequestHeaders request) =>
        request.AcceptEncoding.Any(coding => coding.Value == Gzip && coding.Quality != 0);
}
