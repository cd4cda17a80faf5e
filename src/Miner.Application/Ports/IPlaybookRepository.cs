using Miner.Domain.Conversations;
using Miner.Domain.Playbooks;

namespace Miner.Application.Ports;

/// <summary>Where playbooks are kept.</summary>
public interface IPlaybookRepository
{
    /// <summary>The active entries of a conversation, of one type or of all, by type and then by age.</summary>
    Task<IReadOnlyList<PlaybookEntry>> ListAsync(string cid, InsightType? type, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the playbook, applies one feedback and stores its changes, its audit and its exchange, all in one transaction that no
    /// other change to this playbook comes between.
    /// </summary>
    /// <param name="learn">Decides what is to be stored; called once, and must be quick and pure.</param>
    Task<PlaybookLesson> LearnAsync(string cid, Func<Playbook, PlaybookLesson> learn, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes what is known of a conversation's user: all entries, those deleted before included, and the audit with the user's words.
    /// False when there was nothing.
    /// </summary>
    Task<bool> DeleteAsync(string cid, CancellationToken cancellationToken);
}

/// <summary>What one feedback does to a playbook.</summary>
/// <param name="Feedback">The user's words, for the audit.</param>
/// <param name="ModelText">What the model answered, for the audit.</param>
/// <param name="Changes">What became of each insight, in order.</param>
/// <param name="Rejected">Items of the model's answer that are no insights.</param>
/// <param name="Exchange">The pair for the conversation's history, or null when there is none to store.</param>
public sealed record PlaybookLesson(
    string Feedback,
    string ModelText,
    IReadOnlyList<PlaybookChange> Changes,
    IReadOnlyList<RejectedInsight> Rejected,
    Exchange? Exchange);

/// <param name="Json">The item as the model gave it.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RejectedInsight(string Json, string Reason);
