using Miner.Domain.Conversations;

namespace Miner.Infrastructure.Persistence.Retrying;

/// <summary>A pair that the store has not taken yet.</summary>
internal sealed record PendingExchange(string Cid, Exchange Exchange)
{
    /// <summary>What it takes of the memory, near enough.</summary>
    public long Bytes { get; } = sizeof(char) * ((long)Cid.Length + Exchange.User.Length + Exchange.Assistant.Length);
}
