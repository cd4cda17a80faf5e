using System.Text;

namespace Miner.Mathematics.Numbers;

/// <summary>Writes sums as people do.</summary>
internal static class SumText
{
    /// <summary>
    /// <c>2x - y + 1</c>: terms with a coefficient of zero are left out, a factor of one too; <c>0</c> where nothing is left.
    /// </summary>
    /// <param name="terms">Coefficients with what they multiply; empty for the constant.</param>
    public static string Join(IEnumerable<(Rational Coefficient, string Factor)> terms)
    {
        var text = new StringBuilder();
        foreach (var (coefficient, factor) in terms)
        {
            if (coefficient.IsZero) continue;
            if (text.Length > 0) text.Append(coefficient.Sign < 0 ? " - " : " + ");
            else if (coefficient.Sign < 0) text.Append('-');
            text.Append(Term(Rational.Abs(coefficient), factor));
        }

        return text.Length == 0 ? "0" : text.ToString();
    }

    private static string Term(Rational coefficient, string factor)
    {
        if (factor.Length == 0) return DecimalText.Fraction(coefficient);
        if (coefficient.IsOne) return factor;
        return coefficient.IsInteger ? $"{coefficient}{factor}" : $"({DecimalText.Fraction(coefficient)}){factor}";
    }
}
