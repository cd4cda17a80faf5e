namespace Miner.Domain.Playbooks;

/// <summary>How much of a playbook the model reads.</summary>
/// <param name="ContextLength">The most code points that the block may have; with 0 the model reads none of it.</param>
public sealed record PlaybookPolicy(int ContextLength)
{
    /// <summary>
    /// What the model reads of <paramref name="entries"/>: those that fit, in the order of <see cref="PlaybookContext.Rank"/>.
    /// </summary>
    public IReadOnlyList<PlaybookEntry> ForModel(IReadOnlyList<PlaybookEntry> entries) =>
        entries.Count == 0 ? [] : PlaybookContext.Fit(PlaybookContext.Rank(entries), ContextLength);
}
