namespace Miner.Operator.Evaluation.Problems;

/// <summary>
/// The generator SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014): unlike
/// <see cref="Random"/>, it gives the same numbers for the same seed on every version of .NET.
/// </summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>64 bits, all values equally likely.</summary>
    public ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>From 0 to <paramref name="bound"/> - 1; the upper half of a product favours no value by more than 1 in 2^32.</summary>
    /// <param name="bound">From 1.</param>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
