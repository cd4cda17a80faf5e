using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Polynomials;

/// <summary>
/// A product of atoms to rational powers. An atom is whatever is not expanded further: a variable, pi, a prime under a root (its name
/// is its digits), a function of something. Equal products are equal values.
/// </summary>
internal sealed class Monomial : IEquatable<Monomial>
{
    private readonly (string Atom, Rational Exponent)[] _powers;

    /// <param name="powers">In ordinal order of the atoms, each once, with exponents other than zero.</param>
    private Monomial((string Atom, Rational Exponent)[] powers)
    {
        _powers = powers;
        Key = string.Join('*', powers.Select(power => power.Exponent.IsOne ? power.Atom : $"{power.Atom}^{power.Exponent}"));
    }

    public static Monomial One { get; } = new([]);

    public IReadOnlyList<(string Atom, Rational Exponent)> Powers => _powers;

    /// <summary>Names the value: two monomials are equal exactly when their keys are.</summary>
    public string Key { get; }

    public bool IsOne => _powers.Length == 0;

    public static Monomial Of(string atom, Rational exponent) => exponent.IsZero ? One : new([(atom, exponent)]);

    public Rational ExponentOf(string atom) => _powers.FirstOrDefault(power => power.Atom == atom).Exponent;

    public Monomial Without(string atom) => new([.. _powers.Where(power => power.Atom != atom)]);

    public Monomial Pow(Rational exponent) =>
        exponent.IsZero ? One : new([.. _powers.Select(power => (power.Atom, power.Exponent * exponent))]);

    public Monomial Times(Monomial other)
    {
        if (IsOne) return other;
        if (other.IsOne) return this;

        var merged = new List<(string Atom, Rational Exponent)>(_powers.Length + other._powers.Length);
        for (int left = 0, right = 0; left < _powers.Length || right < other._powers.Length;)
        {
            var order = left == _powers.Length ? 1
                : right == other._powers.Length ? -1
                : string.CompareOrdinal(_powers[left].Atom, other._powers[right].Atom);
            if (order == 0)
            {
                var (atom, exponent) = _powers[left++];
                exponent += other._powers[right++].Exponent;
                if (!exponent.IsZero) merged.Add((atom, exponent));
            }
            else
            {
                merged.Add(order < 0 ? _powers[left++] : other._powers[right++]);
            }
        }

        return new([.. merged]);
    }

    /// <summary>
    /// The same value with primes to powers of 0 to 1 and the imaginary unit to the power of 0 or 1, which leaves a rational factor.
    /// </summary>
    public (Rational Factor, Monomial Remaining) Reduced()
    {
        var factor = Rational.One;
        var rest = this;
        foreach (var (atom, exponent) in _powers)
        {
            if (atom.All(char.IsAsciiDigit))
            {
                var whole = exponent.Floor();
                if (whole.IsZero) continue;
                factor *= Rational.Parse(atom).Pow(whole);
                rest = rest.Without(atom).Times(Of(atom, exponent - whole));
            }
            else if (atom == "i" && exponent.IsInteger)
            {
                var turns = exponent % 4;
                if (turns >= 2) factor = -factor;
                rest = rest.Without(atom).Times(Of(atom, turns % 2));
            }
        }

        return (factor, rest);
    }

    public bool Equals(Monomial? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
