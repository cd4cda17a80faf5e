using Miner.Domain.Text;

namespace Miner.Operator.Data.Original;

/// <summary>Which ids of conversations this program's callers can name.</summary>
internal static class OriginalCid
{
    private const int Longest = 100;

    /// <summary>What is wrong with it, as words that follow "messages"; null where nothing is.</summary>
    public static string? Fault(string? cid) =>
        string.IsNullOrWhiteSpace(cid) || cid is "." or ".." || CodePoints.Count(cid) > Longest || CodePoints.HasUnstorable(cid)
            ? "of a conversation whose id this program does not take"
            : null;
}
