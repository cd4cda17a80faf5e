using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Formatters;

namespace Miner.Api.Errors;

/// <summary>
/// Writes the problems that actions return as <see cref="ProblemJsonWriter"/> writes all others: the framework's formatter would put a
/// <c>charset</c> behind the media type, which has no such parameter (RFC 9457, 6.1).
/// </summary>
internal sealed class ProblemJsonFormatter : OutputFormatter
{
    public ProblemJsonFormatter() => SupportedMediaTypes.Add(Problems.MediaType);

    public override Task WriteResponseBodyAsync(OutputFormatterWriteContext context) =>
        ProblemJsonWriter.WriteAsync(context.HttpContext, (ProblemDetails)context.Object!);

    protected override bool CanWriteType(Type? type) => typeof(ProblemDetails).IsAssignableFrom(type);
}
