using System.Diagnostics.CodeAnalysis;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Calculations;

/// <summary>Formulas as models write them: plain, as program code or in LaTeX.</summary>
internal static class FormulaText
{
    public const string Grammar =
        "Use numbers, + - * / ^ ! % (remainder), parentheses, sqrt(x), root(3; x), abs, floor, ceil, min, max, gcd, lcm, binom(n; k), "
        + "ln, log (to base 10), exp, sin, cos, tan, pi; write products with *.";

    public static bool TryRead(string text, [NotNullWhen(true)] out Expression? formula)
    {
        formula = null;
        var plain = text.Trim().Trim('$').Trim();
        if (plain.Contains('\\', StringComparison.Ordinal)) plain = LatexRewriter.Rewrite(plain, isMath: true) ?? "";
        return plain.Length > 0 && Expression.TryParse(plain, out formula);
    }
}
