namespace Miner.Infrastructure.Persistence.Rows;

/// <summary>A conversation without its messages; times are <see cref="UnixMicroseconds"/>.</summary>
internal sealed record ConversationRow
{
    public string Cid { get; init; } = "";

    public int MessageCount { get; init; }

    public long CreatedAt { get; init; }

    public long LastActivity { get; init; }
}
