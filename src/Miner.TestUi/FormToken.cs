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
        // A page of the process before has no such cookie, which is nothing to log.
        if (invocation.HttpContext.Request.Cookies.ContainsKey(cookie)
            && await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(invocation.HttpContext)) return await next(invocation);
        var refusal = View<FailureView>(
            new { Failure = new Failure("The page is out of date", "The miner was started again since: reload the page.") });
        refusal.StatusCode = StatusCodes.Status400BadRequest;
        return refusal;
    }
}
