using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Language;

/// <summary>
/// A unit of measurement; the value in the dimension's base unit is (value + <paramref name="Offset"/>) · <paramref name="Factor"/>.
/// </summary>
/// <param name="Key">The one name under which answers are compared: <c>meter</c>, <c>mile / hour</c>.</param>
/// <param name="Name">The plural, as an answer says it.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Factor">
/// Exact by definition; null where nothing is converted: a currency, a name of more than one unit, a ratio that is not rational.
/// </param>
/// <param name="Offset">Other than zero for temperatures only.</param>
public sealed record Unit(string Key, string Name, Dimension Dimension, Rational? Factor, Rational Offset)
{
    /// <summary>The names that mean the unit wherever they stand behind a number, in lower case.</summary>
    internal IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>
    /// The names that mean something else as well, and the unit only where one must stand: <c>in</c>, <c>t</c>, <c>bar</c>.
    /// </summary>
    internal IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>How many of <paramref name="target"/>, of the same dimension, one of this unit is, where neither has an offset.</summary>
    /// <exception cref="ArgumentException">Neither is converted into the other.</exception>
    public Rational Ratio(Unit target)
    {
        if (target.Dimension != Dimension || (Factor, target.Factor) is not ({ } factor, { } size))
            throw new ArgumentException("The unit measures something else.", nameof(target));
        return factor / size;
    }

    /// <summary>
    /// The value of <paramref name="value"/> of this unit in <paramref name="target"/>, which must be of the same dimension.
    /// </summary>
    /// <exception cref="ArgumentException">Neither is converted into the other.</exception>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public Rational Convert(Rational value, Unit target) => ((value + Offset) * Ratio(target)) - target.Offset;
}
