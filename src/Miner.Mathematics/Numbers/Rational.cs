using System.Globalization;
using System.Numerics;

namespace Miner.Mathematics.Numbers;

/// <summary>
/// An exact fraction in lowest terms. Numerator and denominator have at most <see cref="MaxBits"/> bits each: an operation whose
/// result would be larger throws <see cref="OverflowException"/> instead of computing it, so that no input costs unbounded time or memory.
/// </summary>
public readonly partial struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    /// <summary>About 3,010 decimal digits.</summary>
    public const int MaxBits = 10_000;

    // The default value of the struct must be zero, which has the denominator one.
    private readonly BigInteger _denominatorLessOne;

    /// <exception cref="DivideByZeroException"><paramref name="denominator"/> is zero.</exception>
    /// <exception cref="OverflowException">The fraction in lowest terms is beyond <see cref="MaxBits"/>.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
            (numerator, denominator) = (numerator / divisor, denominator / divisor);
        }

        if (numerator.GetBitLength() > MaxBits || denominator.GetBitLength() > MaxBits) throw new OverflowException();
        Numerator = numerator;
        _denominatorLessOne = denominator - BigInteger.One;
    }

    public static Rational Zero => default;

    public static Rational One { get; } = new(1, 1);

    public BigInteger Numerator { get; }

    /// <summary>Greater than zero.</summary>
    public BigInteger Denominator => _denominatorLessOne + BigInteger.One;

    public bool IsZero => Numerator.IsZero;

    public bool IsOne => Numerator.IsOne && IsInteger;

    public bool IsInteger => _denominatorLessOne.IsZero;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The size of the larger of numerator and denominator, which is what arithmetic on this number costs.</summary>
    public int BitLength => (int)Math.Max(Numerator.GetBitLength(), Denominator.GetBitLength());

    /// <exception cref="OverflowException"><paramref name="value"/> is beyond <see cref="MaxBits"/>.</exception>
    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    /// <summary>The nearest double; infinity or zero where the value is beyond a double's range.</summary>
    public static explicit operator double(Rational value)
    {
        // A quotient of 64 significant bits is more than a double holds; scaling it back cannot overflow on the way.
        var shift = (int)(value.Denominator.GetBitLength() - value.Numerator.GetBitLength()) + 64;
        var quotient = shift >= 0 ? (value.Numerator << shift) / value.Denominator : value.Numerator / (value.Denominator << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }

    public static Rational operator +(Rational left, Rational right) =>
        left.IsInteger && right.IsInteger
            ? left.Numerator + right.Numerator
            : new Rational(
                (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
                left.Denominator * right.Denominator);

    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>The floored remainder, which has the sign of the divisor: -7 % 3 is 2.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Rational operator %(Rational left, Rational right) => left - (right * (left / right).Floor());

    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static Rational Abs(Rational value) => value.Sign < 0 ? -value : value;

    /// <summary>The value to an integer power; anything to the power of zero is one, zero included.</summary>
    /// <exception cref="DivideByZeroException">Zero to a negative power.</exception>
    /// <exception cref="OverflowException">The result is beyond <see cref="MaxBits"/>; it is not computed.</exception>
    public Rational Pow(BigInteger exponent)
    {
        if (exponent.Sign < 0) return One / Pow(-exponent);
        if (exponent.IsZero || IsOne) return One;
        if (IsZero) return Zero;
        if (IsInteger && BigInteger.Abs(Numerator).IsOne) return exponent.IsEven ? One : this;

        // The result has at least (bits - 1) * exponent bits, so what passes is at most twice the limit before it is checked.
        if ((BitLength - 1) * exponent > MaxBits) throw new OverflowException();
        return new Rational(BigInteger.Pow(Numerator, (int)exponent), BigInteger.Pow(Denominator, (int)exponent));
    }

    /// <summary>The largest integer that is not greater.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - BigInteger.One : quotient;
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>An integer, else a decimal where at most twelve places are exact, else a fraction in lowest terms such as -1/3.</summary>
    public override string ToString()
    {
        if (IsInteger) return Numerator.ToString(CultureInfo.InvariantCulture);

        const int places = 12;
        var scaled = BigInteger.DivRem(BigInteger.Abs(Numerator) * BigInteger.Pow(10, places), Denominator, out var remainder);
        if (!remainder.IsZero) return string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return $"{(Sign < 0 ? "-" : "")}{digits[..^places]}.{digits[^places..].TrimEnd('0')}";
    }
}
