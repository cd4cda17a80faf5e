using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Miner.TestUi.Calls;
using Miner.TestUi.Views;
using static Miner.TestUi.PageView;

namespace Miner.TestUi;

/// <summary>Lets pass only forms that the page itself sends: another site cannot read the token.</summary>
internal static class FormToken
{
    public static async ValueTask<object?> RequireAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var services = invocation.HttpContext.RequestServices;
        var cookie = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;
        await ReadFormAsync(invocation.HttpContext);
        // A page of the process before has no such cookie, which is nothing to log.
        if (invocation.HttpContext.Request.HasFormContentType
            && invocation.HttpContext.Request.Cookies.ContainsKey(cookie)
            && await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(invocation.HttpContext))
        {
            return await next(invocation);
        }

        var refusal = View<FailureView>(
            new { Failure = new Failure("The page is out of date", "The miner was started again since: reload the page.") });
        refusal.StatusCode = StatusCodes.Status400BadRequest;
        return refusal;
    }

    /// <exception cref="BadHttpRequestException">A part of the form is in a character set that is not read.</exception>
    private static async Task ReadFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return;
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (NotSupportedException exception)
        {
            throw new BadHttpRequestException("The form's character set is not read.", exception);
        }
    }
}
