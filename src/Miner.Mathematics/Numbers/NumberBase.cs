using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>Whole numbers in positional notation.</summary>
public static class NumberBase
{
    public const int Smallest = 2;
    public const int Largest = 36;

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    // As many binary digits as a Rational holds.
    private const int MaxLength = Rational.MaxBits;

    /// <summary>The digits of <paramref name="value"/>, after a minus sign where it is negative.</summary>
    /// <param name="value">Any whole number.</param>
    /// <param name="radix">2 to 36.</param>
    public static string Format(BigInteger value, int radix)
    {
        CheckRadix(radix);
        if (value.IsZero) return "0";

        var digits = new List<char>();
        for (var rest = BigInteger.Abs(value); !rest.IsZero;)
        {
            rest = BigInteger.DivRem(rest, radix, out var digit);
            digits.Add(Digits[(int)digit]);
        }

        if (value.Sign < 0) digits.Add('-');
        digits.Reverse();
        return new string([.. digits]);
    }

    /// <summary>Reads digits of either case after an optional minus sign. False for anything else, and past 10,000 digits.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, int radix, out BigInteger value)
    {
        CheckRadix(radix);
        value = BigInteger.Zero;
        var negative = text.StartsWith("-");
        if (negative) text = text[1..];
        if (text.IsEmpty || text.Length > MaxLength) return false;

        foreach (var character in text)
        {
            var digit = Digits.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
            if (digit < 0 || digit >= radix) return false;
            value = (value * radix) + digit;
        }

        if (negative) value = -value;
        return true;
    }

    private static void CheckRadix(int radix)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(radix, Smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(radix, Largest);
    }
}
