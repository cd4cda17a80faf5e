using System.Globalization;
using AutoMapper;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>A conversation's messages under the <see cref="HistoryPolicy"/>, within a transaction that the caller holds.</summary>
internal sealed class SqliteHistory(HistoryPolicy policy, TimeProvider timeProvider, IMapper mapper)
{
    /// <summary>Newest first; how many is written behind it, since SQLite prepares again for each number that is bound.</summary>
    internal const string SelectMessages =
        "SELECT role, content, timestamp, origin FROM messages WHERE cid = @Cid AND timestamp >= @Cutoff ORDER BY id DESC";

    /// <summary>
    /// Changes nothing where a later exchange was written before. A conversation whose messages are all past their days is as good as
    /// gone: this is the first message of a new one.
    /// </summary>
    internal const string UpsertConversation = """
        INSERT INTO conversations (cid, created_at, last_activity) VALUES (@Cid, @At, @At)
        ON CONFLICT (cid) DO UPDATE SET
            created_at = CASE WHEN last_activity < @Cutoff THEN excluded.created_at ELSE created_at END,
            last_activity = excluded.last_activity
        WHERE last_activity <= excluded.last_activity
        """;

    internal const string InsertMessages = """
        INSERT INTO messages (cid, role, timestamp, content, origin)
        VALUES (@Cid, @UserRole, @At, @User, @CallerOrigin), (@Cid, @AssistantRole, @At, @Assistant, @AssistantOrigin)
        """;

    internal const string DeleteOldMessages = """
        DELETE FROM messages WHERE cid = @Cid AND (timestamp < @Cutoff OR id <= (
            SELECT id FROM messages WHERE cid = @Cid AND timestamp >= @Cutoff ORDER BY id DESC LIMIT 1 OFFSET @MaxMessages))
        """;

    /// <summary>For exchanges that were written in another order than they were answered in.</summary>
    internal const string UpdateLastActivity =
        "UPDATE conversations SET last_activity = (SELECT MAX(timestamp) FROM messages WHERE cid = @Cid) WHERE cid = @Cid";

    private static readonly string UserRole = EnumText<MessageRole>.Of(MessageRole.User);
    private static readonly string AssistantRole = EnumText<MessageRole>.Of(MessageRole.Assistant);
    private static readonly string CallerOrigin = EnumText<MessageOrigin>.Of(MessageOrigin.Caller);

    private readonly string _selectKeptMessages = Select(policy.MaxMessages);

    private readonly string _selectReadableMessages = Select(policy.ReadableMessages);

    private readonly string _deleteOldMessages = DeleteOldMessages.Replace(
        "@MaxMessages", policy.MaxMessages.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    public int MaxMessages => policy.MaxMessages;

    /// <summary>The time from which on messages are kept, as it is stored.</summary>
    public long Cutoff() => UnixMicroseconds.Of(policy.Cutoff(timeProvider.GetUtcNow()));

    /// <summary>All that are kept, oldest first.</summary>
    public IReadOnlyList<Message> Read(SqliteSession session, string cid) => Read(session, _selectKeptMessages, cid);

    /// <summary>Those that a model may read, oldest first: each pair that is not needed is a page of the log that is not read.</summary>
    public IReadOnlyList<Message> ReadForModel(SqliteSession session, string cid) => Read(session, _selectReadableMessages, cid);

    public void Append(SqliteSession session, string cid, Exchange exchange)
    {
        var at = UnixMicroseconds.Of(exchange.At);
        var cutoff = Cutoff();
        // It would go at once.
        if (at < cutoff) return;

        var isNewest = session.Statement(UpsertConversation)
            .Bind("@Cid", cid)
            .Bind("@At", at)
            .Bind("@Cutoff", cutoff)
            .Execute() > 0;
        session.Statement(InsertMessages)
            .Bind("@Cid", cid)
            .Bind("@At", at)
            .Bind("@UserRole", UserRole)
            .Bind("@User", exchange.User)
            .Bind("@AssistantRole", AssistantRole)
            .Bind("@Assistant", exchange.Assistant)
            .Bind("@CallerOrigin", CallerOrigin)
            .Bind("@AssistantOrigin", EnumText<MessageOrigin>.Of(exchange.AssistantOrigin))
            .Execute();
        session.Statement(_deleteOldMessages).Bind("@Cid", cid).Bind("@Cutoff", cutoff).Execute();
        if (!isNewest) session.Statement(UpdateLastActivity).Bind("@Cid", cid).Execute();
    }

    private static string Select(int limit) => string.Create(CultureInfo.InvariantCulture, $"{SelectMessages} LIMIT {limit}");

    private List<Message> Read(SqliteSession session, string select, string cid)
    {
        var rows = session.Statement(select).Bind("@Cid", cid).Bind("@Cutoff", Cutoff()).Query(ReadMessage);
        rows.Reverse();
        return mapper.Map<List<Message>>(rows);
    }

    private static MessageRow ReadMessage(SqliteStatement row) =>
        new() { Role = row.Text(0), Content = row.Text(1), Timestamp = row.Integer(2), Origin = row.Text(3) };
}
