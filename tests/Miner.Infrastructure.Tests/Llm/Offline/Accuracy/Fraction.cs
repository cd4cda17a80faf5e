using System.Globalization;
using System.Numerics;

namespace Miner.Infrastructure.Tests.Llm.Offline.Accuracy;

/// <summary>Fractions of the tests' own, so that nothing is checked against itself.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static implicit operator Fraction(BigInteger value) => new(value, 1);

    public static implicit operator Fraction(int value) => new(value, 1);

    public static Fraction operator +(Fraction left, Fraction right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) => left + (right * -1);

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public bool SameAs(Fraction other) => Numerator * other.Denominator == other.Numerator * Denominator;

    public double ToDouble() => (double)Numerator / (double)Denominator;

    /// <summary>Reads <c>-3</c>, <c>0.75</c>, <c>-3/4</c> and <c>1 1/2</c>; null for anything else.</summary>
    public static Fraction? Parse(string text)
    {
        text = text.Trim();
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank > 0 && Parse(text[..blank]) is { } whole && Parse(text[(blank + 1)..]) is { } rest)
            return whole.Numerator.Sign < 0 ? whole - rest : whole + rest;

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0) return Parse(text[..slash]) is { } top && Parse(text[(slash + 1)..]) is { } bottom ? top / bottom : null;

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? text : text.Remove(point, 1);
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? new Fraction(value, BigInteger.Pow(10, point < 0 ? 0 : text.Length - point - 1))
            : null;
    }
}
