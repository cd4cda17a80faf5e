using AutoMapper;
using Miner.Application.Ports;
using Miner.Domain.Playbooks;
using Miner.Infrastructure.Persistence.Rows;

namespace Miner.Infrastructure.Persistence.Postgres;

/// <summary>A playbook's entries and audit.</summary>
internal sealed class PostgresPlaybook(IMapper mapper)
{
    internal const string SelectActive = """
        SELECT id, cid, insight_type AS Type, key, value, operation, source_feedback AS SourceFeedback, confidence_score AS Confidence,
               created_at AS CreatedAt, updated_at AS UpdatedAt, version, is_active AS IsActive, tags, extra_data AS ExtraData,
               helpful, harmful
        FROM playbook_entries WHERE cid = @Cid AND is_active
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
        WHERE cid = @Cid AND key = @Key AND is_active
        RETURNING id
        """;

    internal const string FindFeedback =
        "SELECT EXISTS (SELECT 1 FROM playbook_feedback WHERE id = @FeedbackId AND cid = @Cid AND created_at = @At)";

    // The audit goes with the feedback that it belongs to.
    internal const string DeletePlaybook = """
        WITH entries AS (DELETE FROM playbook_entries WHERE cid = @Cid RETURNING 1),
             feedback AS (DELETE FROM playbook_feedback WHERE cid = @Cid RETURNING 1)
        SELECT EXISTS (SELECT 1 FROM entries) OR EXISTS (SELECT 1 FROM feedback)
        """;

    private const string InsertFeedback = """
        INSERT INTO playbook_feedback (cid, created_at, feedback, model_text) VALUES (@Cid, @At, @Feedback, @ModelText)
        RETURNING id
        """;

    private const string InsertAudit = """
        INSERT INTO playbook_audit (feedback_id, outcome, entry_id, insight_type, key, value, operation, confidence_score, tags,
                                    rejected_json, rejected_reason)
        VALUES (@FeedbackId, @Outcome, @EntryId, @Type, @Key, @Value, @Operation, @Confidence, @Tags, @RejectedJson, @RejectedReason)
        """;

    /// <param name="rows">What <see cref="SelectActive"/> gives.</param>
    /// <returns>The entries by type, in the order of <see cref="InsightType"/>, and then by age.</returns>
    public IReadOnlyList<PlaybookEntry> Read(IEnumerable<PlaybookEntryRow> rows) =>
        [.. mapper.Map<List<PlaybookEntry>>(rows).OrderBy(entry => entry.Type).ThenBy(entry => entry.CreatedAt).ThenBy(entry => entry.Id)];

    /// <returns>The change with the id that its entry is stored under.</returns>
    public async Task<PlaybookChange> StoreAsync(PostgresSession session, PlaybookChange change)
    {
        if (change.Entry is not { } entry) return change;

        var sql = change.Outcome == PlaybookChangeOutcome.Inserted ? InsertEntry : UpdateEntry;
        var id = await session.SingleAsync<long>(sql, mapper.Map<PlaybookEntryRow>(entry));
        return change with { Entry = entry with { Id = id } };
    }

    /// <returns>The id that the feedback is stored under.</returns>
    public async Task<long> AuditAsync(PostgresSession session, string cid, PlaybookLesson lesson, long at)
    {
        var feedbackId = await session.SingleAsync<long>(
            InsertFeedback, new { Cid = cid, At = at, lesson.Feedback, lesson.ModelText });
        foreach (var row in AuditRow.Of(lesson, mapper)) await session.ExecuteAsync(InsertAudit, row with { FeedbackId = feedbackId });
        return feedbackId;
    }

    /// <returns>Whether there was anything of the conversation's user, deleted entries and the audit included.</returns>
    public static Task<bool> DeleteAsync(PostgresSession session, string cid) =>
        session.ScalarAsync<bool>(DeletePlaybook, new { Cid = cid });
}
