namespace Miner.Operator.Data.Original;

/// <summary>How many rows were left out, or taken over in another form, and why.</summary>
/// <param name="Reason">Words that follow a number.</param>
public sealed record ImportRemark(string Reason, long Count);

/// <summary>Counts what becomes of the original's rows.</summary>
internal sealed class ImportTally
{
    private readonly OrderedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<ImportRemark> Remarks => [.. _counts.Select(count => new ImportRemark(count.Key, count.Value))];

    public void Add(string reason, long count = 1)
    {
        if (count > 0) _counts[reason] = _counts.GetValueOrDefault(reason) + count;
    }
}
