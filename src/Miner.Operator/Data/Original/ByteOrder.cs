using System.Text;

namespace Miner.Operator.Data.Original;

/// <summary>The order of SQLite: no text first, then by the bytes of UTF-8.</summary>
internal static class ByteOrder
{
    public static int Compare(string? left, string? right) =>
        left is null ? (right is null ? 0 : -1)
        : right is null ? 1
        : Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
}
