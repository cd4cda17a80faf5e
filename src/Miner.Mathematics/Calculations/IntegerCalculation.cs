using System.Numerics;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Calculations;

/// <summary>Divisibility of whole numbers.</summary>
internal static class IntegerCalculation
{
    /// <summary>About a microsecond each.</summary>
    private const int FactoringSteps = 20_000;

    private const int Work = 2_000;

    private const string NotWhole = "This takes whole numbers, or formulas that come to whole numbers.";

    public static Calculation GreatestCommonDivisor(IReadOnlyList<string> input) =>
        Read(input) is { Count: > 0 } numbers ? Shown(NumberTheory.GreatestCommonDivisor(numbers)) : Calculation.None(NotWhole);

    public static Calculation LeastCommonMultiple(IReadOnlyList<string> input) =>
        Read(input) is { Count: > 0 } numbers ? Shown(NumberTheory.LeastCommonMultiple(numbers)) : Calculation.None(NotWhole);

    public static Calculation Factorise(IReadOnlyList<string> input)
    {
        if (Read(input) is not [var number] || number < BigInteger.One) return Calculation.None("This takes one positive whole number.");
        return Primes.Factorise(number, FactoringSteps) switch
        {
            null => Calculation.None("The prime factors of this number are not found in time."),
            [] => Calculation.Of("1 has no prime factors"),
            var factors => Calculation.Of(string.Join(" * ", factors)),
        };
    }

    public static Calculation IsPrime(IReadOnlyList<string> input)
    {
        if (Read(input) is not [var number]) return Calculation.None("This takes one whole number.");
        return Primes.IsPrime(number) switch
        {
            true => Calculation.Of("prime"),
            false => Calculation.Of("not prime"),
            null => Calculation.None("The number is too large to tell."),
        };
    }

    /// <summary>The remainder from 0 on; a negative exponent is that of the inverse.</summary>
    public static Calculation PowerModulo(IReadOnlyList<string> input)
    {
        if (Read(input) is not [var number, var exponent, var modulus] || modulus < BigInteger.One)
            return Calculation.None("This takes three whole numbers: the base, the exponent and the modulus, which is positive.");
        if (exponent.Sign < 0 && !modulus.IsOne)
        {
            if (NumberTheory.ModularInverse(number, modulus) is not { } inverse)
                return Calculation.None("The base has no inverse for this modulus: they have a common divisor.");
            number = inverse;
        }

        return FunctionValues.RemainderOfPower(number, BigInteger.Abs(exponent), modulus) is { } remainder
            ? Shown(remainder)
            : Calculation.None($"The numbers may have at most {FunctionValues.MaxModularBits} bits.");
    }

    private static Calculation Shown(Rational value) => Calculation.Of(NumberText.Of(value));

    /// <summary>Null where one of them is none.</summary>
    private static List<BigInteger>? Read(IReadOnlyList<string> input)
    {
        var numbers = new List<BigInteger>();
        foreach (var text in input)
        {
            if (!FormulaText.TryRead(text, out var formula)) return null;
            if (Arithmetic.Evaluate(formula, new WorkBudget(Work)) is not { HasValue: true, Value: { IsInteger: true } value }) return null;
            numbers.Add(value.Numerator);
        }

        return numbers;
    }
}
