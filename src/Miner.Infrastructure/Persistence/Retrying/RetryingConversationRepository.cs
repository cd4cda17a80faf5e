using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Domain.Conversations;

namespace Miner.Infrastructure.Persistence.Retrying;

/// <summary>
/// Bears the faults of the store behind it: a pair that it does not take is kept and tried again, and read with what is stored; a fault in
/// what it holds of messages leaves the playbook, and the other way round.
/// </summary>
/// <remarks>The list of conversations and their number are those of the store alone.</remarks>
internal sealed class RetryingConversationRepository(
    [FromKeyedServices(RetryingServices.Store)] IConversationRepository store,
    PendingExchanges pending,
    PendingWriter writer,
    ReadFaults faults,
    HistoryPolicy policy,
    StorageLog log,
    TimeProvider time) : IConversationRepository
{
    public bool IsWritable => store.IsWritable;

    public async Task<ConversationContext> ReadContextAsync(
        string cid, bool messages, bool playbook, CancellationToken cancellationToken)
    {
        // Before the store is read: a pair that is stored meanwhile is then seen in both, and not in neither.
        IReadOnlyList<Exchange> waiting = messages ? pending.Of(cid) : [];
        var read = await TryReadAsync(cid, messages, playbook, cancellationToken);
        if (read.Failure is not null && messages && playbook)
        {
            var conversation = await TryReadAsync(cid, messages: true, playbook: false, cancellationToken);
            var known = await TryReadAsync(cid, messages: false, playbook: true, cancellationToken);
            read = new ConversationContext(conversation.Messages, known.Playbook) { Failure = conversation.Failure ?? known.Failure };
        }

        return waiting.Count == 0 ? read : read with { Messages = Join(read.Messages, waiting) };
    }

    /// <exception cref="StorageException">It is not stored yet, and tried again from now on.</exception>
    public async Task AppendAsync(string cid, Exchange exchange, CancellationToken cancellationToken)
    {
        if (Keep(cid, exchange, onlyBehind: true))
            throw new StorageException("Earlier pairs of this conversation wait to be stored.", innerException: null);
        try
        {
            await store.AppendAsync(cid, exchange, cancellationToken);
        }
        catch (StorageException)
        {
            Keep(cid, exchange, onlyBehind: false);
            throw;
        }
    }

    public async Task<Conversation?> FindAsync(string cid, CancellationToken cancellationToken)
    {
        var waiting = pending.Of(cid);
        var stored = await faults.WatchAsync(store.FindAsync(cid, cancellationToken));
        if (waiting.Count == 0) return stored;
        var messages = Join(stored?.Messages ?? [], waiting);
        return messages.Count == 0
            ? stored
            : new Conversation(cid, stored?.CreatedAt ?? messages[0].Timestamp, messages.Max(message => message.Timestamp), messages);
    }

    public Task<ConversationPage> ListAsync(int limit, int offset, CancellationToken cancellationToken) =>
        faults.WatchAsync(store.ListAsync(limit, offset, cancellationToken));

    public Task<ConversationPage> SearchAsync(string part, int limit, int offset, CancellationToken cancellationToken) =>
        faults.WatchAsync(store.SearchAsync(part, limit, offset, cancellationToken));

    public Task<int> CountAsync(CancellationToken cancellationToken) => faults.WatchAsync(store.CountAsync(cancellationToken));

    public async Task<bool> DeleteAsync(string cid, bool playbook, CancellationToken cancellationToken)
    {
        var waited = await writer.ForgetAsync(cid, cancellationToken);
        return await store.DeleteAsync(cid, playbook, cancellationToken) || waited;
    }

    public Task<ExpiredHistory> RemoveExpiredAsync(CancellationToken cancellationToken) => store.RemoveExpiredAsync(cancellationToken);

    private async Task<ConversationContext> TryReadAsync(string cid, bool messages, bool playbook, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadContextAsync(cid, messages, playbook, cancellationToken);
        }
        catch (StorageException exception)
        {
            faults.Add(exception);
            return new ConversationContext([], []) { Failure = exception };
        }
    }

    private bool Keep(string cid, Exchange exchange, bool onlyBehind)
    {
        var kept = pending.Add(cid, exchange, onlyBehind, out var lost);
        for (; lost > 0; lost--) log.PairLost();
        return kept;
    }

    private IReadOnlyList<Message> Join(IReadOnlyList<Message> stored, IReadOnlyList<Exchange> waiting) =>
        policy.Keep(
            [.. stored, .. waiting.Where(exchange => !exchange.IsIn(stored)).SelectMany(exchange => exchange.Messages)],
            time.GetUtcNow());
}
