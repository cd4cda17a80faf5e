using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Miner.Client;
using Miner.TestUi.Calls;
using Miner.TestUi.Forms;
using Miner.TestUi.Views;

namespace Miner.TestUi;

/// <summary>The page, and the views that its scripts put into it.</summary>
internal static class TestUiEndpoints
{
    private static readonly Failure NoName = new(
        "Not sent",
        "There can be no such conversation.",
        [new FieldMessage(["path", "cid"], "An id is needed.")]);

    public static void MapTestUi(this WebApplication page)
    {
        page.MapGet("/", Page);
        page.MapGet("/views/conversations", ConversationsAsync);
        page.MapGet("/views/conversation", ConversationAsync);
        page.MapGet("/views/playbook", PlaybookAsync);
        page.MapGet("/views/system", SystemAsync);
        page.MapPost("/views/conversation/delete", DeleteConversationAsync).AddEndpointFilter(RequireTokenAsync);
        foreach (var tab in ComponentTab.All)
        {
            page.MapPost($"/views/{tab.Name}", (HttpContext context, MinerConnection miner) => AnswerAsync(tab, context, miner))
                .AddEndpointFilter(RequireTokenAsync);
        }
    }

    private static RazorComponentResult<TestPage> Page(HttpContext context, MinerConnection miner, IAntiforgery antiforgery) =>
        View<TestPage>(new { Token = antiforgery.GetAndStoreTokens(context).RequestToken, Miner = miner.Address });

    private static async Task<IResult> AnswerAsync(ComponentTab tab, HttpContext context, MinerConnection miner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        ComponentRequest request;
        try
        {
            request = ComponentForm.Read(form);
        }
        catch (FormatException exception)
        {
            var field = new FieldMessage(["body", "previous_outputs"], exception.Message);
            return View<FailureView>(new { Failure = new Failure("Not sent", "The previous outputs cannot be read.", [field]), Tab = tab });
        }

        var reply = await miner.AskAsync((client, cancellation) => tab.Ask(client, request, cancellation), context.RequestAborted);
        return reply.Value is { } answer
            ? View<AnswerView>(new { Tab = tab, Request = request, Answer = answer, reply.Exchange })
            : View<FailureView>(new { reply.Failure, reply.Exchange, Tab = tab });
    }

    private static async Task<IResult> ConversationsAsync(MinerConnection miner, CancellationToken cancellationToken) =>
        View<ConversationOptions>(
            new
            {
                Reply = await miner.AskAsync(
                    (client, cancellation) => client.ListConversationsAsync(cancellationToken: cancellation),
                    cancellationToken),
            }
        );

    private static async Task<IResult> ConversationAsync(string cid, MinerConnection miner, CancellationToken cancellationToken)
    {
        if (IsNoName(cid)) return View<FailureView>(new { Failure = NoName });
        return View<ConversationView>(new
        {
            Reply = await miner.AskAsync((client, cancellation) => client.GetConversationAsync(cid, cancellation), cancellationToken),
        });
    }

    private static async Task<IResult> DeleteConversationAsync(HttpContext context, MinerConnection miner)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var cid = form["cid"].ToString();
        if (IsNoName(cid)) return View<FailureView>(new { Failure = NoName });
        return View<ConversationDeletedView>(new
        {
            Reply = await miner.AskAsync(
                    (client, cancellation) => client.DeleteConversationAsync(cid, playbook: null, cancellation),
                    context.RequestAborted),
        }
        );
    }

    private static async Task<IResult> PlaybookAsync(string cid, string? type, MinerConnection miner, CancellationToken cancellationToken)
    {
        if (IsNoName(cid)) return View<FailureView>(new { Failure = NoName });
        InsightType? insights = Enum.TryParse<InsightType>(type, ignoreCase: true, out var parsed) ? parsed : null;
        var entries = miner.AskAsync((client, cancellation) => client.GetPlaybookAsync(cid, insights, cancellation), cancellationToken);
        var context = miner.AskAsync((client, cancellation) => client.GetPlaybookContextAsync(cid, cancellation), cancellationToken);
        return View<PlaybookView>(new { Entries = await entries, Filtered = insights is not null, Context = await context });
    }

    private static async Task<IResult> SystemAsync(MinerConnection miner, CancellationToken cancellationToken)
    {
        var health = miner.AskAsync((client, cancellation) => client.GetHealthAsync(cancellation), cancellationToken);
        var capabilities = miner.AskAsync((client, cancellation) => client.GetCapabilitiesAsync(cancellation), cancellationToken);
        var stats = miner.AskAsync((client, cancellation) => client.GetStatsAsync(cancellation), cancellationToken);
        return View<SystemView>(new { Health = await health, Capabilities = await capabilities, Stats = await stats });
    }

    /// <summary>In an address these would lead elsewhere (RFC 3986, 5.2.4).</summary>
    private static bool IsNoName(string cid) => cid is "." or ".." || string.IsNullOrWhiteSpace(cid);

    private static async ValueTask<object?> RequireTokenAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var antiforgery = invocation.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        if (await antiforgery.IsRequestValidAsync(invocation.HttpContext)) return await next(invocation);
        var refusal = View<FailureView>(
            new { Failure = new Failure("The page is out of date", "The miner was started again since: reload the page.") });
        refusal.StatusCode = StatusCodes.Status400BadRequest;
        return refusal;
    }

    private static RazorComponentResult<TView> View<TView>(object parameters)
        where TView : Microsoft.AspNetCore.Components.IComponent => new RazorComponentResult<TView>(parameters);
}
