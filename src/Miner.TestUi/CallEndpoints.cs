using System.Globalization;
using Miner.Client;
using Miner.Mathematics.Numbers;
using Miner.TestUi.Calls;
using Miner.TestUi.Views;
using static Miner.TestUi.PageView;

namespace Miner.TestUi;

/// <summary>The views of the recorded calls.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this WebApplication page)
    {
        page.MapGet("/views/calls", ListAsync);
        page.MapGet("/views/call", GetAsync);
        page.MapPost("/views/calls/delete", DeleteAsync).AddEndpointFilter(FormToken.RequireAsync);
    }

    private static async Task<IResult> ListAsync(
        string? component, string? flag, string? failed, string? slowest, string? q, int? offset, MinerConnection miner,
        CancellationToken cancellationToken)
    {
        var from = Math.Max(0, offset ?? 0);
        CallFlag? only = Enum.TryParse<CallFlag>(flag, ignoreCase: true, out var parsed) ? parsed : null;
        return View<CallListView>(new
        {
            Reply = await miner.AskAsync(
                (client, cancellation) => client.ListCallsAsync(
                    Filled(component), only, failed is null ? null : true, slowest is not null, Filled(q), CallListView.PageSize, from,
                    cancellation),
                cancellationToken),
            Offset = from,
        });
    }

    /// <param name="number">Which of the calls of the trace; empty for the newest.</param>
    private static async Task<IResult> GetAsync(string trace, string? number, MinerConnection miner, CancellationToken cancellationToken)
    {
        int? which = WholeNumber.TryRead(number, NumberStyles.None, out int parsed) ? parsed : null;
        return View<CallView>(new
        {
            Reply = await miner.AskAsync((client, cancellation) => client.GetCallAsync(trace, which, cancellation), cancellationToken),
        });
    }

    private static async Task<IResult> DeleteAsync(HttpContext context, MinerConnection miner)
    {
        var reply = await miner.AskAsync((client, cancellation) => client.DeleteCallsAsync(cancellation), context.RequestAborted);
        return View<CallsDeletedView>(new { Reply = reply });
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
