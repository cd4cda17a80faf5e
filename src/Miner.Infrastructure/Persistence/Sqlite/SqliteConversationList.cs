using AutoMapper;
using Dapper;
using Miner.Application.Ports;
using Miner.Domain.Conversations;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Counts and lists conversations by what <c>conversation_counts</c> holds of each hour: only the hour that a number falls into is walked
/// through.
/// </summary>
internal sealed class SqliteConversationList(SqliteHistory history, IMapper mapper)
{
    internal const string SelectPage = $"{Summaries} AND last_activity < @Before {NewestFirst}";

    internal const string SelectFound = $"{Summaries} AND instr(cid, @Part) > 0 {NewestFirst}";

    internal const string CountFound = "SELECT COUNT(*) FROM conversations WHERE last_activity >= @Cutoff AND instr(cid, @Part) > 0";

    /// <summary>All later hours, and of the cutoff's what is not before it.</summary>
    internal const string CountConversations = """
        SELECT COALESCE((SELECT SUM(conversations) FROM conversation_counts WHERE hour > @Hour), 0)
             + (SELECT COUNT(*) FROM conversations WHERE last_activity >= @Cutoff AND last_activity < @HourEnd)
        """;

    internal const string SelectHours = "SELECT hour, conversations FROM conversation_counts WHERE hour > @Hour ORDER BY hour DESC";

    private const string Summaries = """
        SELECT cid, created_at AS CreatedAt, last_activity AS LastActivity,
               MIN(@MaxMessages, (SELECT COUNT(*) FROM messages
                                  WHERE messages.cid = conversations.cid AND timestamp >= @Cutoff)) AS MessageCount
        FROM conversations WHERE last_activity >= @Cutoff
        """;

    private const string NewestFirst = "ORDER BY last_activity DESC, cid DESC LIMIT @Limit OFFSET @Offset";

    /// <summary>As it is stored; the schema has the same number.</summary>
    private const long HourLength = 3_600_000_000;

    public int Count(SqliteSession session) => (int)Count(session, history.Cutoff());

    /// <param name="limit">How many at most, the most recently active first.</param>
    /// <param name="offset">How many are passed over.</param>
    public ConversationPage Read(SqliteSession session, int limit, int offset)
    {
        var cutoff = history.Cutoff();
        var (before, left) = Find(session, cutoff, offset);
        var rows = session.Query<ConversationRow>(
            SelectPage, new { Cutoff = cutoff, Before = before, history.MaxMessages, Limit = limit, Offset = left });
        return new ConversationPage((int)Count(session, cutoff), mapper.Map<List<ConversationSummary>>(rows));
    }

    /// <summary>Walks through all ids: nobody can look for a part of one by an index.</summary>
    public ConversationPage Search(SqliteSession session, string part, int limit, int offset)
    {
        var parameters = new { Cutoff = history.Cutoff(), Part = part, history.MaxMessages, Limit = limit, Offset = offset };
        var total = session.Query<int>(CountFound, parameters).Single();
        return new ConversationPage(total, mapper.Map<List<ConversationSummary>>(session.Query<ConversationRow>(SelectFound, parameters)));
    }

    private static long Count(SqliteSession session, long cutoff)
    {
        var hour = cutoff / HourLength;
        return session.Statement(CountConversations)
            .Bind("@Hour", hour)
            .Bind("@Cutoff", cutoff)
            .Bind("@HourEnd", (hour + 1) * HourLength)
            .Query(row => row.Integer(0))[0];
    }

    /// <summary>Passes over whole hours, the newest first.</summary>
    /// <returns>The end of the hour that <paramref name="offset"/> falls into, and how many are to be passed over from there.</returns>
    private static (long Before, int Left) Find(SqliteSession session, long cutoff, int offset)
    {
        var (before, left) = (long.MaxValue, offset);
        if (offset == 0) return (before, left);
        foreach (var (hour, count) in session.Query<(long Hour, int Count)>(
            SelectHours, new { Hour = cutoff / HourLength }, buffered: false))
        {
            if (count > left) break;
            left -= count;
            before = hour * HourLength;
        }

        return (before, left);
    }
}
