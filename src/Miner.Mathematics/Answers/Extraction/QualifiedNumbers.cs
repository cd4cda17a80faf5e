using System.Text.RegularExpressions;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Words and signs around a number that make it another answer than the number alone.</summary>
internal static partial class QualifiedNumbers
{
    /// <summary>Whether a short text with one number says that it bounds the answer, is none of it, or is lost.</summary>
    public static bool Are(string text) => Before().IsMatch(text) || Behind().IsMatch(text);

    /// <summary>Whether the number that ends at <paramref name="end"/> is only the first operand of what is said or written.</summary>
    public static bool GoesOn(string text, int end) => Operation().IsMatch(text, end);

    [GeneratedRegex(
        @"^(?:[<>≤≥≠]|\\(?:leq?|geq?|lt|gt|neq?)(?![a-z]))"
            + @"|^(?:up to|over|under|above|below|exceeding|no fewer than|an? (?:maximum|minimum) of) "
            + @"|^(?:an? )?(?:(?:net|total) )?(?:loss|decrease|reduction|drop|decline|deficit) of "
            + @"|\b(?:not equal to|is not|isn['’]t|can(?:not|['’]t) be) [^\s\p{L}]{1,20}(?: \p{L}{1,20})?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(
        @"[\s0-9](?:or (?:more|less|fewer|greater|higher|lower|larger|smaller|above|below|over|under)|and (?:up|above|over|below|under)"
            + @"|at (?:the )?(?:least|most)|loss|decrease|reduction|drop|decline|deficit)$|[0-9] (?:squared|cubed)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"\G\s*(?:[-–—+*/×÷^·]\s?[$€£¥]?[0-9(]|(?:squared|cubed|factorial)\b|(?:in )?base [\p{L}0-9]"
            + @"|(?:times|over|choose|plus|minus|mod|modulo|of|divided by|multiplied by) [$€£¥]?[0-9(]"
            + @"|(?:raised )?to the (?:[0-9]|power))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Operation();
}
