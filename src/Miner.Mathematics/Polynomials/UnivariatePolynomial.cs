using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>
/// A polynomial in one variable with exact coefficients. Its degree and its coefficients are bounded, so that no input makes an
/// operation slow: what would be larger throws <see cref="OverflowException"/>.
/// </summary>
public sealed class UnivariatePolynomial : IEquatable<UnivariatePolynomial>
{
    public const int MaxDegree = 40;

    /// <summary>The size of a numerator or denominator.</summary>
    public const int MaxCoefficientBits = 1_000;

    private readonly Rational[] _coefficients;

    /// <param name="coefficients">From the constant term upwards.</param>
    /// <exception cref="OverflowException">A limit is passed.</exception>
    public UnivariatePolynomial(params IEnumerable<Rational> coefficients)
    {
        var all = coefficients.ToList();
        while (all is [.., { IsZero: true }]) all.RemoveAt(all.Count - 1);
        if (all.Count > MaxDegree + 1 || all.Any(coefficient => coefficient.BitLength > MaxCoefficientBits)) throw new OverflowException();
        _coefficients = [.. all];
    }

    public static UnivariatePolynomial One { get; } = new(Rational.One);

    /// <summary>The variable itself.</summary>
    public static UnivariatePolynomial Variable { get; } = new(Rational.Zero, Rational.One);

    /// <summary>0 for a constant, zero included.</summary>
    public int Degree => Math.Max(0, _coefficients.Length - 1);

    public bool IsZero => _coefficients.Length == 0;

    public bool IsConstant => _coefficients.Length <= 1;

    public Rational LeadingCoefficient => this[Degree];

    /// <summary>The coefficient of the variable to the power of <paramref name="exponent"/>, zero past the degree.</summary>
    public Rational this[int exponent] => exponent < _coefficients.Length ? _coefficients[exponent] : Rational.Zero;

    public static UnivariatePolynomial operator +(UnivariatePolynomial left, UnivariatePolynomial right) =>
        new(Enumerable.Range(0, Math.Max(left.Degree, right.Degree) + 1).Select(exponent => left[exponent] + right[exponent]));

    public static UnivariatePolynomial operator -(UnivariatePolynomial left, UnivariatePolynomial right) => left + right.Scale(-1);

    public static UnivariatePolynomial operator *(UnivariatePolynomial left, UnivariatePolynomial right)
    {
        if (left.Degree + right.Degree > MaxDegree) throw new OverflowException();

        var product = new Rational[left.Degree + right.Degree + 1];
        for (var first = 0; first <= left.Degree; first++)
        {
            if (left[first].IsZero) continue;
            for (var second = 0; second <= right.Degree; second++) product[first + second] += left[first] * right[second];
        }

        return new UnivariatePolynomial(product);
    }

    public UnivariatePolynomial Scale(Rational factor) => new(_coefficients.Select(coefficient => coefficient * factor));

    /// <param name="exponent">Zero or more.</param>
    public UnivariatePolynomial Pow(int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        if (IsConstant) return new UnivariatePolynomial(this[0].Pow(exponent));
        if (Degree * exponent > MaxDegree) throw new OverflowException();

        var power = One;
        for (var step = 0; step < exponent; step++) power *= this;
        return power;
    }

    public Rational Evaluate(Rational value)
    {
        var result = Rational.Zero;
        for (var exponent = Degree; exponent >= 0; exponent--) result = (result * value) + this[exponent];
        return result;
    }

    public UnivariatePolynomial Derivative() => new(_coefficients.Select((coefficient, exponent) => coefficient * exponent).Skip(1));

    /// <summary>The antiderivative that is zero at zero.</summary>
    public UnivariatePolynomial Antiderivative() =>
        new(_coefficients.Select((coefficient, exponent) => coefficient / (exponent + 1)).Prepend(Rational.Zero));

    /// <summary>The quotient by (x - <paramref name="root"/>), without the remainder.</summary>
    public UnivariatePolynomial DivideByRoot(Rational root)
    {
        var quotient = new Rational[Degree];
        var carried = Rational.Zero;
        for (var exponent = Degree; exponent > 0; exponent--)
        {
            carried = (carried * root) + this[exponent];
            quotient[exponent - 1] = carried;
        }

        return new UnivariatePolynomial(quotient);
    }

    public bool Equals(UnivariatePolynomial? other) => other is not null && _coefficients.AsSpan().SequenceEqual(other._coefficients);

    public override bool Equals(object? obj) => Equals(obj as UnivariatePolynomial);

    public override int GetHashCode() => HashCode.Combine(Degree, LeadingCoefficient);

    public override string ToString() => ToString("x");

    /// <summary>In falling powers: <c>3x^2 - x + 1/2</c>.</summary>
    public string ToString(string variable) => SumText.Join(
        Enumerable.Range(0, _coefficients.Length).Reverse().Select(exponent => (this[exponent], exponent switch
        {
            0 => "",
            1 => variable,
            _ => $"{variable}^{exponent}",
        })));
}
