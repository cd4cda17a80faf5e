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
        var words = Words.Of(feedback);
        var isQuoted = new bool[words.Count];
        var hashes = new PrefixHashes(words);
        foreach (var passages in entries.SelectMany(Passages).Where(passage => passage.Count <= words.Count).GroupBy(passage => passage.Count))
            Mark(words, hashes, [.. passages], isQuoted);

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
        var words = Vocabulary.Reduce(Words.Of(value)).ToHashSet(StringComparer.Ordinal);
        var own = words.Count(_own.Contains);
        return own == 0 || words.Count(word => _quoted.Contains(word) && !_own.Contains(word)) > own;
    }

    private static IEnumerable<IReadOnlyList<string>> Passages(PlaybookEntry entry)
    {
        IReadOnlyList<string> line = [.. Words.Of(entry.Key), .. Words.Of(entry.Value)];
        IReadOnlyList<string> tags = [.. entry.Tags.SelectMany(Words.Of)];
        if (line.Count > 0) yield return line;
        if (line.Count > 0 && tags.Count > 0) yield return [.. line, .. tags];
    }

    /// <summary>Marks where one of <paramref name="passages"/>, all of one length, stands (Rabin and Karp, on words).</summary>
    private static void Mark(IReadOnlyList<string> words, PrefixHashes hashes, List<IReadOnlyList<string>> passages, bool[] isQuoted)
    {
        var length = passages[0].Count;
        var byHash = passages.DistinctBy(Hash).ToDictionary(Hash);
        for (var start = 0; start + length <= words.Count; start++)
        {
            if (!byHash.TryGetValue(hashes.Of(start, length), out var passage) || !StandsAt(start, passage, words)) continue;
            Array.Fill(isQuoted, true, start, length);
            start += length - 1;
        }
    }

    private static ulong Hash(IReadOnlyList<string> words) => new PrefixHashes(words).Of(0, words.Count);

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
