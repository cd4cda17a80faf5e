using System.Numerics;

namespace Miner.Operator.Wallets.Sr25519;

/// <summary>Keccak-f[1600], 24 rounds (FIPS 202, section 3.3).</summary>
internal static class KeccakPermutation
{
    /// <summary>How many 64-bit lanes a state has; lane x + 5y stands at that index.</summary>
    public const int Lanes = 25;

    private static readonly ulong[] RoundConstants =
    [
        0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B, 0x0000000080000001,
        0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088, 0x0000000080008009, 0x000000008000000A,
        0x000000008000808B, 0x800000000000008B, 0x8000000000008089, 0x8000000000008003, 0x8000000000008002, 0x8000000000000080,
        0x000000000000800A, 0x800000008000000A, 0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
    ];

    // ρ: how far each lane is rotated, by its index.
    private static readonly int[] Rotations =
        [0, 1, 62, 28, 27, 36, 44, 6, 55, 20, 3, 10, 43, 25, 39, 41, 45, 15, 21, 8, 18, 2, 61, 56, 14];

    public static void Permute(Span<ulong> state)
    {
        Span<ulong> moved = stackalloc ulong[Lanes];
        Span<ulong> parities = stackalloc ulong[5];
        foreach (var constant in RoundConstants)
        {
            MixColumns(state, parities);
            MoveLanes(state, moved);
            CombineRows(moved, state);
            state[0] ^= constant;
        }

        // They hold what the state held, which may be a secret.
        moved.Clear();
        parities.Clear();
    }

    /// <summary>θ</summary>
    private static void MixColumns(Span<ulong> state, Span<ulong> parities)
    {
        for (var x = 0; x < 5; x++) parities[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
        for (var index = 0; index < Lanes; index++)
            state[index] ^= parities[(index + 4) % 5] ^ BitOperations.RotateLeft(parities[(index + 1) % 5], 1);
    }

    /// <summary>ρ and π: the lane at (x, y) is rotated and goes to (y, 2x + 3y).</summary>
    private static void MoveLanes(ReadOnlySpan<ulong> state, Span<ulong> moved)
    {
        for (var index = 0; index < Lanes; index++)
        {
            var (y, x) = Math.DivRem(index, 5);
            moved[y + 5 * ((2 * x + 3 * y) % 5)] = BitOperations.RotateLeft(state[index], Rotations[index]);
        }
    }

    /// <summary>χ</summary>
    private static void CombineRows(ReadOnlySpan<ulong> moved, Span<ulong> state)
    {
        for (var row = 0; row < Lanes; row += 5)
        {
            for (var x = 0; x < 5; x++) state[row + x] = moved[row + x] ^ (~moved[row + (x + 1) % 5] & moved[row + (x + 2) % 5]);
        }
    }
}
