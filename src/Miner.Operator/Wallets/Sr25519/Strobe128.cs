using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Miner.Operator.Wallets.Sr25519;

/// <summary>
/// The operations of STROBE-128 that Merlin uses, in the version 1.0.2 (https://strobe.sourceforge.io/specs). Wiped when disposed of.
/// </summary>
internal sealed class Strobe128 : IDisposable
{
    /// <summary>Bytes of the sponge that an operation may touch before the state is permuted.</summary>
    private const int Rate = 166;

    [Flags]
    private enum Operation : byte
    {
        Inbound = 1,
        Application = 2,
        Cipher = 4,
        Meta = 16,
    }

    private readonly ulong[] _lanes = GC.AllocateArray<ulong>(KeccakPermutation.Lanes, pinned: true);
    private int _position;
    private int _operationStart;

    public Strobe128(ReadOnlySpan<byte> protocol)
    {
        ReadOnlySpan<byte> header = [1, Rate + 2, 1, 0, 1, 96, .. "STROBEv1.0.2"u8];
        for (var index = 0; index < header.Length; index++) Mix(index, header[index]);
        KeccakPermutation.Permute(_lanes);
        AddMetadata(protocol);
    }

    private Strobe128(Strobe128 other)
    {
        other._lanes.CopyTo(_lanes, 0);
        _position = other._position;
        _operationStart = other._operationStart;
    }

    public Strobe128 Clone() => new(this);

    /// <summary>meta-AD</summary>
    public void AddMetadata(ReadOnlySpan<byte> data)
    {
        Begin(Operation.Meta | Operation.Application);
        Absorb(data);
    }

    /// <summary>meta-AD of a label and, as four bytes, the length of what follows.</summary>
    public void AddMetadata(ReadOnlySpan<byte> label, int length)
    {
        AddMetadata(label);
        Span<byte> encoded = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32LittleEndian(encoded, length);
        Absorb(encoded);
    }

    /// <summary>AD</summary>
    public void AddData(ReadOnlySpan<byte> data)
    {
        Begin(Operation.Application);
        Absorb(data);
    }

    /// <summary>KEY</summary>
    public void SetKey(ReadOnlySpan<byte> key)
    {
        Begin(Operation.Application | Operation.Cipher);
        foreach (var value in key)
        {
            Mix(_position, (byte)(value ^ Read(_position)));
            Advance();
        }
    }

    /// <summary>PRF</summary>
    public void Squeeze(Span<byte> output)
    {
        Begin(Operation.Inbound | Operation.Application | Operation.Cipher);
        for (var index = 0; index < output.Length; index++)
        {
            output[index] = Read(_position);
            Mix(_position, output[index]);
            Advance();
        }
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_lanes.AsSpan()));

    private void Begin(Operation operation)
    {
        var previousStart = _operationStart;
        _operationStart = _position + 1;
        Absorb([(byte)previousStart, (byte)operation]);
        if (operation.HasFlag(Operation.Cipher) && _position != 0) Permute();
    }

    private void Absorb(ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            Mix(_position, value);
            Advance();
        }
    }

    private void Advance()
    {
        _position++;
        if (_position == Rate) Permute();
    }

    private void Permute()
    {
        Mix(_position, (byte)_operationStart);
        Mix(_position + 1, 0x04);
        Mix(Rate + 1, 0x80);
        KeccakPermutation.Permute(_lanes);
        _position = 0;
        _operationStart = 0;
    }

    private byte Read(int index) => (byte)(_lanes[index / 8] >> (index % 8 * 8));

    private void Mix(int index, byte value) => _lanes[index / 8] ^= (ulong)value << (index % 8 * 8);
}
