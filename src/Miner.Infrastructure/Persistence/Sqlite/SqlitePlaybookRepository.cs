using Miner.Application.Ports;
using Miner.Domain.Playbooks;

namespace Miner.Infrastructure.Persistence.Sqlite;

internal sealed class SqlitePlaybookRepository(
    SqliteDatabase database, SqliteWriter writer, SqliteHistory history, SqlitePlaybook playbook) : IPlaybookRepository
{
    public Task<IReadOnlyList<PlaybookEntry>> ListAsync(string cid, InsightType? type, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PlaybookEntry>>(
            connection => [.. playbook.Read(connection, cid).Where(entry => type is null || entry.Type == type)],
            cancellationToken);

    public Task<PlaybookLesson> LearnAsync(string cid, Func<Playbook, PlaybookLesson> learn, CancellationToken cancellationToken) =>
        writer.RunAsync(
            connection =>
            {
                var lesson = learn(new Playbook(cid, playbook.Read(connection, cid)));
                lesson = lesson with { Changes = [.. lesson.Changes.Select(change => playbook.Store(connection, change))] };
                playbook.Audit(connection, cid, lesson);
                if (lesson.Exchange is { } exchange) history.Append(connection, cid, exchange);
                return lesson;
            },
            cancellationToken);

    public Task<bool> DeleteAsync(string cid, CancellationToken cancellationToken) =>
        writer.RunAsync(connection => SqlitePlaybook.Delete(connection, cid), cancellationToken);
}
