using Miner.Domain.Text;

namespace Miner.Domain.Playbooks;

/// <summary>
/// What a feedback quotes of the playbook: an entry's key and value next to each other, as <see cref="PlaybookContext"/> writes them. A
/// quotation teaches nothing new; what the user says about it may.
/// </summary>
internal sealed class Quotation
{
    private const ulong HashBase = 0x9E37_79B9_7F4A_7C15;

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quoted = new(StringComparer.Ordinal);

    private Quotation()
    {
    }

    /// <summary>Looks for <paramref name="entries"/> in <paramref name="feedback"/>.</summary>
    public static Quotation Find(string feedback, IEnumerable<PlaybookEntry> entries)
    {
        var words = Wording.Of(feedback);
        var isQuoted = new bool[words.Count];
        var hashes = new PrefixHashes(words);
        foreach (var entry in entries) Mark(entry, words, hashes, isQuoted);

        var quotation = new Quotation();
        if (!isQuoted.Contains(true)) return quotation;
        quotation._quoted.UnionWith(Vocabulary.Reduce([.. words.Where((_, i) => isQuoted[i])]));
        quotation._own.UnionWith(Vocabulary.Reduce([.. words.Where((_, i) => !isQuoted[i])]));
        return quotation;
    }

    /// <summary>
    /// Whether <paramref name="value"/> comes from the quotation and not from the user: none of its words are the user's own, or more
    /// of them stand in the quotation alone.
    /// </summary>
    public bool Yields(string value)
    {
        if (_quoted.Count == 0) return false;
        var words = Vocabulary.Reduce(Wording.Of(value)).ToHashSet(StringComparer.Ordinal);
        var own = words.Count(_own.Contains);
        return own == 0 || words.Count(word => _quoted.Contains(word) && !_own.Contains(word)) > own;
    }

    /// <summary>Marks where <paramref name="entry"/> stands (Rabin and Karp, on words), and its tags where they follow.</summary>
    private static void Mark(PlaybookEntry entry, IReadOnlyList<string> words, PrefixHashes hashes, bool[] isQuoted)
    {
        IReadOnlyList<string> line = [.. Wording.Of(entry.Key), .. Wording.Of(entry.Value)];
        if (line.Count == 0) return;
        IReadOnlyList<string> tags = [.. entry.Tags.SelectMany(Wording.Of)];
        var hash = new PrefixHashes(line).Of(0, line.Count);
        for (var start = 0; start + line.Count <= words.Count; start++)
        {
            if (hashes.Of(start, line.Count) != hash || !StandsAt(start, line, words)) continue;
            var length = line.Count + (StandsAt(start + line.Count, tags, words) ? tags.Count : 0);
            Array.Fill(isQuoted, true, start, length);
            start += length - 1;
        }
    }

    private static bool StandsAt(int start, IReadOnlyList<string> passage, IReadOnlyList<string> words) =>
        passage.SequenceEqual(words.Skip(start).Take(passage.Count));

    /// <summary>Gives the hash of any run of words in constant time.</summary>
    private sealed class PrefixHashes
    {
        private readonly ulong[] _prefixes;
        private readonly ulong[] _powers;

        public PrefixHashes(IReadOnlyList<string> words)
        {
            (_prefixes, _powers) = (new ulong[words.Count + 1], new ulong[words.Count + 1]);
            _powers[0] = 1;
            for (var i = 0; i < words.Count; i++)
            {
                _prefixes[i + 1] = unchecked((_prefixes[i] * HashBase) + (uint)words[i].GetHashCode(StringComparison.Ordinal));
                _powers[i + 1] = unchecked(_powers[i] * HashBase);
            }
        }

        public ulong Of(int start, int length) => unchecked(_prefixes[start + length] - (_prefixes[start] * _powers[length]));
    }
}
