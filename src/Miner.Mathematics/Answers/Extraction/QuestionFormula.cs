using System.Text.RegularExpressions;
using Miner.Mathematics.Equations;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>
/// Questions that are nothing but one formula of numbers, with or without words that ask for its value: <c>What is 17*23 + 4?</c>
/// </summary>
internal static partial class QuestionFormula
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    /// <summary>In UTF-16 units.</summary>
    private const int MaxLength = 500;

    /// <summary>Some hundredths of a second.</summary>
    private const int Work = 20_000;

    /// <summary>
    /// The formula's exact value, for a formula that is read in one way only and comes to a rational number; null for every other question.
    /// </summary>
    public static ExtractedAnswer? Evaluate(string question)
    {
        if (question.Length > MaxLength || AmbiguousNotation.IsIn(question)) return null;
        if (Form().Match(question.Trim()) is not { Success: true } match) return null;

        var text = match.Groups["formula"].Value.Trim('$', ' ');
        if (text.Contains('\\', StringComparison.Ordinal)) text = LatexRewriter.Rewrite(text, isMath: true) ?? "";
        if (text.Length == 0 || text.AsSpan().ContainsAny('°', '∞') || !new FormulaSpan(0, text).HasOperation) return null;
        return Value(text) is { } value ? new ExtractedAnswer(value.ToString(), IsMath: true) : null;
    }

    private static Rational? Value(string text)
    {
        try
        {
            if (!Expression.TryParse(text, out var formula) || formula.Variables().Count > 0) return null;
            var result = Arithmetic.Evaluate(formula, new WorkBudget(Work));
            return result.HasValue && !AmbiguousFormula.Is(formula, text) ? result.Value : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"^(?:please )?(?:what is|what's|how much is|calculate|compute|evaluate|find|determine|work out|simplify|solve|计算|計算|求|请计算"
        + @"|cuánto es|¿cuánto es|calcula|combien font|calcule|calculez|berechne|was ist|wie viel ist|quanto fa|quanto é|сколько будет"
        + @"|вычислите)?:? *(?:(?:the )?(?:exact )?(?:value|result) of )?(?<formula>[^?？=,:]*[^?？=,:. ])"
        + @"(?: *= *\??| *[?？]| *\.| *等于多少[?？]?| *是多少[?？]?)?$",
        Options)]
    private static partial Regex Form();
}
