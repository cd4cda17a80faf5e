namespace Miner.Infrastructure.Persistence.Rows;

/// <summary>Times are <see cref="UnixMicroseconds"/>; the enumerations are <see cref="EnumText{TEnum}"/>.</summary>
internal sealed record PlaybookEntryRow
{
    public long Id { get; init; }

    public string Cid { get; init; } = "";

    public string Type { get; init; } = "";

    public string Key { get; init; } = "";

    public string Value { get; init; } = "";

    public string Operation { get; init; } = "";

    public string SourceFeedback { get; init; } = "";

    public double Confidence { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public int Version { get; init; }

    public bool IsActive { get; init; }

    /// <summary>A JSON array of strings.</summary>
    public string Tags { get; init; } = "[]";

    public string? ExtraData { get; init; }

    public int Helpful { get; init; }

    public int Harmful { get; init; }
}
