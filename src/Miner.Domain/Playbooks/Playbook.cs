namespace Miner.Domain.Playbooks;

/// <summary>The active entries of one conversation, at most <see cref="MaxEntries"/>, one for each key.</summary>
public sealed class Playbook(string cid, IEnumerable<PlaybookEntry> activeEntries)
{
    public const int MaxEntries = 50;

    private readonly Dictionary<string, PlaybookEntry> _active = activeEntries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<PlaybookEntry> Entries => _active.Values;

    /// <summary>
    /// Applies <paramref name="insights"/> in order. An update of an unknown key inserts, an insert of a known key updates, a delete
    /// leaves an inactive entry, and an insert into a full playbook is refused.
    /// </summary>
    /// <param name="insights">What the model read out of the feedback.</param>
    /// <param name="sourceFeedback">The user's words.</param>
    /// <param name="now">UTC.</param>
    /// <returns>One change for each insight, in the same order.</returns>
    public IReadOnlyList<PlaybookChange> Apply(IEnumerable<Insight> insights, string sourceFeedback, DateTimeOffset now) =>
        [.. insights.Select(insight => Apply(insight, sourceFeedback, now))];

    private PlaybookChange Apply(Insight insight, string sourceFeedback, DateTimeOffset now)
    {
        var known = _active.GetValueOrDefault(insight.Key);
        switch (insight.Operation, known)
        {
            case (InsightOperation.Delete, null):
                return new PlaybookChange(insight, PlaybookChangeOutcome.NotFound, null);

            case (InsightOperation.Delete, _):
                _active.Remove(insight.Key);
                return new PlaybookChange(insight, PlaybookChangeOutcome.Deleted, known with
                {
                    Operation = InsightOperation.Delete,
                    SourceFeedback = sourceFeedback,
                    UpdatedAt = now,
                    Version = known.Version + 1,
                    IsActive = false,
                });

            case (_, null) when _active.Count >= MaxEntries:
                return new PlaybookChange(insight, PlaybookChangeOutcome.Refused, null);

            case (_, null):
                var inserted = new PlaybookEntry(
                    Id: 0, cid, insight.Type, insight.Key, insight.Value, InsightOperation.Insert, sourceFeedback, insight.Confidence,
                    CreatedAt: now, UpdatedAt: now, Version: 1, IsActive: true, insight.Tags, ExtraData: null);
                _active.Add(insight.Key, inserted);
                return new PlaybookChange(insight, PlaybookChangeOutcome.Inserted, inserted);

            default:
                var updated = known with
                {
                    Type = insight.Type,
                    Value = insight.Value,
                    Operation = InsightOperation.Update,
                    SourceFeedback = sourceFeedback,
                    Confidence = insight.Confidence,
                    UpdatedAt = now,
                    Version = known.Version + 1,
                    Tags = insight.Tags,
                };
                _active[insight.Key] = updated;
                return new PlaybookChange(insight, PlaybookChangeOutcome.Updated, updated);
        }
    }
}
