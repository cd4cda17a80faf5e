using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Miner.Client;
using Miner.TestUi.Calls;
using Miner.TestUi.Evaluation;
using Miner.TestUi.Forms;
using Miner.TestUi.Views;
using static Miner.TestUi.PageView;

namespace Miner.TestUi;

/// <summary>The page, and the views that its scripts put into it.</summary>
internal static class TestUiEndpoints
{
    private const int Runs = 5;

    public static void MapTestUi(this WebApplication page)
    {
        page.MapGet("/", Page);
        page.MapGet("/views/overview", OverviewAsync);
        page.MapGet("/views/conversations", ConversationsAsync);
        page.MapGet("/views/conversation/list", ConversationListAsync);
        page.MapGet("/views/conversation", ConversationAsync);
        page.MapGet("/views/playbook", PlaybookAsync);
        page.MapGet("/views/system", SystemAsync);
        page.MapPost("/views/conversation/delete", DeleteConversationAsync).AddEndpointFilter(FormToken.RequireAsync);
        page.MapCalls();
        page.MapEvaluation();
        foreach (var component in ComponentChoice.All)
        {
            page.MapPost($"/views/{component.Name}", (HttpContext context, PageCalls calls) => AnswerAsync(component, context, calls))
                .AddEndpointFilter(FormToken.RequireAsync);
            page.MapPost($"/views/{component.Name}/runs", (HttpContext context, PageCalls calls) => RunsAsync(component, context, calls))
                .AddEndpointFilter(FormToken.RequireAsync);
        }
    }

    private static RazorComponentResult<TestPage> Page(HttpContext context, MinerConnection miner, IAntiforgery antiforgery) =>
        View<TestPage>(new { Token = antiforgery.GetAndStoreTokens(context).RequestToken, Miner = miner.Address });

    private static async Task<IResult> AnswerAsync(ComponentChoice component, HttpContext context, PageCalls calls)
    {
        var (request, unreadable) = await ReadAsync(component, context, isAlone: false);
        if (request is null) return unreadable!;
        var reply = await calls.AskAsync(component, request, context.RequestAborted);
        return reply.Value is { } answer
            ? View<AnswerView>(new { Component = component, Request = request, Answer = answer, reply.Exchange })
            : View<FailureView>(new { reply.Failure, reply.Exchange, Component = component });
    }

    private static async Task<IResult> RunsAsync(ComponentChoice component, HttpContext context, PageCalls calls)
    {
        var (request, unreadable) = await ReadAsync(component, context, isAlone: true);
        if (request is null) return unreadable!;
        var replies = await Task.WhenAll(
            Enumerable.Range(0, Runs).Select(_ => calls.AskAsync(component, request, context.RequestAborted)));
        return View<AgreementView>(new { Component = component, Replies = replies });
    }

    private static async Task<(ComponentRequest? Request, IResult? Unreadable)> ReadAsync(
        ComponentChoice component, HttpContext context, bool isAlone)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            return (ComponentForm.Read(form, isAlone), null);
        }
        catch (FormatException exception)
        {
            var field = new FieldMessage(["body", "previous_outputs"], exception.Message);
            var failure = new Failure("Not sent", "The previous outputs cannot be read.", [field]);
            return (null, View<FailureView>(new { Failure = failure, Component = component }));
        }
    }

    private static async Task<IResult> OverviewAsync(
        PageCalls calls, MinerConnection miner, EvaluationRuns evaluations, TimeProvider time, CancellationToken cancellationToken) =>
        View<OverviewView>(new
        {
            Stats = await calls.StatsAsync(cancellationToken),
            Failed = await calls.FailedAsync(cancellationToken),
            Miner = miner.Address,
            Evaluation = evaluations.All.FirstOrDefault(run => run.Report is not null),
            Now = time.GetUtcNow(),
        });

    private static async Task<IResult> ConversationsAsync(PageCalls calls, CancellationToken cancellationToken) =>
        View<ConversationOptions>(new { Reply = await calls.ConversationsAsync(cancellationToken) });

    private static async Task<IResult> ConversationListAsync(
        string? q, int? offset, MinerConnection miner, CancellationToken cancellationToken)
    {
        var from = Math.Max(0, offset ?? 0);
        return View<ConversationListView>(new
        {
            Reply = await miner.AskAsync(
                (client, cancellation) => client.ListConversationsAsync(ConversationListView.PageSize, from, q, cancellation),
                cancellationToken),
            Offset = from,
        });
    }

    private static async Task<IResult> ConversationAsync(string cid, MinerConnection miner, CancellationToken cancellationToken)
    {
        return View<ConversationView>(new
        {
            Reply = await miner.AskAsync((client, cancellation) => client.GetConversationAsync(cid, cancellation), cancellationToken),
        });
    }

    private static async Task<IResult> DeleteConversationAsync(HttpContext context, MinerConnection miner, PageCalls calls)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var cid = form["cid"].ToString();
        var reply = await miner.AskAsync(
            (client, cancellation) => client.DeleteConversationAsync(cid, form.ContainsKey("playbook"), cancellation),
            context.RequestAborted);
        calls.ForgetConversations();
        return View<ConversationDeletedView>(new { Reply = reply });
    }

    private static async Task<IResult> PlaybookAsync(string cid, string? type, MinerConnection miner, CancellationToken cancellationToken)
    {
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
}
