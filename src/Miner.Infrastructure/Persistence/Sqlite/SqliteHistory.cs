using AutoMapper;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>A conversation's messages under the <see cref="HistoryPolicy"/>, within a transaction that the caller holds.</summary>
internal sealed class SqliteHistory(HistoryPolicy policy, TimeProvider timeProvider, IMapper mapper)
{
    internal const string SelectMessages = """
        SELECT role, content, timestamp FROM (
            SELECT id, role, content, timestamp FROM messages
            WHERE cid = @Cid AND timestamp >= @Cutoff ORDER BY id DESC LIMIT @MaxMessages)
        ORDER BY id
        """;

    // A conversation whose messages are all past their days is as good as gone: this is the first message of a new one.
    internal const string InsertConversation = """
        INSERT INTO conversations (cid, created_at, last_activity) VALUES (@Cid, @At, @At)
        ON CONFLICT (cid) DO UPDATE SET created_at = excluded.created_at WHERE last_activity < @Cutoff
        """;

    internal const string InsertMessages = """
        INSERT INTO messages (cid, role, timestamp, content)
        VALUES (@Cid, @UserRole, @At, @User), (@Cid, @AssistantRole, @At, @Assistant)
        """;

    internal const string DeleteOldMessages = """
        DELETE FROM messages WHERE cid = @Cid AND (timestamp < @Cutoff OR id <= (
            SELECT id FROM messages WHERE cid = @Cid AND timestamp >= @Cutoff ORDER BY id DESC LIMIT 1 OFFSET @MaxMessages))
        """;

    internal const string DeleteEmptyConversation =
        "DELETE FROM conversations WHERE cid = @Cid AND NOT EXISTS (SELECT 1 FROM messages WHERE cid = @Cid)";

    // Two exchanges may be written in another order than they were answered in, hence not simply the time of this one.
    internal const string UpdateLastActivity =
        "UPDATE conversations SET last_activity = (SELECT MAX(timestamp) FROM messages WHERE cid = @Cid) WHERE cid = @Cid";

    private const string AppendExchange =
        $"{InsertConversation};{InsertMessages};{DeleteOldMessages};{DeleteEmptyConversation};{UpdateLastActivity}";

    private static readonly string UserRole = EnumText<MessageRole>.Of(MessageRole.User);
    private static readonly string AssistantRole = EnumText<MessageRole>.Of(MessageRole.Assistant);

    public int MaxMessages => policy.MaxMessages;

    /// <summary>The time from which on messages are kept, as it is stored.</summary>
    public long Cutoff() => UnixMicroseconds.Of(policy.Cutoff(timeProvider.GetUtcNow()));

    /// <returns>Oldest first.</returns>
    public IReadOnlyList<Message> Read(SqliteConnection connection, string cid)
    {
        var rows = connection.Query<MessageRow>(SelectMessages, new { Cid = cid, Cutoff = Cutoff(), MaxMessages });
        return mapper.Map<List<Message>>(rows);
    }

    public void Append(SqliteConnection connection, string cid, Exchange exchange) =>
        connection.Execute(AppendExchange, new
        {
            Cid = cid,
            At = UnixMicroseconds.Of(exchange.At),
            UserRole,
            exchange.User,
            AssistantRole,
            exchange.Assistant,
            Cutoff = Cutoff(),
            MaxMessages,
        });
}
