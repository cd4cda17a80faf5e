using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Ports;

/// <summary>Where conversations are kept.</summary>
public interface IConversationRepository
{
    /// <summary>Whether the store took the last change that was made, of conversations or playbooks; true before the first.</summary>
    bool IsWritable { get; }

    /// <summary>Everything that a prompt needs of a conversation, in one trip to the store. Creates nothing.</summary>
    /// <returns>
    /// The newest messages that <see cref="HistoryPolicy.ReadableMessages"/> lets a model read, or more, oldest first, and the active
    /// playbook entries; empty where not asked for or unknown.
    /// </returns>
    Task<ConversationContext> ReadContextAsync(string cid, bool messages, bool playbook, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a pair whole and drops what <see cref="HistoryPolicy"/> no longer keeps of its conversation, in one transaction.
    /// </summary>
    /// <remarks>When the task completes, the pair survives the death of the process.</remarks>
    Task AppendAsync(string cid, Exchange exchange, CancellationToken cancellationToken);

    /// <summary>The conversation with its kept messages, or null when it is unknown.</summary>
    Task<Conversation?> FindAsync(string cid, CancellationToken cancellationToken);

    /// <summary>Conversations, the most recently active first.</summary>
    Task<ConversationPage> ListAsync(int limit, int offset, CancellationToken cancellationToken);

    /// <summary>Conversations in whose id <paramref name="part"/> stands, the most recently active first.</summary>
    /// <param name="part">As it is written there, letter case included.</param>
    /// <returns>A page of those, and how many there are of them.</returns>
    Task<ConversationPage> SearchAsync(string part, int limit, int offset, CancellationToken cancellationToken);

    /// <summary>How many conversations there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a conversation and its messages and, in the same transaction where <paramref name="playbook"/> asks for it, what
    /// <see cref="IPlaybookRepository.DeleteAsync"/> does. False when there was nothing of all that.
    /// </summary>
    Task<bool> DeleteAsync(string cid, bool playbook, CancellationToken cancellationToken);

    /// <summary>Removes messages past their days, and conversations left empty by that.</summary>
    Task<ExpiredHistory> RemoveExpiredAsync(CancellationToken cancellationToken);
}

/// <param name="Messages">Oldest first.</param>
public sealed record ConversationContext(IReadOnlyList<Message> Messages, IReadOnlyList<PlaybookEntry> Playbook)
{
    /// <summary>Why one of the two, or both, could not be read and is empty; null where all was read.</summary>
    public StorageException? Failure { get; init; }
}

/// <param name="Total">How many conversations there are, on all pages.</param>
public sealed record ConversationPage(int Total, IReadOnlyList<ConversationSummary> Conversations);

/// <summary>How much a sweep removed.</summary>
public sealed record ExpiredHistory(int Messages, int Conversations);
