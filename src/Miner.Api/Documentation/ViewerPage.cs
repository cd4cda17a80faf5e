using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Miner.Api.Documentation;

/// <summary>A page of NSwag's that shows the OpenAPI document, and runs no script but its own.</summary>
/// <param name="Html">The page.</param>
/// <param name="ContentSecurityPolicy">
/// The browser is to load nothing but ours, though both viewers ask other hosts for a font, a logo or a validator if they are let.
/// </param>
internal sealed partial record ViewerPage(string Html, string ContentSecurityPolicy)
{
    private const string PublicHost = "https://cdn.jsdelivr.net/npm/redoc/bundles/";

    /// <summary>
    /// Asks <paramref name="nswag"/> for the page at <paramref name="path"/>, as nobody in particular: NSwag writes the forwarding headers
    /// of a request into the page's script.
    /// </summary>
    public static async Task<ViewerPage> MakeAsync(RequestDelegate nswag, string path, IServiceProvider services)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = services,
            Request = { Method = HttpMethods.Get, Path = path },
            Response = { Body = body },
        };
        await nswag(context);
        return Of(Encoding.UTF8.GetString(body.ToArray()));
    }

    public Task WriteAsync(HttpResponse response)
    {
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(Html);
    }

    private static ViewerPage Of(string html)
    {
        // Browsers take the hash of a script with these line ends.
        html = html.ReplaceLineEndings("\n");
        html = ForeignLink.Replace(html, "").Replace(PublicHost, "", StringComparison.Ordinal);
        var script = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(InlineScript.Match(html).Groups[1].Value)));
        return new ViewerPage(
            html,
            $"default-src 'self'; script-src 'self' 'sha256-{script}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'");
    }

    [GeneratedRegex("<link href=\"https://[^>]*>")]
    private static partial Regex ForeignLink { get; }

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex InlineScript { get; }
}
