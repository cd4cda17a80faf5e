using Miner.Domain.Text;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>What a provider accepts as a query. Callers may send 10,000 code points; providers refuse what is too long.</summary>
/// <param name="MaxEncodedLength">In characters once percent-encoded; at least 12, as one code point may take.</param>
internal sealed record QueryLimits(int MaxCodePoints, int MaxWords = int.MaxValue, int MaxEncodedLength = int.MaxValue)
{
    /// <summary>
    /// The beginning of <paramref name="query"/> that fits, in whole words where it has any, each run of white space as one space.
    /// </summary>
    public string Shorten(string query)
    {
        var whole = string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords));
        var cut = CodePoints.Cut(whole, MaxCodePoints);
        while (Uri.EscapeDataString(cut).Length > MaxEncodedLength)
            cut = CodePoints.Cut(cut, CodePoints.Count(cut) * 9 / 10);

        if (cut.Length == whole.Length) return whole;
        var end = whole[cut.Length] == ' ' ? cut.Length : cut.LastIndexOf(' ');
        return end > 0 ? cut[..end] : cut;
    }
}
