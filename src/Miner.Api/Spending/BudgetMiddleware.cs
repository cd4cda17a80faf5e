using System.Globalization;
using Miner.Api.Errors;
using Miner.Api.Limits;
using Miner.Api.Security;
using Miner.Domain.Components;

namespace Miner.Api.Spending;

/// <summary>
/// Answers 429 where a component would ask a model and the day's budget is spent, with <c>Retry-After</c> to midnight UTC. What is under
/// way when a budget ends is answered: it is overdrawn by that much.
/// </summary>
internal sealed class BudgetMiddleware(RequestDelegate next, DailySpending spending, SpendingFile file, SecurityLog log)
{
    /// <summary>A search asks no model.</summary>
    private static readonly HashSet<string> Paid = [.. ComponentNames.All.Except([ComponentNames.InternetSearch])];

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata.GetMetadata<RequestLimitAttribute>()?.Endpoint;
        if (endpoint is null || !Paid.Contains(endpoint) || context.User.Identity?.Name is not { } caller)
        {
            await next(context);
            return;
        }

        if (spending.SpentBudget(caller) is not { } reason)
        {
            spending.ChargeTo(caller);
            await next(context);
            file.WriteIfDue();
            return;
        }

        var seconds = ((int)Math.Ceiling(spending.UntilMidnight().TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        log.RateLimited(context, endpoint);
        await context.WriteProblemAsync(
            StatusCodes.Status429TooManyRequests, $"{reason}; it begins anew at midnight UTC, in {seconds} s.");
    }
}
