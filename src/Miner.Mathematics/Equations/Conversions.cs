using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>Equations whose sides are counted in different units: 60 * 60 = 1 hour.</summary>
internal static class Conversions
{
    // The least and the most of the smaller unit in one of the larger: days and weeks of a month, weeks and days of a year.
    private static readonly (Rational Least, Rational Most)[] Calendar = [(28, 31), (4, 5), (52, 53), (360, 366)];

    // Of units in another language, which are not known here, how many of the smaller one of the larger is.
    private static readonly Rational[] Usual = [7, 12, 24, 30, 52, 60, 100, 168, 365, 1000, 1440, 3600];

    /// <summary>Whether <paramref name="value"/>, in a unit not told, is <paramref name="written"/> in its side's unit.</summary>
    public static bool Allow(Rational value, EquationSide side, Rational written)
    {
        if (written.IsZero) return false;
        var ratio = value / written;
        if (!Units.TryFind(side.Unit, out var unit)) return side.Unit.Length > 1 && Usual.Contains(ratio);

        // Zero degrees Celsius are 273 kelvins, or 273.15.
        if (unit.Dimension == Dimension.Temperature) return unit.Offset.IsZero && Rational.Abs(value - written) < Rational.One;

        return (unit.Dimension == Dimension.Calendar && Array.Exists(Calendar, bounds => ratio >= bounds.Least && ratio <= bounds.Most))
            || (unit.Dimension == Dimension.Data && ratio == 1024)
            || Units.Of(unit.Dimension).Any(other => other.Ratio(unit) * value is var converted
                && (converted == written || Leeway.IsRounded(converted, side.Formula, written)));
    }
}
