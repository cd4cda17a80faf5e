namespace Miner.Infrastructure.Persistence.Rows;

internal sealed record MessageRow
{
    public string Role { get; init; } = "";

    public string Content { get; init; } = "";

    /// <summary><see cref="UnixMicroseconds"/>.</summary>
    public long Timestamp { get; init; }

    public string Origin { get; init; } = "";
}
