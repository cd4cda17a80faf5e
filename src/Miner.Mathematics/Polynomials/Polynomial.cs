using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>A sum of monomials with rational coefficients, none of them zero. Immutable.</summary>
internal sealed class Polynomial
{
    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = Constant(Rational.One);

    public IReadOnlyDictionary<Monomial, Rational> Terms => _terms;

    public bool IsZero => _terms.Count == 0;

    /// <summary>Names the value: two polynomials have equal terms exactly when their keys are equal.</summary>
    public string Key => string.Join('+', Ordered.Select(term => $"{term.Value}*{term.Key.Key}"));

    /// <summary>The coefficient of the first term in the order of the keys, which is the same for every multiple; not for zero.</summary>
    public Rational LeadingCoefficient => Ordered.First().Value;

    private IEnumerable<KeyValuePair<Monomial, Rational>> Ordered => _terms.OrderByDescending(term => term.Key.Key, StringComparer.Ordinal);

    public static Polynomial Constant(Rational value) => Term(value, Monomial.One);

    public static Polynomial Term(Rational coefficient, Monomial monomial)
    {
        var (factor, rest) = monomial.Reduced();
        return coefficient.IsZero ? Zero : new(new Dictionary<Monomial, Rational> { [rest] = coefficient * factor });
    }

    /// <summary>The value, where it has no atoms.</summary>
    public Rational? AsConstant() =>
        IsZero ? Rational.Zero : _terms.Count == 1 && _terms.TryGetValue(Monomial.One, out var value) ? value : null;

    /// <summary>The only term, where there is just one.</summary>
    public (Rational Coefficient, Monomial Monomial)? AsTerm() =>
        _terms.Count == 1 ? (_terms.First().Value, _terms.First().Key) : null;

    /// <exception cref="OverflowException">The sum takes more than <paramref name="budget"/>, or has too large coefficients.</exception>
    public Polynomial Plus(Polynomial other, WorkBudget budget)
    {
        budget.Spend(_terms.Count / 4);
        var terms = new Dictionary<Monomial, Rational>(_terms);
        foreach (var (monomial, coefficient) in other._terms) Accumulate(terms, monomial, coefficient, budget);
        return new Polynomial(terms);
    }

    /// <exception cref="OverflowException">As of <see cref="Plus"/>.</exception>
    public Polynomial Minus(Polynomial other, WorkBudget budget) => Plus(other.Scale(-1), budget);

    public Polynomial Scale(Rational factor) =>
        factor.IsZero ? Zero : factor.IsOne ? this : new(_terms.ToDictionary(term => term.Key, term => term.Value * factor));

    /// <exception cref="OverflowException">As of <see cref="Plus"/>.</exception>
    public Polynomial Times(Polynomial other, WorkBudget budget)
    {
        var terms = new Dictionary<Monomial, Rational>();
        foreach (var (left, leftCoefficient) in _terms)
        {
            foreach (var (right, rightCoefficient) in other._terms)
            {
                budget.Spend((left.Powers.Count + right.Powers.Count) / 4);
                budget.Spend(leftCoefficient, rightCoefficient);
                var (factor, monomial) = left.Times(right).Reduced();
                Accumulate(terms, monomial, leftCoefficient * rightCoefficient * factor, budget);
            }
        }

        return new Polynomial(terms);
    }

    /// <summary>The polynomial to a power from 0; a single term costs the same for any exponent.</summary>
    /// <exception cref="OverflowException">As of <see cref="Plus"/>.</exception>
    public Polynomial Pow(Rational exponent, WorkBudget budget)
    {
        if (AsTerm() is var (coefficient, monomial)) return Term(coefficient.Pow(exponent.Numerator), monomial.Pow(exponent));

        var result = One;
        for (var count = Rational.Zero; count < exponent; count += Rational.One)
        {
            budget.Spend(1);
            result = result.Times(this, budget);
        }

        return result;
    }

    /// <summary>The same value with every square of a sine written as one less the square of the cosine.</summary>
    public Polynomial WithoutSquaredSines(WorkBudget budget)
    {
        var result = this;
        while (result.FindSquaredSine() is var (monomial, sine))
        {
            var exponent = monomial.ExponentOf(sine);
            var rest = monomial.Without(sine).Times(Monomial.Of(sine, exponent - 2));
            var cosine = Monomial.Of("cos" + sine[3..], 2);
            var replaced = Term(result._terms[monomial], rest).Times(One.Minus(Term(1, cosine), budget), budget);
            result = result.Minus(Term(result._terms[monomial], monomial), budget).Plus(replaced, budget);
        }

        return result;
    }

    private (Monomial Monomial, string Sine)? FindSquaredSine() => _terms.Keys
        .SelectMany(monomial => monomial.Powers, (monomial, power) => (monomial, power))
        .Where(row => row.power.Exponent.IsInteger && row.power.Exponent >= 2)
        .Where(row => row.power.Atom.StartsWith("sin(", StringComparison.Ordinal))
        .Select(row => ((Monomial, string)?)(row.monomial, row.power.Atom))
        .FirstOrDefault();

    private static void Accumulate(Dictionary<Monomial, Rational> terms, Monomial monomial, Rational coefficient, WorkBudget budget)
    {
        var known = terms.GetValueOrDefault(monomial);
        budget.Spend(known, coefficient);
        var total = known + coefficient;
        if (total.IsZero) terms.Remove(monomial);
        else terms[monomial] = total;
    }
}
