using Miner.Application.Ports;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>
/// Removes what is past its days, in changes small enough that others get their turn in between. Each passes over what somebody else has
/// locked, so that no two miners wait for each other; the next sweep finds it.
/// </summary>
internal sealed class PostgresExpiry(PostgresDatabase database, PostgresHistory history, StorageOptions options, TimeProvider timeProvider)
{
    internal const string DeleteMessages = """
        DELETE FROM messages WHERE id IN (
            SELECT id FROM messages WHERE timestamp < @Cutoff ORDER BY timestamp LIMIT @Limit FOR UPDATE SKIP LOCKED)
        """;

    internal const string DeleteConversations = """
        DELETE FROM conversations WHERE cid IN (
            SELECT cid FROM conversations WHERE last_activity < @Cutoff ORDER BY last_activity LIMIT @Limit FOR UPDATE SKIP LOCKED)
        """;

    internal const string DeleteFeedback = """
        DELETE FROM playbook_feedback WHERE id IN (
            SELECT id FROM playbook_feedback WHERE created_at < @Cutoff ORDER BY created_at LIMIT @Limit FOR UPDATE SKIP LOCKED)
        """;

    internal const string DeleteInactiveEntries = """
        DELETE FROM playbook_entries WHERE id IN (
            SELECT id FROM playbook_entries WHERE NOT is_active AND updated_at < @Cutoff
            ORDER BY updated_at LIMIT @Limit FOR UPDATE SKIP LOCKED)
        """;

    private const int BatchSize = 200;

    public async Task<ExpiredHistory> RemoveAsync(CancellationToken cancellationToken)
    {
        // A conversation's last activity is its newest message's time, so those before the cutoff are empty once the messages are gone.
        var cutoff = history.Cutoff();
        var messages = await RemoveAsync(DeleteMessages, cutoff, cancellationToken);
        var conversations = await RemoveAsync(DeleteConversations, cutoff, cancellationToken);

        var auditCutoff = UnixMicroseconds.Of(timeProvider.GetUtcNow() - options.AuditRetention);
        await RemoveAsync(DeleteFeedback, auditCutoff, cancellationToken);
        await RemoveAsync(DeleteInactiveEntries, auditCutoff, cancellationToken);
        return new ExpiredHistory(messages, conversations);
    }

    private async Task<int> RemoveAsync(string sql, long cutoff, CancellationToken cancellationToken)
    {
        var total = 0;
        int removed;
        do
        {
            removed = await database.WriteAsync(
                (session, _) => session.ExecuteAsync(sql, new { Cutoff = cutoff, Limit = BatchSize }), cancellationToken);
            total += removed;
        }
        while (removed == BatchSize);
        return total;
    }
}
