using Miner.Domain.Text;

namespace Miner.Domain.Playbooks;

/// <summary>What one feedback does to the <paramref name="active"/> entries of a playbook (see <see cref="Playbook.Apply"/>).</summary>
internal sealed class PlaybookRevision(string cid, OrderedDictionary<string, PlaybookEntry> active, string feedback, DateTimeOffset now)
{
    private readonly string _source = CodePoints.Cut(feedback, Playbook.MaxSourceFeedback);
    private readonly Quotation _quotation = Quotation.Find(feedback, active.Values);
    private readonly HashSet<string> _judged = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Statement> _statements =
        active.Values.ToDictionary(entry => entry.Key, entry => new Statement(entry.Key, entry.Value), StringComparer.Ordinal);

    public PlaybookChange Apply(Insight insight)
    {
        var known = active.GetValueOrDefault(insight.Key)
            ?? active.Values.FirstOrDefault(entry => EntryKey.AreSame(entry.Key, insight.Key));
        if (insight.Operation == InsightOperation.Delete)
            return known is null ? new PlaybookChange(insight, PlaybookChangeOutcome.NotFound, null) : Delete(insight, known);
        if (_quotation.Yields(insight.Value)) return new PlaybookChange(insight, PlaybookChangeOutcome.Quoted, null);

        var statement = new Statement(insight.Key, insight.Value);
        var entry = known ?? FirstOrNull(statement.Repeats) ?? FirstOrNull(statement.Opposes);
        if (entry is null) return Insert(insight, statement);
        return statement.Repeats(_statements[entry.Key]) ? Repeat(insight, statement, entry) : Replace(insight, entry);
    }

    private PlaybookEntry? FirstOrNull(Predicate<Statement> isMeant) =>
        active.Values.FirstOrDefault(entry => isMeant(_statements[entry.Key]));

    private PlaybookChange Insert(Insight insight, Statement statement)
    {
        if (active.Count >= Playbook.MaxEntries) return new PlaybookChange(insight, PlaybookChangeOutcome.Refused, null);
        _judged.Add(insight.Key);
        var entry = new PlaybookEntry(
            Id: 0, cid, insight.Type, insight.Key, insight.Value, InsightOperation.Insert, _source, insight.Confidence,
            CreatedAt: now, UpdatedAt: now, Version: 1, IsActive: true, insight.Tags, ExtraData: null, Helpful: 0, Harmful: 0);
        return Keep(insight, PlaybookChangeOutcome.Inserted, entry, statement);
    }

    private PlaybookChange Delete(Insight insight, PlaybookEntry entry)
    {
        active.Remove(entry.Key);
        _statements.Remove(entry.Key);
        var deleted = NextVersion(CountAgainst(entry)) with { Operation = InsightOperation.Delete, IsActive = false };
        return new PlaybookChange(insight, PlaybookChangeOutcome.Deleted, deleted);
    }

    /// <summary>The fuller wording stays, and of two as full the newer; the surer confidence and the tags of both stay with it.</summary>
    private PlaybookChange Repeat(Insight insight, Statement statement, PlaybookEntry entry)
    {
        var known = _statements[entry.Key];
        var confirmed = CountFor(entry);
        if (!statement.IsFullerThan(known)) return Keep(insight, PlaybookChangeOutcome.Confirmed, confirmed, known);
        var merged = NextVersion(confirmed) with
        {
            Value = insight.Value,
            Operation = InsightOperation.Update,
            Confidence = Math.Max(entry.Confidence, insight.Confidence),
            Tags = [.. entry.Tags.Union(insight.Tags, StringComparer.OrdinalIgnoreCase).Take(Insight.MaxTags)],
        };
        return Keep(insight, PlaybookChangeOutcome.Merged, merged, new Statement(entry.Key, insight.Value));
    }

    private PlaybookChange Replace(Insight insight, PlaybookEntry entry)
    {
        var updated = NextVersion(CountAgainst(entry)) with
        {
            Type = insight.Type,
            Value = insight.Value,
            Operation = InsightOperation.Update,
            Confidence = insight.Confidence,
            Tags = insight.Tags,
        };
        return Keep(insight, PlaybookChangeOutcome.Updated, updated, new Statement(entry.Key, insight.Value));
    }

    private PlaybookChange Keep(Insight insight, PlaybookChangeOutcome outcome, PlaybookEntry entry, Statement statement)
    {
        active[entry.Key] = entry;
        _statements[entry.Key] = statement;
        return new PlaybookChange(insight, outcome, entry);
    }

    private PlaybookEntry NextVersion(PlaybookEntry entry) =>
        entry with { SourceFeedback = _source, UpdatedAt = now, Version = entry.Version + 1 };

    private PlaybookEntry CountFor(PlaybookEntry entry) => _judged.Add(entry.Key) ? entry with { Helpful = entry.Helpful + 1 } : entry;

    private PlaybookEntry CountAgainst(PlaybookEntry entry) => _judged.Add(entry.Key) ? entry with { Harmful = entry.Harmful + 1 } : entry;
}
