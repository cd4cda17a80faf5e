using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>The first terms of a Laurent series at zero with rational coefficients.</summary>
/// <param name="Lowest">The exponent of the first coefficient.</param>
/// <param name="Coefficients">As many as are known; the first is not zero.</param>
internal sealed record PowerSeries(int Lowest, IReadOnlyList<Rational> Coefficients)
{
    private const int Terms = 12;

    /// <summary>What is known to be zero has no terms.</summary>
    private static readonly PowerSeries Zero = new(int.MaxValue, []);

    /// <summary>What it tends to at zero; null where that is infinite, or not known.</summary>
    public Rational? Limit => Lowest > 0 ? Rational.Zero : Lowest == 0 ? Coefficients[0] : null;

    private bool IsZero => Coefficients.Count == 0;

    /// <summary>Null where there is none, or none with rational coefficients.</summary>
    /// <param name="isOneSided">Whether the variable is positive, so that the root of its square is itself.</param>
    /// <exception cref="OverflowException">A coefficient is too large.</exception>
    public static PowerSeries? Of(Expression expression, string variable, bool isOneSided)
    {
        PowerSeries? Part(Expression part) => Of(part, variable, isOneSided);

        return expression switch
        {
            Symbol symbol => symbol.Name == variable ? new PowerSeries(1, [Rational.One, .. Zeros(Terms - 1)]) : null,
            Sum sum => sum.Terms.Select(Part).Aggregate((left, right) => left is null || right is null ? null : left.Plus(right)),
            Product product => product.Factors.Select(Part)
                .Aggregate((left, right) => left is null || right is null ? null : left.Times(right)),
            Power { Base: Symbol { Name: "e" } } power => Part(power.Exponent) is { } exponent ? Exponential(exponent) : null,
            Power power when Arithmetic.Evaluate(power.Exponent) is { HasValue: true, Value: var exponent } =>
                Part(power.Base)?.Pow(exponent, isOneSided),
            FunctionCall { Arguments: [var argument] } call => Part(argument) is { } inner ? Apply(call.Function, inner) : null,
            _ => Arithmetic.Evaluate(expression) is { HasValue: true, Value: var value } ? Constant(value) : null,
        };
    }

    private static PowerSeries? Apply(string function, PowerSeries inner) => function switch
    {
        "sin" => Compose(inner, Taylor(power => power % 2 == 0 ? 0 : power % 4 == 1 ? 1 : -1)),
        "cos" => Compose(inner, Taylor(power => power % 2 == 1 ? 0 : power % 4 == 0 ? 1 : -1)),
        "tan" => Apply("cos", inner)?.Pow(-1, isOneSided: false) is { } cosine ? Apply("sin", inner)?.Times(cosine) : null,
        "sinh" => Compose(inner, Taylor(power => power % 2)),
        "cosh" => Compose(inner, Taylor(power => 1 - (power % 2))),
        "arctan" => Compose(inner, [.. Enumerable.Range(0, Terms).Select(power =>
            power % 2 == 0 ? Rational.Zero : new Rational(power % 4 == 1 ? 1 : -1, power))]),
        "ln" when inner.Plus(Constant(-1)) is { } less => Compose(less, [.. Enumerable.Range(0, Terms)
            .Select(power => power == 0 ? Rational.Zero : new Rational(power % 2 == 1 ? 1 : -1, power))]),
        _ => null,
    };

    private static PowerSeries? Exponential(PowerSeries inner) => Compose(inner, Taylor(_ => 1));

    /// <summary>The coefficients numerator/power! of a Taylor series.</summary>
    private static List<Rational> Taylor(Func<int, int> numerator)
    {
        var (terms, factorial) = (new List<Rational>(), Rational.One);
        for (var power = 0; power < Terms; power++)
        {
            if (power > 0) factorial *= power;
            terms.Add((Rational)numerator(power) / factorial);
        }

        return terms;
    }

    /// <summary>The outer series of an inner one that is zero at zero; null for every other.</summary>
    private static PowerSeries? Compose(PowerSeries inner, List<Rational> outer)
    {
        if (inner.Lowest < 1) return null;
        var total = Constant(outer[0]);
        if (inner.IsZero) return total;

        var power = Constant(1);
        foreach (var coefficient in outer.Skip(1))
        {
            power = power.Times(inner);
            if (coefficient.IsZero) continue;
            if (total.Plus(power.Scale(coefficient)) is not { } next) return null;
            total = next;
        }

        // What the outer series leaves out begins with this power of the inner one.
        return total.Cut(Terms * inner.Lowest);
    }

    private PowerSeries? Pow(Rational exponent, bool isOneSided)
    {
        if (IsZero) return exponent.Sign > 0 ? this : null;
        var lowest = exponent * Lowest;
        if (!lowest.IsInteger || Rational.Abs(lowest) > 1000 || (!exponent.IsInteger && Lowest != 0 && !isOneSided)) return null;
        var first = Arithmetic.Evaluate(new Power(new Number(Coefficients[0]), new Number(exponent)));
        if (first is not { HasValue: true, Value: var leading }) return null;

        // (1 + u)^r by the recurrence of its coefficients.
        var unit = Coefficients.Select(coefficient => coefficient / Coefficients[0]).ToList();
        var power = new List<Rational> { Rational.One };
        for (var index = 1; index < unit.Count; index++)
        {
            var sum = Rational.Zero;
            for (var step = 1; step <= index; step++)
                sum += ((exponent * step) - (index - step)) * unit[step] * power[index - step];
            power.Add(sum / index);
        }

        return new PowerSeries((int)lowest.Numerator, [.. power.Select(coefficient => coefficient * leading)]);
    }

    private PowerSeries Scale(Rational factor) =>
        this with { Coefficients = [.. Coefficients.Select(coefficient => coefficient * factor)] };

    private PowerSeries Times(PowerSeries other)
    {
        if (IsZero || other.IsZero) return Zero;
        var product = new Rational[Math.Min(Coefficients.Count, other.Coefficients.Count)];
        for (var first = 0; first < product.Length; first++)
        {
            for (var second = 0; first + second < product.Length; second++)
                product[first + second] += Coefficients[first] * other.Coefficients[second];
        }

        return new PowerSeries(Lowest + other.Lowest, product);
    }

    /// <summary>Null where all terms that are known cancel.</summary>
    private PowerSeries? Plus(PowerSeries other)
    {
        if (IsZero) return other;
        if (other.IsZero) return this;
        var lowest = Math.Min(Lowest, other.Lowest);
        var end = Math.Min(Lowest + Coefficients.Count, other.Lowest + other.Coefficients.Count);
        return Make(lowest, [.. Enumerable.Range(lowest, Math.Max(0, end - lowest)).Select(exponent => this[exponent] + other[exponent])]);
    }

    private Rational this[int exponent] =>
        exponent >= Lowest && exponent < Lowest + Coefficients.Count ? Coefficients[exponent - Lowest] : Rational.Zero;

    private PowerSeries? Cut(int end) => IsZero ? this : Make(Lowest, [.. Coefficients.Take(Math.Max(0, end - Lowest))]);

    private static PowerSeries Constant(Rational value) => value.IsZero ? Zero : new PowerSeries(0, [value, .. Zeros(Terms - 1)]);

    /// <summary>Without the zeros in front; null where all terms that are known are zeros.</summary>
    private static PowerSeries? Make(int lowest, IReadOnlyList<Rational> coefficients)
    {
        var zeros = coefficients.TakeWhile(coefficient => coefficient.IsZero).Count();
        return zeros < coefficients.Count ? new PowerSeries(lowest + zeros, [.. coefficients.Skip(zeros)]) : null;
    }

    private static IEnumerable<Rational> Zeros(int count) => Enumerable.Repeat(Rational.Zero, count);
}
