using AutoMapper;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Sqlite;

/// <summary>A playbook's entries and audit, within a transaction that the caller holds.</summary>
internal sealed class SqlitePlaybook(TimeProvider timeProvider, IMapper mapper)
{
    internal const string SelectActive = """
        SELECT id, cid, insight_type, key, value, operation, source_feedback, confidence_score, created_at, updated_at, version, is_active,
               tags, extra_data, helpful, harmful
        FROM playbook_entries WHERE cid = @Cid AND is_active = 1
        """;

    internal const string InsertEntry = """
        INSERT INTO playbook_entries (cid, insight_type, key, value, operation, source_feedback, confidence_score,
                                      created_at, updated_at, version, is_active, tags, extra_data, helpful, harmful)
        VALUES (@Cid, @Type, @Key, @Value, @Operation, @SourceFeedback, @Confidence,
                @CreatedAt, @UpdatedAt, @Version, @IsActive, @Tags, @ExtraData, @Helpful, @Harmful)
        RETURNING id
        """;

    // By key and not by id: an entry that this very lesson inserted has no id yet.
    internal const string UpdateEntry = """
        UPDATE playbook_entries
        SET insight_type = @Type, value = @Value, operation = @Operation, source_feedback = @SourceFeedback,
            confidence_score = @Confidence, updated_at = @UpdatedAt, version = @Version, is_active = @IsActive,
            tags = @Tags, extra_data = @ExtraData, helpful = @Helpful, harmful = @Harmful
        WHERE cid = @Cid AND key = @Key AND is_active = 1
        RETURNING id
        """;

    private const string InsertFeedback = """
        INSERT INTO playbook_feedback (cid, created_at, feedback, model_text) VALUES (@Cid, @CreatedAt, @Feedback, @ModelText)
        RETURNING id
        """;

    private const string InsertAudit = """
        INSERT INTO playbook_audit (feedback_id, outcome, entry_id, insight_type, key, value, operation, confidence_score, tags,
                                    rejected_json, rejected_reason)
        VALUES (@FeedbackId, @Outcome, @EntryId, @Type, @Key, @Value, @Operation, @Confidence, @Tags, @RejectedJson, @RejectedReason)
        """;

    // One statement for both would walk through the entries of all: each half has an index of its own.
    internal const string DeleteActive = "DELETE FROM playbook_entries WHERE cid = @Cid AND is_active = 1";
    internal const string DeleteInactive = "DELETE FROM playbook_entries WHERE cid = @Cid AND is_active = 0";

    // The audit goes with the feedback that it belongs to.
    internal const string DeleteFeedback = "DELETE FROM playbook_feedback WHERE cid = @Cid";

    /// <returns>The active entries by type, in the order of <see cref="InsightType"/>, and then by age.</returns>
    public IReadOnlyList<PlaybookEntry> Read(SqliteSession session, string cid)
    {
        var rows = session.Statement(SelectActive).Bind("@Cid", cid).Query(ReadEntry);
        if (rows.Count == 0) return [];
        var entries = mapper.Map<List<PlaybookEntry>>(rows);
        return [.. entries.OrderBy(entry => entry.Type).ThenBy(entry => entry.CreatedAt).ThenBy(entry => entry.Id)];
    }

    /// <returns>The change with the id that its entry is stored under.</returns>
    public PlaybookChange Store(SqliteConnection connection, PlaybookChange change)
    {
        if (change.Entry is not { } entry) return change;

        var sql = change.Outcome == PlaybookChangeOutcome.Inserted ? InsertEntry : UpdateEntry;
        var id = connection.QuerySingle<long>(sql, mapper.Map<PlaybookEntryRow>(entry));
        return change with { Entry = entry with { Id = id } };
    }

    public void Audit(SqliteConnection connection, string cid, PlaybookLesson lesson)
    {
        var feedbackId = connection.QuerySingle<long>(
            InsertFeedback,
            new { Cid = cid, CreatedAt = UnixMicroseconds.Of(timeProvider.GetUtcNow()), lesson.Feedback, lesson.ModelText });
        connection.Execute(InsertAudit, AuditRow.Of(lesson, mapper).Select(row => row with { FeedbackId = feedbackId }));
    }

    /// <returns>Whether there was anything of the conversation's user, deleted entries and the audit included.</returns>
    public static bool Delete(SqliteConnection connection, string cid) =>
        connection.Execute($"{DeleteActive};{DeleteInactive};{DeleteFeedback}", new { Cid = cid }) > 0;

    private static PlaybookEntryRow ReadEntry(SqliteStatement row) => new()
    {
        Id = row.Integer(0),
        Cid = row.Text(1),
        Type = row.Text(2),
        Key = row.Text(3),
        Value = row.Text(4),
        Operation = row.Text(5),
        SourceFeedback = row.Text(6),
        Confidence = row.Real(7),
        CreatedAt = row.Integer(8),
        UpdatedAt = row.Integer(9),
        Version = (int)row.Integer(10),
        IsActive = row.Integer(11) != 0,
        Tags = row.Text(12),
        ExtraData = row.TextOrNull(13),
        Helpful = (int)row.Integer(14),
        Harmful = (int)row.Integer(15),
    };
}
