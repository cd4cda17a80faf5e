using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>An equation between numbers that does not hold.</summary>
/// <param name="Text">The equation as it was written.</param>
/// <param name="Calculation">The side with an operation.</param>
/// <param name="Written">What it is said to be.</param>
/// <param name="WrittenAt">Where that stands in the text, or null where both sides are calculations and it is open which is wrong.</param>
/// <param name="Correct">What it is.</param>
public sealed record FalseEquation(string Text, string Calculation, string Written, int? WrittenAt, string Correct)
{
    private const int MaxPlaces = 15;

    /// <summary>The equation of two sides with these values.</summary>
    internal static FalseEquation Of(EquationSide left, Rational first, EquationSide right, Rational second)
    {
        var (calculation, written, value) = left.HasOperation ? (left, right, first) : (right, left, second);
        var isNumber = (!written.HasOperation || Leeway.IsNumber(written.Formula)) && written.Written == written.Formula;
        return new FalseEquation(
            $"{left.Written} = {right.Written}", calculation.Written, written.Written, isNumber ? written.Start : null,
            Show(value, written.Formula) + written.Suffix);
    }

    /// <summary>In the form of what was written: per cent, or as many places.</summary>
    private static string Show(Rational value, string written)
    {
        if (written.EndsWith('%'))
        {
            var percent = Show(value * 100, written[..^1]);
            return (percent.Contains('/') ? DecimalText.Round(value * 100, 1) : percent) + "%";
        }

        var text = value.ToString();
        if (!text.Contains('/')) return text;
        var places = written.Length - 1 - written.IndexOf('.', StringComparison.Ordinal);
        return written.Contains('.') ? DecimalText.Round(value, Math.Min(places, MaxPlaces)) : text;
    }
}
