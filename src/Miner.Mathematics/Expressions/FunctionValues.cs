using System.Numerics;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Expressions;

/// <summary>Functions of rational numbers, where the value is rational too.</summary>
internal static class FunctionValues
{
    /// <summary>Keeps the slowest power below a millisecond.</summary>
    public const int MaxModularBits = 512;

    /// <summary>
    /// Absolute and rounded values, gcd, lcm, min, max and logarithms; <see cref="ArithmeticOutcome.NotRational"/> for everything else.
    /// </summary>
    /// <exception cref="OverflowException">The value is too large.</exception>
    public static ArithmeticResult Apply(string function, IReadOnlyList<Rational> arguments) => (function, arguments) switch
    {
        (_, []) => ArithmeticOutcome.NotRational,
        ("abs", [var value]) => Rational.Abs(value),
        ("floor", [var value]) => (Rational)value.Floor(),
        ("ceil", [var value]) => (Rational)(-(-value).Floor()),
        ("min", _) => arguments.Min(),
        ("max", _) => arguments.Max(),
        ("gcd", _) => OfIntegers(arguments, NumberTheory.GreatestCommonDivisor),
        ("lcm", _) => OfIntegers(arguments, NumberTheory.LeastCommonMultiple),
        ("ln", [var value]) => value.Sign <= 0 ? ArithmeticOutcome.Undefined
        : value.IsOne ? Rational.Zero
        : ArithmeticOutcome.NotRational,
        ("log", [var value]) => Logarithm(10, value),
        (_, [var value])
            when function.StartsWith("log_", StringComparison.Ordinal) && Rational.TryParse(function.AsSpan(4), out var radix) =>
            Logarithm(radix, value),
        _ => ArithmeticOutcome.NotRational,
    };

    /// <summary>
    /// The floored remainder of a power, found without computing the power; null where the numbers are not whole or too long.
    /// </summary>
    public static Rational? RemainderOfPower(Rational value, Rational exponent, Rational divisor)
    {
        if (!value.IsInteger || !exponent.IsInteger || !divisor.IsInteger || exponent.Sign < 0 || divisor.Sign <= 0) return null;
        if (Math.Max(value.BitLength, Math.Max(exponent.BitLength, divisor.BitLength)) > MaxModularBits) return null;

        var remainder = BigInteger.ModPow(value.Numerator, exponent.Numerator, divisor.Numerator);
        return remainder.Sign < 0 ? remainder + divisor.Numerator : remainder;
    }

    private static ArithmeticResult OfIntegers(IReadOnlyList<Rational> arguments, Func<IEnumerable<BigInteger>, BigInteger> function) =>
        arguments.All(argument => argument.IsInteger)
            ? (Rational)function(arguments.Select(argument => argument.Numerator))
            : ArithmeticOutcome.Undefined;

    private static ArithmeticResult Logarithm(Rational radix, Rational value)
    {
        if (radix.Sign <= 0 || radix.IsOne || value.Sign <= 0) return ArithmeticOutcome.Undefined;

        // The quotient of two rounded logarithms is good enough to guess a whole number, which is then proved.
        var guess = Math.Round(Log(value) / Log(radix));
        return double.IsFinite(guess) && Math.Abs(guess) <= Rational.MaxBits && radix.Pow((int)guess) == value
            ? (Rational)(int)guess
            : ArithmeticOutcome.NotRational;
    }

    private static double Log(Rational value) => BigInteger.Log(value.Numerator) - BigInteger.Log(value.Denominator);
}
