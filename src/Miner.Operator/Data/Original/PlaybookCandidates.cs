using Miner.Domain.Playbooks;

namespace Miner.Operator.Data.Original;

/// <summary>The newest active entry of each key of one conversation, and no more of them than a playbook holds.</summary>
/// <param name="supersede">Told of each entry that is none of them, and why.</param>
internal sealed class PlaybookCandidates(Func<PlainEntry, string, CancellationToken, Task> supersede)
{
    public const string TooMany = "playbook entries beyond the newest 50 of a conversation";

    private const string Deleted = "playbook entries that are deleted";
    private const string Older = "playbook entries of a key that has a newer one";

    private readonly Dictionary<string, PlainEntry> _entries = new(StringComparer.Ordinal);

    // Of the key that is being read: all its entries come together.
    private (string Key, int Version) _highest = ("", 0);

    public IReadOnlyCollection<PlainEntry> Entries => _entries.Values;

    public async Task AddAsync(PlainEntry entry, CancellationToken cancellationToken)
    {
        _highest = (entry.Key, _highest.Key == entry.Key ? Math.Max(_highest.Version, entry.Version) : entry.Version);
        var known = _entries.GetValueOrDefault(entry.Key);
        if (!entry.IsActive) await supersede(entry, Deleted, cancellationToken);
        else if (known is not null && known.IsNewerThan(entry)) await supersede(entry, Older, cancellationToken);
        else
        {
            if (known is not null) await supersede(known, Older, cancellationToken);
            known = entry;
        }

        if (known is null) return;

        _entries[entry.Key] = known with { Version = Math.Max(known.Version, _highest.Version) };
        if (_entries.Count <= Playbook.MaxEntries) return;

        var oldest = _entries.Values.MinBy(each => (each.UpdatedAt, each.OriginalId))!;
        _entries.Remove(oldest.Key);
        await supersede(oldest, TooMany, cancellationToken);
    }
}
