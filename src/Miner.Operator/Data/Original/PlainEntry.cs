using System.Globalization;
using Miner.Domain.Playbooks;
using Miner.Domain.Text;
using Miner.Infrastructure.Persistence.Rows;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data.Original;

/// <summary>An entry of the original's playbook as this program would have stored it.</summary>
/// <param name="OriginalId">The original's number of it.</param>
/// <param name="IsAudited">Whether the original's own audit has it.</param>
internal sealed record PlainEntry(
    long OriginalId,
    string Cid,
    InsightType Type,
    string Key,
    string Value,
    InsightOperation Operation,
    string SourceFeedback,
    double Confidence,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version,
    bool IsActive,
    string Tags,
    string? ExtraData,
    bool IsAudited)
{
    /// <summary>Code points, as much as this program takes of a model.</summary>
    private const int LongestValue = 2_000;

    private const int HighestVersion = 1_000_000_000;

    /// <summary>Its type as the store has it.</summary>
    public string TypeName => Type.ToString().ToLowerInvariant();

    /// <summary>Its last operation as the store has it.</summary>
    public string OperationName => Operation.ToString().ToLowerInvariant();

    /// <returns>Null where it is not taken over, which is counted in <paramref name="leftOut"/>.</returns>
    public static PlainEntry? Read(OriginalEntry entry, DateTimeOffset now, ImportTally leftOut, ImportTally changed)
    {
        var key = OriginalText.Visible(entry.Key, Insight.MaxKey + 1).Trim();
        var value = OriginalText.Visible(entry.Value, int.MaxValue);
        var created = OriginalTime.Read(entry.CreatedAt, now);
        var updated = OriginalTime.Read(entry.UpdatedAt, now);
        var fault = OriginalCid.Fault(entry.Cid) is { } problem ? $"playbook entries {problem}"
            : key.Length == 0 ? "playbook entries without a key"
            : CodePoints.Count(key) > Insight.MaxKey ? "playbook entries with a key that is too long"
            : string.IsNullOrWhiteSpace(value) ? "playbook entries without a value"
            : (created ?? updated) is null ? "playbook entries without a readable time in the past"
            : null;
        if (fault is not null)
        {
            leftOut.Add(fault);
            return null;
        }

        if (CodePoints.Count(value) > LongestValue) changed.Add("playbook entries cut to the length that this program takes");
        var type = OriginalText.Choice<InsightType>(entry.Type);
        if (type is null) changed.Add("playbook entries of an unknown type, taken for context");
        var version = (int)Math.Clamp(entry.Version ?? 1, 1, HighestVersion);
        return new PlainEntry(
            entry.Id,
            entry.Cid!,
            type ?? InsightType.Context,
            key,
            CodePoints.Cut(value, LongestValue),
            ReadOperation(entry, version),
            OriginalText.Storable(entry.SourceFeedback, Playbook.MaxSourceFeedback),
            entry.Confidence is { } confidence && !double.IsNaN(confidence) ? Math.Clamp(confidence, 0, 1) : Insight.DefaultConfidence,
            created ?? updated!.Value,
            updated ?? created!.Value,
            version,
            entry.IsActive,
            OriginalText.Tags(OriginalText.Json(entry.Tags)),
            OriginalText.Json(entry.ExtraData) is { ValueKind: System.Text.Json.JsonValueKind.Object } ? entry.ExtraData : null,
            entry.IsAudited);
    }

    public bool IsNewerThan(PlainEntry other) => (UpdatedAt, OriginalId).CompareTo((other.UpdatedAt, other.OriginalId)) > 0;

    public StoredRows ToRow(long id) => StoredRows.Of(
        ("id", id), ("cid", Cid), ("insight_type", TypeName), ("key", Key), ("value", Value), ("operation", OperationName),
        ("source_feedback", SourceFeedback), ("confidence_score", Confidence), ("created_at", UnixMicroseconds.Of(CreatedAt)),
        ("updated_at", UnixMicroseconds.Of(UpdatedAt)), ("version", (long)Version), ("is_active", 1L), ("tags", Tags),
        ("extra_data", ExtraData));

    public override string ToString() => OriginalId.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is active was not deleted last, whatever is written there.</summary>
    private static InsightOperation ReadOperation(OriginalEntry entry, int version) =>
        OriginalText.Choice<InsightOperation>(entry.Operation) is { } operation && (operation == InsightOperation.Delete) != entry.IsActive
            ? operation
            : !entry.IsActive ? InsightOperation.Delete
            : version > 1 ? InsightOperation.Update
            : InsightOperation.Insert;
}
