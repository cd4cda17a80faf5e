using AutoMapper;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>A conversation's messages under the <see cref="HistoryPolicy"/>.</summary>
internal sealed class PostgresHistory(HistoryPolicy policy, TimeProvider timeProvider, IMapper mapper)
{
    internal const string SelectMessages = """
        SELECT role, content, timestamp, origin FROM (
            SELECT id, role, content, timestamp, origin FROM messages
            WHERE cid = @Cid AND timestamp >= @Cutoff ORDER BY id DESC LIMIT @MaxMessages) AS newest
        ORDER BY id
        """;

    /// <summary>
    /// The row of a conversation stands for its playbook too, so where there is none, one is made until the transaction ends. It is older
    /// than any message, so that the first one gives it its dates. A miner whose machine dies holds the lock for ten seconds more.
    /// </summary>
    internal const string LockConversation = """
        SET LOCAL idle_in_transaction_session_timeout = '10s';
        INSERT INTO conversations (cid, created_at, last_activity) VALUES (@Cid, @Never, @Never)
        ON CONFLICT (cid) DO UPDATE SET cid = excluded.cid WHERE false
        """;

    internal const string DeleteEmptyConversation =
        "DELETE FROM conversations WHERE cid = @Cid AND NOT EXISTS (SELECT 1 FROM messages WHERE cid = @Cid)";

    /// <summary>
    /// Locks the row until the transaction ends, whether it changes it or not. It changes nothing where a later exchange was written
    /// before. A conversation whose messages are all past their days is as good as gone: this is the first message of a new one.
    /// </summary>
    internal const string UpsertConversation = """
        INSERT INTO conversations AS kept (cid, created_at, last_activity) VALUES (@Cid, @At, @At)
        ON CONFLICT (cid) DO UPDATE SET
            created_at = CASE WHEN kept.last_activity < @Cutoff THEN excluded.created_at ELSE kept.created_at END,
            last_activity = excluded.last_activity
        WHERE kept.last_activity <= excluded.last_activity
        """;

    // A connection may be lost after the commit and before its answer. Then the pair is there, down to its microsecond.
    internal const string InsertMessages = """
        INSERT INTO messages (cid, role, timestamp, content, origin)
        SELECT @Cid, pair.role, @At, pair.content, pair.origin
        FROM (VALUES (@UserRole, @User, @CallerOrigin), (@AssistantRole, @Assistant, @AssistantOrigin)) AS pair (role, content, origin)
        WHERE NOT (@IsRepeated AND EXISTS (
            SELECT 1 FROM messages WHERE cid = @Cid AND timestamp = @At AND role = @AssistantRole AND content = @Assistant))
        """;

    internal const string DeleteOldMessages = """
        DELETE FROM messages WHERE cid = @Cid AND (timestamp < @Cutoff OR id <= (
            SELECT id FROM messages WHERE cid = @Cid AND timestamp >= @Cutoff ORDER BY id DESC LIMIT 1 OFFSET @MaxMessages))
        """;

    /// <summary>For exchanges that were written in another order than they were answered in.</summary>
    internal const string UpdateLastActivity = """
        UPDATE conversations SET last_activity = newest.timestamp
        FROM (SELECT max(timestamp) AS timestamp FROM messages WHERE cid = @Cid) AS newest
        WHERE cid = @Cid AND last_activity <> newest.timestamp
        """;

    private const string AppendExchange = $"{UpsertConversation};{InsertMessages};{DeleteOldMessages};{UpdateLastActivity}";

    private static readonly string UserRole = EnumText<MessageRole>.Of(MessageRole.User);
    private static readonly string AssistantRole = EnumText<MessageRole>.Of(MessageRole.Assistant);
    private static readonly string CallerOrigin = EnumText<MessageOrigin>.Of(MessageOrigin.Caller);

    public int MaxMessages => policy.MaxMessages;

    public int ReadableMessages => policy.ReadableMessages;

    /// <summary>The time from which on messages are kept, as it is stored.</summary>
    public long Cutoff() => UnixMicroseconds.Of(policy.Cutoff(timeProvider.GetUtcNow()));

    /// <param name="rows">What <see cref="SelectMessages"/> gives.</param>
    public IReadOnlyList<Message> Read(IEnumerable<MessageRow> rows) => mapper.Map<List<Message>>(rows);

    /// <summary>Has all others wait who change the conversation or its playbook, on whatever miner, until the transaction ends.</summary>
    public static Task LockAsync(PostgresSession session, string cid) =>
        session.ExecuteAsync(LockConversation, new { Cid = cid, Never = long.MinValue });

    /// <summary>Takes back what <see cref="LockAsync"/> may have made.</summary>
    public static Task UnmakeAsync(PostgresSession session, string cid) =>
        session.ExecuteAsync(DeleteEmptyConversation, new { Cid = cid });

    /// <param name="isRepeated">Whether it was tried before and may have been stored: then it is not stored again.</param>
    /// <returns>Whether it was stored; false when it is itself past its days.</returns>
    public async Task<bool> AppendAsync(PostgresSession session, string cid, Exchange exchange, bool isRepeated)
    {
        var at = UnixMicroseconds.Of(exchange.At);
        var cutoff = Cutoff();
        if (at < cutoff) return false;

        await session.ExecuteAsync(AppendExchange, new
        {
            Cid = cid,
            At = at,
            UserRole,
            exchange.User,
            CallerOrigin,
            AssistantRole,
            exchange.Assistant,
            AssistantOrigin = EnumText<MessageOrigin>.Of(exchange.AssistantOrigin),
            IsRepeated = isRepeated,
            Cutoff = cutoff,
            MaxMessages,
        });
        return true;
    }
}
