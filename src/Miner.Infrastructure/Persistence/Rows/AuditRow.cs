using AutoMapper;
using Miner.Application.Ports;

namespace Miner.Infrastructure.Persistence.Rows;

/// <summary>One operation of a feedback. What does not apply to its outcome is null.</summary>
internal sealed record AuditRow
{
    /// <summary>The outcome of an item that is no insight.</summary>
    public const string Rejected = "rejected";

    /// <summary>The outcome of a feedback that yielded nothing.</summary>
    public const string None = "none";

    public long FeedbackId { get; init; }

    /// <summary>A <see cref="Domain.Playbooks.PlaybookChangeOutcome"/>, <see cref="Rejected"/> or <see cref="None"/>.</summary>
    public string Outcome { get; init; } = None;

    public long? EntryId { get; init; }

    public string? Type { get; init; }

    public string? Key { get; init; }

    public string? Value { get; init; }

    public string? Operation { get; init; }

    public double? Confidence { get; init; }

    public string? Tags { get; init; }

    public string? RejectedJson { get; init; }

    public string? RejectedReason { get; init; }

    /// <summary>One for each thing that the feedback yielded, or one that says it yielded nothing.</summary>
    public static IReadOnlyList<AuditRow> Of(PlaybookLesson lesson, IMapper mapper)
    {
        List<AuditRow> rows = [.. lesson.Changes.Select(mapper.Map<AuditRow>), .. lesson.Rejected.Select(mapper.Map<AuditRow>)];
        return rows.Count > 0 ? rows : [new AuditRow { Outcome = None }];
    }
}
