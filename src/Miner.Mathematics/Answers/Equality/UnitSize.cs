using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Answers.Equality;

/// <summary>What a unit measures and how large it is, with powers and quotients: one km/h is 5/18 of a metre per second.</summary>
/// <param name="Dimensions">By name, with their powers: <c>Length^1 Time^-1</c>.</param>
/// <param name="Factor">In the base units of those.</param>
internal sealed record UnitSize(string Dimensions, Rational Factor)
{
    /// <summary>How many of <paramref name="right"/> one <paramref name="left"/> is; null where they are not converted.</summary>
    public static Rational? Ratio(string left, string right)
    {
        if (left == right) return Rational.One;
        if (MinorCurrency.Ratio(left, right) is { } ratio) return ratio;
        return (Of(left), Of(right)) is ({ } first, { } second) && first.Dimensions == second.Dimensions
            ? first.Factor / second.Factor
            : null;
    }

    /// <summary>Null where a part is not known, or is not converted by a factor alone.</summary>
    /// <param name="canonical">As <see cref="UnitPhrase.Canonical"/> writes it.</param>
    public static UnitSize? Of(string canonical)
    {
        var powers = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (factor, sign) = (Rational.One, 1);
        foreach (var word in canonical.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "/")
            {
                sign = -1;
                continue;
            }

            var parts = word.Split('^');
            var power = parts switch { [_] => 1, [_, "2"] => 2, [_, "3"] => 3, _ => 0 };
            var key = parts[0] == "pound" ? "lb" : parts[0];
            if (power == 0 || !Units.TryFindKey(key, out var unit) || unit.Factor is not { } size || !unit.Offset.IsZero) return null;

            var (name, degree, scale) = Base(unit.Dimension);
            powers[name] = powers.GetValueOrDefault(name) + (sign * power * degree);
            factor *= (size * scale).Pow(sign * power);
        }

        return powers.Count == 0 ? null : new UnitSize(string.Join(' ', powers), factor);
    }

    /// <summary>Areas and volumes as powers of a length, with the size of their base unit: a litre is 1/1000 of a cubic metre.</summary>
    private static (string Name, int Degree, Rational Scale) Base(Dimension dimension) => dimension switch
    {
        Dimension.Area => (nameof(Dimension.Length), 2, Rational.One),
        Dimension.Volume => (nameof(Dimension.Length), 3, new Rational(1, 1000)),
        _ => (dimension.ToString(), 1, Rational.One),
    };
}
