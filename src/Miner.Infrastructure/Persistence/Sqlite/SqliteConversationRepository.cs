using AutoMapper;
using Dapper;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <remarks>
/// A conversation whose messages are all past their days is as good as gone, swept or not: it is not found, listed, counted or deleted.
/// </remarks>
internal sealed class SqliteConversationRepository(
    SqliteDatabase database,
    SqliteWriter writer,
    SqliteHistory history,
    SqliteConversationList list,
    SqlitePlaybook playbooks,
    SqliteExpiry expiry,
    IMapper mapper)
    : IConversationRepository
{
    internal const string SelectConversation = """
        SELECT cid, created_at AS CreatedAt, last_activity AS LastActivity
        FROM conversations WHERE cid = @Cid AND last_activity >= @Cutoff
        """;

    internal const string DeleteConversation = "DELETE FROM conversations WHERE cid = @Cid RETURNING last_activity";

    public bool IsWritable => writer.Succeeds;

    public Task<ConversationContext> ReadContextAsync(string cid, bool messages, bool playbook, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => new ConversationContext(
                messages ? history.ReadForModel(connection, cid) : [],
                playbook ? playbooks.Read(connection, cid) : []),
            cancellationToken);

    public Task AppendAsync(string cid, Exchange exchange, CancellationToken cancellationToken) =>
        writer.RunAsync(
            connection =>
            {
                history.Append(connection, cid, exchange);
                return true;
            },
            cancellationToken);

    public Task<Conversation?> FindAsync(string cid, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var row = connection.QuerySingleOrDefault<ConversationRow>(
                    SelectConversation,
                    new { Cid = cid, Cutoff = history.Cutoff() });
                if (row is null) return null;

                var summary = mapper.Map<ConversationSummary>(row);
                return new Conversation(cid, summary.CreatedAt, summary.LastActivity, history.Read(connection, cid));
            },
            cancellationToken);

    public Task<ConversationPage> ListAsync(int limit, int offset, CancellationToken cancellationToken) =>
        database.ReadAsync(session => list.Read(session, limit, offset), cancellationToken);

    public Task<ConversationPage> SearchAsync(string part, int limit, int offset, CancellationToken cancellationToken) =>
        database.ReadAsync(session => list.Search(session, part, limit, offset), cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) => database.ReadAsync(list.Count, cancellationToken);

    public Task<bool> DeleteAsync(string cid, bool playbook, CancellationToken cancellationToken) =>
        writer.RunAsync(
            connection =>
            {
                var forgotten = playbook && SqlitePlaybook.Delete(connection, cid);
                return connection.QuerySingleOrDefault<long?>(DeleteConversation, new { Cid = cid }) >= history.Cutoff() || forgotten;
            },
            cancellationToken);

    public Task<ExpiredHistory> RemoveExpiredAsync(CancellationToken cancellationToken) => expiry.RemoveAsync(cancellationToken);
}
