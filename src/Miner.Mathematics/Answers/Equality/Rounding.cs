using Miner.Mathematics.Answers.Values;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Answers.Equality;

/// <summary>Whether a decimal stands for a value that no decimal of its length can give exactly.</summary>
internal static class Rounding
{
    // Fewer digits say too little: 0.33 is not a third.
    private const int EnoughDigits = 4;

    // So many digits are written by a machine, which calculates with no more than 53 bits; it has no more digits than that.
    private const int MachineDigits = 12;
    private const int MostMachineDigits = 17;
    private static readonly Rational MachinePrecision = new(1, 1_000_000_000_000);

    /// <summary>
    /// Whether <paramref name="rounded"/> is a decimal of at least four significant digits and <paramref name="exact"/>, a fraction or
    /// a root, rounds to it; with twelve to seventeen digits the last ones may be off, and what it stands for may be another decimal.
    /// </summary>
    public static bool Agrees(Quantity rounded, Quantity exact)
    {
        if (rounded.Decimals is not { Significant: >= EnoughDigits } digits || rounded.Formula.Constant is not { } value) return false;

        var isMachineMade = digits.Significant is >= MachineDigits and <= MostMachineDigits;
        if (!isMachineMade && exact.Decimals is not null) return false;

        var lastDigit = Rational.One / ((Rational)10).Pow(digits.Places);
        var tolerance = isMachineMade ? Rational.Abs(value) * MachinePrecision : lastDigit / 2;
        if (exact.Formula.Constant is { } constant) return Rational.Abs(value - constant) <= tolerance;

        // Not a number where it has variables, and zero where it is too small for a double, which cannot tell a difference in the last
        // of so many digits either.
        var approximation = exact.Formula.Approximation;
        return double.IsNormal(approximation)
            && Math.Abs((double)value - approximation) <= Math.Max((double)tolerance, 1e-14 * Math.Abs(approximation));
    }
}
