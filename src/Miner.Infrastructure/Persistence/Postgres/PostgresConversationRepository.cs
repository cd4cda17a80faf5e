using AutoMapper;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <remarks>
/// A conversation whose messages are all past their days is as good as gone, swept or not: it is not found, listed, counted or deleted.
/// </remarks>
internal sealed class PostgresConversationRepository(
    PostgresDatabase database,
    PostgresHistory history,
    PostgresConversationCount count,
    PostgresPlaybook playbooks,
    PostgresExpiry expiry,
    IMapper mapper)
    : IConversationRepository
{
    internal const string SelectConversation = """
        SELECT cid, created_at AS CreatedAt, last_activity AS LastActivity
        FROM conversations WHERE cid = @Cid AND last_activity >= @Cutoff
        """;

    internal const string SelectPage = $"{Summaries} {NewestFirst}";

    internal const string SelectFound = $"{Summaries} AND strpos(cid, @Part) > 0 {NewestFirst}";

    internal const string CountFound = $"{PostgresConversationCount.CountAll} AND strpos(cid, @Part) > 0";

    internal const string DeleteConversation = "DELETE FROM conversations WHERE cid = @Cid RETURNING last_activity";

    private const string Summaries = """
        SELECT cid, created_at AS CreatedAt, last_activity AS LastActivity,
               least(@MaxMessages, (SELECT count(*) FROM messages
                                    WHERE messages.cid = conversations.cid AND timestamp >= @Cutoff)) AS MessageCount
        FROM conversations WHERE last_activity >= @Cutoff
        """;

    private const string NewestFirst = "ORDER BY last_activity DESC, cid DESC LIMIT @Limit OFFSET @Offset";

    public bool IsWritable => database.IsWritable;

    public Task<ConversationContext> ReadContextAsync(string cid, bool messages, bool playbook, CancellationToken cancellationToken)
    {
        string[] parts = [messages ? PostgresHistory.SelectMessages : "", playbook ? PostgresPlaybook.SelectActive : ""];
        return database.ReadAsync(
            async session =>
            {
                if (!messages && !playbook) return new ConversationContext([], []);
                using var rows = await session.QuerySeveralAsync(
                    string.Join(';', parts.Where(part => part.Length > 0)),
                    new { Cid = cid, Cutoff = history.Cutoff(), MaxMessages = history.ReadableMessages });
                return new ConversationContext(
                    messages ? history.Read(await rows.ReadAsync<MessageRow>()) : [],
                    playbook ? playbooks.Read(await rows.ReadAsync<PlaybookEntryRow>()) : []);
            },
            cancellationToken);
    }

    public Task AppendAsync(string cid, Exchange exchange, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (session, attempt) => history.AppendAsync(session, cid, exchange, isRepeated: attempt > 0), cancellationToken);

    public Task<Conversation?> FindAsync(string cid, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                using var rows = await session.QuerySeveralAsync(
                    $"{SelectConversation};{PostgresHistory.SelectMessages}",
                    new { Cid = cid, Cutoff = history.Cutoff(), history.MaxMessages });
                var row = await rows.ReadSingleOrDefaultAsync<ConversationRow>();
                var messages = history.Read(await rows.ReadAsync<MessageRow>());
                // Another miner may have deleted it between the two statements.
                if (row is null || messages.Count == 0) return null;

                var summary = mapper.Map<ConversationSummary>(row);
                return new Conversation(cid, summary.CreatedAt, summary.LastActivity, messages);
            },
            cancellationToken);

    public Task<ConversationPage> ListAsync(int limit, int offset, CancellationToken cancellationToken) =>
        PageAsync(
            $"{PostgresConversationCount.CountAll};{SelectPage}",
            new { Cutoff = history.Cutoff(), history.MaxMessages, Limit = limit, Offset = offset },
            cancellationToken);

    public Task<ConversationPage> SearchAsync(string part, int limit, int offset, CancellationToken cancellationToken) =>
        PageAsync(
            $"{CountFound};{SelectFound}",
            new { Cutoff = history.Cutoff(), Part = part, history.MaxMessages, Limit = limit, Offset = offset },
            cancellationToken);

    public Task<int> CountAsync(CancellationToken cancellationToken) => count.ReadAsync(cancellationToken);

    public Task<bool> DeleteAsync(string cid, bool playbook, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (session, _) =>
            {
                await using var transaction = await session.BeginAsync();
                await PostgresHistory.LockAsync(session, cid);
                var forgotten = playbook && await PostgresPlaybook.DeleteAsync(session, cid);
                var lastActivity = await session.ScalarAsync<long?>(DeleteConversation, new { Cid = cid });
                await transaction.CommitAsync();
                return lastActivity >= history.Cutoff() || forgotten;
            },
            cancellationToken);

    public Task<ExpiredHistory> RemoveExpiredAsync(CancellationToken cancellationToken) => expiry.RemoveAsync(cancellationToken);

    private Task<ConversationPage> PageAsync(string countAndPage, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async session =>
            {
                using var rows = await session.QuerySeveralAsync(countAndPage, parameters);
                var total = await rows.ReadSingleAsync<int>();
                return new ConversationPage(total, mapper.Map<List<ConversationSummary>>(await rows.ReadAsync<ConversationRow>()));
            },
            cancellationToken);
}
