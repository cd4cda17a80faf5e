using System.Numerics;
using Miner.Mathematics.Numbers;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace Miner.Mathematics.Tests.Numbers;

internal sealed class NumberLawsTests
{
    [Property]
    public bool Multiple_TimesDivisor_IsTheProduct(ushort left, ushort right)
    {
        BigInteger[] numbers = [left + 1, right + 1];
        return NumberTheory.GreatestCommonDivisor(numbers) * NumberTheory.LeastCommonMultiple(numbers) == numbers[0] * numbers[1];
    }

    [Property]
    public bool ModularInverse_TimesTheNumber_IsOne(ushort value, byte modulus)
    {
        var size = (BigInteger)modulus + 2;
        var isCoprime = BigInteger.GreatestCommonDivisor(value, size).IsOne;
        return NumberTheory.ModularInverse(value, size) is { } inverse ? inverse * value % size == 1 : !isCoprime;
    }

    [Property]
    public bool Divisors_AreAllThatDivide(ushort value)
    {
        var number = (value % 2_000) + 1;
        return NumberTheory.Divisors(number)!.SequenceEqual(
            Enumerable.Range(1, number).Where(divisor => number % divisor == 0).Select(divisor => (BigInteger)divisor));
    }

    [Property]
    public bool Remainder_IsFloored(int dividend, short divisor)
    {
        if (divisor == 0) return true;
        Rational remainder = (Rational)dividend % divisor;
        var isWithin = divisor > 0 ? remainder.Sign >= 0 && remainder < divisor : remainder.Sign <= 0 && remainder > divisor;
        return isWithin && ((dividend - remainder) / divisor).IsInteger;
    }

    [Property]
    public bool Pow_OfASum_MultipliesThePowers(sbyte value, byte first, byte second)
    {
        if (value == 0) return true;
        Rational number = new(value, 7);
        var (left, right) = (first % 20, second % 20);
        return number.Pow(left) * number.Pow(right) == number.Pow(left + right) && number.Pow(-left) == Rational.One / number.Pow(left);
    }

    [Property]
    public bool Round_IsWithinHalfOfTheLastPlace(int numerator, byte divisor, byte places)
    {
        var (value, digits) = (new Rational(numerator, divisor + 1), places % 8);
        var rounded = Rational.Parse(DecimalText.Round(value, digits));
        return Rational.Abs(value - rounded) * 2 <= Rational.One / ((Rational)10).Pow(digits);
    }

    [Property]
    public bool Variance_OfNumbersAllMovedAlike_StaysTheSame(short[] numbers, short by)
    {
        if (numbers.Length == 0) return true;
        Rational[] values = [.. numbers.Select(number => (Rational)number)];
        Rational[] moved = [.. values.Select(value => value + by)];
        return Statistics.PopulationVariance(values) == Statistics.PopulationVariance(moved)
            && Statistics.Mean(moved) == Statistics.Mean(values) + by
            && Statistics.Range(moved) == Statistics.Range(values);
    }
}
