using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Miner.Api.Errors;

/// <summary>
/// Writes problems whatever the caller says it accepts: the framework's own writer leaves the body empty for <c>text/html</c>.
/// </summary>
internal sealed class ProblemJsonWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    /// <summary>Writes a problem that is complete, with all that its type adds.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.JsonSerializerOptions;
        return context.Response.WriteAsJsonAsync(problem, problem.GetType(), json, Problems.MediaType, context.RequestAborted);
    }

    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Status ??= context.HttpContext.Response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        options.Value.CustomizeProblemDetails?.Invoke(context);
        return new ValueTask(WriteAsync(context.HttpContext, problem));
    }
}
