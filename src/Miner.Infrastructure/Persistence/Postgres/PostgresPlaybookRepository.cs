using Miner.Application.Ports;
using Miner.Domain.Playbooks;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Postgres;

internal sealed class PostgresPlaybookRepository(
    PostgresDatabase database, PostgresHistory history, PostgresPlaybook playbooks, TimeProvider timeProvider) : IPlaybookRepository
{
    public Task<IReadOnlyList<PlaybookEntry>> ListAsync(string cid, InsightType? type, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PlaybookEntry>>(
            async session => [.. (await ReadAsync(session, cid)).Where(entry => type is null || entry.Type == type)], cancellationToken);

    public Task<PlaybookLesson> LearnAsync(string cid, Func<Playbook, PlaybookLesson> learn, CancellationToken cancellationToken)
    {
        var at = UnixMicroseconds.Of(timeProvider.GetUtcNow());
        // What an attempt was about to commit when its connection was lost.
        (PlaybookLesson Lesson, long FeedbackId)? unsure = null;
        return database.WriteAsync(
            async (session, _) =>
            {
                await using var transaction = await session.BeginAsync();
                await PostgresHistory.LockAsync(session, cid);
                if (unsure is { } last && await WasStoredAsync(session, cid, at, last.FeedbackId)) return last.Lesson;

                var lesson = learn(new Playbook(cid, await ReadAsync(session, cid)));
                var changes = new List<PlaybookChange>(lesson.Changes.Count);
                foreach (var change in lesson.Changes) changes.Add(await playbooks.StoreAsync(session, change));
                lesson = lesson with { Changes = changes };
                var feedbackId = await playbooks.AuditAsync(session, cid, lesson, at);
                var isTold = lesson.Exchange is { } exchange && await history.AppendAsync(session, cid, exchange, isRepeated: false);
                if (!isTold) await PostgresHistory.UnmakeAsync(session, cid);
                unsure = (lesson, feedbackId);
                await transaction.CommitAsync();
                return lesson;
            },
            cancellationToken);
    }

    public Task<bool> DeleteAsync(string cid, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (session, _) =>
            {
                await using var transaction = await session.BeginAsync();
                await PostgresHistory.LockAsync(session, cid);
                var forgotten = await PostgresPlaybook.DeleteAsync(session, cid);
                await PostgresHistory.UnmakeAsync(session, cid);
                await transaction.CommitAsync();
                return forgotten;
            },
            cancellationToken);

    private async Task<IReadOnlyList<PlaybookEntry>> ReadAsync(PostgresSession session, string cid) =>
        playbooks.Read(await session.QueryAsync<PlaybookEntryRow>(PostgresPlaybook.SelectActive, new { Cid = cid }));

    private static Task<bool> WasStoredAsync(PostgresSession session, string cid, long at, long feedbackId) =>
        session.ScalarAsync<bool>(PostgresPlaybook.FindFeedback, new { FeedbackId = feedbackId, Cid = cid, At = at });
}
