using Miner.Domain.Text;

namespace Miner.Domain.Playbooks;

/// <summary>The active entries of one conversation, at most <see cref="MaxEntries"/>, one for each key.</summary>
public sealed class Playbook
{
    public const int MaxEntries = 50;

    /// <summary>
    /// How many code points of the user's words an entry keeps: every entry carries them into each later trip to the store.
    /// </summary>
    public const int MaxSourceFeedback = 2_000;

    private readonly string _cid;
    private readonly OrderedDictionary<string, PlaybookEntry> _active = new(StringComparer.Ordinal);

    public Playbook(string cid, IEnumerable<PlaybookEntry> activeEntries)
    {
        _cid = cid;
        foreach (var entry in activeEntries) _active.Add(entry.Key, entry);
    }

    public IReadOnlyCollection<PlaybookEntry> Entries => _active.Values;

    /// <summary>
    /// Applies <paramref name="insights"/> in order, without the characters in them that nobody sees. An insight that repeats an entry
    /// confirms it or is merged into it; one that opposes an entry, or that has its key in any spelling and says something else, replaces
    /// it and counts against it. An update of an unknown key inserts, an insert of a known key updates, a delete leaves an inactive entry,
    /// an insert into a full playbook is refused, and what <paramref name="feedback"/> only quotes of the playbook is passed over. One
    /// feedback counts at most once for or against an entry.
    /// </summary>
    /// <param name="insights">What the model read out of the feedback.</param>
    /// <param name="feedback">The user's words.</param>
    /// <param name="now">UTC.</param>
    /// <returns>One change for each insight, in the same order.</returns>
    public IReadOnlyList<PlaybookChange> Apply(IReadOnlyList<Insight> insights, string feedback, DateTimeOffset now)
    {
        if (insights.Count == 0) return [];
        var revision = new PlaybookRevision(_cid, _active, feedback, now);
        return [.. insights.Select(insight => revision.Apply(Visible(insight)))];
    }

    /// <summary>What a user cannot see in an entry, no model shall read in it.</summary>
    private static Insight Visible(Insight insight) => insight with
    {
        Key = VisibleText.Of(insight.Key),
        Value = VisibleText.Of(insight.Value),
        Tags = [.. insight.Tags.Select(VisibleText.Of)],
    };
}
