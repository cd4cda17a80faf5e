using Miner.Client;
using Miner.TestUi.Forms;

namespace Miner.TestUi.Calls;

/// <summary>What all windows of the page ask of the miner: components when somebody says so, figures and lists by themselves.</summary>
internal sealed class PageCalls(MinerConnection miner, TimeProvider time)
{
    private const int MostFailed = 5;

    private readonly RecentReply<StatsResponse> _stats = new(time, TimeSpan.FromSeconds(5));
    private readonly RecentReply<CallListResponse> _failed = new(time, TimeSpan.FromSeconds(5));
    private readonly RecentReply<ConversationListResponse> _conversations = new(time, TimeSpan.FromSeconds(10));

    public async Task<Reply<ComponentResponse>> AskAsync(
        ComponentChoice component, ComponentRequest request, CancellationToken cancellationToken)
    {
        var reply = await miner.AskAsync((client, cancellation) => component.Ask(client, request, cancellation), cancellationToken);
        _stats.Forget();
        _failed.Forget();
        ForgetConversations();
        return reply;
    }

    public Task<Reply<StatsResponse>> StatsAsync(CancellationToken cancellationToken) =>
        _stats.GetAsync(
            cancellation => miner.AskAsync((client, ending) => client.GetStatsAsync(ending), cancellation), cancellationToken);

    /// <summary>The recorded calls that failed last.</summary>
    public Task<Reply<CallListResponse>> FailedAsync(CancellationToken cancellationToken) =>
        _failed.GetAsync(
            cancellation => miner.AskAsync(
                (client, ending) => client.ListCallsAsync(failed: true, limit: MostFailed, cancellationToken: ending), cancellation),
            cancellationToken);

    public Task<Reply<ConversationListResponse>> ConversationsAsync(CancellationToken cancellationToken) =>
        _conversations.GetAsync(
            cancellation => miner.AskAsync((client, ending) => client.ListConversationsAsync(cancellationToken: ending), cancellation),
            cancellationToken);

    /// <summary>Whoever talked in one, or deleted it, sees that at once.</summary>
    public void ForgetConversations() => _conversations.Forget();
}
