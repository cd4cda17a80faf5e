using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Miner.Infrastructure.Persistence.Transfer;

namespace Miner.Operator.Data;

/// <summary>SHA-256 over rows in their order, the same in every kind of store: each value with its kind and length.</summary>
internal sealed class RowChecksum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    public void Add(StoredRows rows)
    {
        // Stores may hold the columns in another order.
        int[] order = [.. Enumerable.Range(0, rows.Columns.Count).OrderBy(column => rows.Columns[column], StringComparer.Ordinal)];
        foreach (var row in rows.Rows)
        {
            Rows++;
            foreach (var column in order) Add(row[column]);
        }
    }

    /// <returns>In hexadecimal digits.</returns>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    private void Add(object? value)
    {
        switch (value)
        {
            case null: Add((byte)'n', []); break;
            case string text: Add((byte)'t', Encoding.UTF8.GetBytes(text)); break;
            case long number: AddBits((byte)'i', number); break;
            case double number: AddBits((byte)'r', BitConverter.DoubleToInt64Bits(number)); break;
            default: throw new NotSupportedException($"A store gave a {value.GetType()}.");
        }
    }

    private void AddBits(byte kind, long bits)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bits);
        Add(kind, bytes);
    }

    private void Add(byte kind, ReadOnlySpan<byte> bytes)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        head[0] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        _hash.AppendData(head);
        _hash.AppendData(bytes);
    }
}
