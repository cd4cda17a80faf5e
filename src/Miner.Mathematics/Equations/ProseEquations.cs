using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

/// <summary>Finds equations in plain text.</summary>
internal static partial class ProseEquations
{
    // What a number is counted by that follows the word, as in: Step 2 - 3 + 4 = 7.
    private static readonly HashSet<string> Labels = EquationContext.Words(
        "step part question problem exercise example case method item task number no day week year line row option equation stage round");

    // What a number is an operand of that follows the word, in this and other languages: more than 3 + 4, el doble de 3 + 4.
    private static readonly HashSet<string> Operations = EquationContext.Words(
        "than negative de del von di du da do des dos mal fois por veces volte que als из от на");

    // A number behind one of these in a script without blanks is a piece of more.
    private const string Joints = "十百千万亿兆零一二三四五六七八九两半负第加减乘除以的倍点分之约の의";

    private const int LongestEntity = 10;

    // Directly beside a number these make another thing of it.
    private const string Attached = "_~#@&₀₁₂₃₄₅₆₇₈₉";

    // What a statement may begin behind, beside punctuation.
    private const string Openings = "=<>|→⇒";

    // The punctuation that is no operator behind a number.
    private const string Closings = ".,:;!?)]}\"'”’»—";

    // Behind an operand at the end of a line; of stars only one with a blank before it is an operator.
    private const string Dangling = "+-−–/×·÷⋅∙∗∕⁄";

    // The longest result of an item, in UTF-16 units.
    private const int MaxItem = 60;

    // From the name of an operation to the second of its operands.
    private const int MaxOperation = 60;

    private static readonly char[] Around = [' ', '\t', '\u00A0', '\u2009', '\u202F', '*'];

    /// <param name="prose">Text as <see cref="Prose.Split"/> gives it.</param>
    public static IEnumerable<EquationChain> Find(string prose)
    {
        foreach (var found in FormulaScanner.Find(prose))
        {
            var span = WithoutUnit(found);
            var sides = Sides(prose, span);
            if (sides.Count < 2 || IsPartOfMore(prose, span)) continue;
            var behind = WordsBehind.Read(prose, sides[^1], span.Start + span.Text.Length);
            if (behind.GoesOn) continue;
            sides[^1] = sides[^1] with { Unit = behind.Unit };
            var isPart = ContinuesWords(prose, span) || IsPartOfRatio(prose, sides[0]) || IsRemark(prose, sides[0]);
            if (isPart || IsNegative(prose, sides[0], sides[1])) sides.RemoveAt(0);
            yield return new EquationChain(sides, span.Start, span.Start + span.Text.Length);
        }
    }

    /// <summary>
    /// Without a unit that the scanner takes for a name: <c>60 × 2 = 120 min</c>, <c>25 + 273 = 298 K</c>. Elsewhere K may be a thousand.
    /// </summary>
    private static FormulaSpan WithoutUnit(FormulaSpan span) =>
        LastUnit().Match(span.Text) is { Success: true, Groups: var groups }
            && (groups["minutes"].Success || span.Text.Contains("273", StringComparison.Ordinal))
            ? span with { Text = span.Text[..groups["unit"].Index] }
            : span;

    private static List<EquationSide> Sides(string prose, FormulaSpan span)
    {
        var sides = new List<EquationSide>();
        foreach (var range in span.Text.AsSpan().Split('='))
        {
            var side = span.Text[range];
            var trimmed = side.TrimStart(Around);
            var end = span.Start + range.End.Value;

            // A dash before a blank at the start of a line begins an item of a list.
            if (trimmed is ['-' or '–' or '−', ' ', ..] && IsLineStart(prose, span.Start + range.Start.Value))
                trimmed = trimmed[1..].TrimStart(Around);
            var written = trimmed.TrimEnd(Around);
            sides.Add(new EquationSide(end - trimmed.Length, written, written, ""));
        }

        return sides;
    }

    /// <summary>Whether what stands before or behind <paramref name="span"/> makes it a piece of something longer.</summary>
    public static bool IsPartOfMore(string text, FormulaSpan span)
    {
        var before = text.AsSpan(0, span.Start);
        if (IsCutBefore(before) || IsCutBehind(text.AsSpan(span.Start + span.Text.Length)) || ContinuesLine(text, span)) return true;

        var trimmed = before.TrimEnd(" \t(*");
        return Labels.Contains(LastWord(trimmed)) && (NumberedPart().IsMatch(span.Text)
            || span.Text.AsSpan().TrimStart("0123456789").TrimStart(' ') is ['-' or '−' or '–', ..]);
    }

    /// <summary>Whether the first side is a piece of what words say: <c>15% of 80 = 12</c>, <c>5 and 1/2 + 1 = 6.5</c>.</summary>
    public static bool ContinuesWords(string text, FormulaSpan span)
    {
        var before = text.AsSpan(0, span.Start).TrimEnd(" \t(*");
        var word = LastWord(before);
        return WordsBehind.Continue(word) || Operations.Contains(word) || NamedNumber.Begins(text, span)
            || (word == "and" && before[..^3].TrimEnd(' ') is [.., >= '0' and <= '9']
                && (MixedPart().IsMatch(span.Text) || NamesOperation(before[Math.Max(0, before.Length - MaxOperation)..])));
    }

    /// <summary>As in: the product of 3 and 4 + 1 = 13.</summary>
    private static bool NamesOperation(ReadOnlySpan<char> before) => Operation().IsMatch(before[(before.LastIndexOf('=') + 1)..]);

    private static string LastWord(ReadOnlySpan<char> text) => text[(LastBeforeWord(text) + 1)..].ToString();

    private static bool IsCutBefore(ReadOnlySpan<char> before)
    {
        var trimmed = before.TrimEnd(" \t(*");
        return trimmed.EndsWith("...") || trimmed is [.., '…' or '≈' or '~' or '\\']
            || before is [.., >= '0' and <= '9', ':' or ',' or '.' or '\'' or '’'] || (before is [.., var last] && Touches(last))
            || trimmed is [.., >= '0' and <= '9' or ')', ' ', ':'] || EndsWithOperator(trimmed) || EndsWithEntity(trimmed);
    }

    /// <summary>Whether a sign that no formula is read with stands behind an operand, as in: 3 ✖ 4.</summary>
    private static bool EndsWithOperator(ReadOnlySpan<char> before) =>
        before is [.., var sign] && !char.IsWhiteSpace(sign)
        && !Closings.Contains(sign) && !Openings.Contains(sign) && before[..^1].TrimEnd(' ') is [.., >= '0' and <= '9' or ')'];

    /// <summary>A sign as HTML writes it, such as <c>&amp;times;</c>, is not read either.</summary>
    private static bool EndsWithEntity(ReadOnlySpan<char> before) =>
        before is [.., ';'] && before[Math.Max(0, before.Length - LongestEntity)..].Contains('&');

    private static bool Touches(char before) =>
        !char.IsWhiteSpace(before) && !Openings.Contains(before)
        && !(Scripts.HasNoBlanks(before) && !Joints.Contains(before))
        && (!char.IsPunctuation(before) || Attached.Contains(before));

    private static bool IsCutBehind(ReadOnlySpan<char> after) =>
        after.TrimStart(" \t(*") is ['\\' or '…', ..] or ['.', '.', '.', ..]
        || after is [' ', '*' or '-' or '−' or '–', ' ', not (' ' or '\n'), ..]
        || after is [':' or ',' or '\'' or '’', >= '0' and <= '9', ..] or ['.', '(', ..]
        || after is [' ', ':', ' ', >= '0' and <= '9', ..]
        || after is ['\'' or '’' or '′', ' ', >= '0' and <= '9', ..]
        || (after is [var first, ..] && Attached.Contains(first));

    /// <summary>Whether an operator stands between what comes before and the span, as in: 6 birds * 2/3 = 4.</summary>
    private static bool ContinuesLine(string text, FormulaSpan span)
    {
        var before = text.AsSpan(0, span.Start);
        if (before.TrimEnd(" \t*") is [] or [.., '\n']) return ContinuesLastLine(before, span);

        var operand = before.TrimEnd(" *");
        var between = before[operand.Length..];
        var isProduct = between is ['*', ' ', ..] || (between is [' ', .., ' '] && between.TrimEnd(' ') is [.., '*']);
        return (isProduct || span.Text is ['+' or '-' or '−' or '–', ' ', ..])
            && operand is [.., var last] && !":;,".Contains(last) && !Openings.Contains(last);
    }

    /// <summary>Whether the line before ends with a sign behind an operand, or this one begins with a plus behind one.</summary>
    private static bool ContinuesLastLine(ReadOnlySpan<char> before, FormulaSpan span)
    {
        var above = before.TrimEnd(" \t*\r\n");
        if (above.Length == 0) return false;
        var isOpen = Dangling.Contains(above[^1]) || before[above.Length..] is [' ', '*', ..];
        var operand = above.TrimEnd($"{Dangling} ");
        if (operand is not [.., var last] || !(char.IsDigit(last) || last is ')' or '%')) return false;
        return isOpen || (span.Text[0] == '+' && !IsNextItem(above[(above.LastIndexOf('\n') + 1)..], span));
    }

    /// <summary>
    /// Whether a plus begins an item of a list: so does the line above, which states an equation, and what that comes to does not go on.
    /// </summary>
    private static bool IsNextItem(ReadOnlySpan<char> above, FormulaSpan span)
    {
        var result = above[(above.LastIndexOf('=') + 1)..].Trim(Around);
        return above.TrimStart() is ['+', ' ', ..] && result.Length < above.Length && result.Length <= MaxItem
            && span.Text.Split('=') is [var left, var right, ..]
            && Arithmetic.Evaluate($"{result} {left}") is { HasValue: true, Value: var total }
            && Arithmetic.Evaluate(right) is { HasValue: true, Value: var written } && total != written;
    }

    /// <summary>As in "1 in 4 = 25%": the number is one of two.</summary>
    private static bool IsPartOfRatio(string text, EquationSide side)
    {
        if (side.HasOperation) return false;
        var before = text.AsSpan(0, side.Start).TrimEnd(' ');
        return before[..(LastBeforeWord(before) + 1)].TrimEnd(' ') is [.., >= '0' and <= '9' or '%'];
    }

    /// <summary>As in "half a day (1/2) = 48 * 2": the number says again what is before.</summary>
    private static bool IsRemark(string text, EquationSide side) =>
        Fraction().IsMatch(side.Formula) && text.AsSpan(0, side.Start).TrimEnd(' ') is [.., var last] && char.IsLetter(last);

    /// <summary>Whether a dash that seems to begin an item of a list is the sign of its first number.</summary>
    private static bool IsNegative(string text, EquationSide side, EquationSide next) =>
        text.AsSpan(0, side.Start) is [.., '-' or '–' or '−', ' ']
        && Arithmetic.Evaluate($"-{side.Formula}") is { HasValue: true, Value: var negative }
        && Arithmetic.Evaluate(next.Formula) is { HasValue: true, Value: var value } && value == negative;

    private static bool IsLineStart(string text, int index) => text.AsSpan(0, index).TrimEnd(" \t*|>") is [] or [.., '\n'];

    private static int LastBeforeWord(ReadOnlySpan<char> text)
    {
        var at = text.Length - 1;
        while (at >= 0 && char.IsLetter(text[at])) at--;
        return at;
    }

    [GeneratedRegex(
        @"\b(?:product|sum|difference|quotient|ratio|average|mean|total|gcd|lcm|gcf|between)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Operation();

    [GeneratedRegex(@"= ?[0-9][0-9.,]{0,15}(?<unit> (?:(?<minutes>min)|K))\z", RegexOptions.CultureInvariant)]
    private static partial Regex LastUnit();

    /// <summary>As in Step 2.5 + 3 = 8.</summary>
    [GeneratedRegex(@"^[0-9]{1,2}\.[0-9]{1,2} ?[-+−–]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedPart();

    [GeneratedRegex(@"^\([0-9]{1,3}(?:/[0-9]{1,3})?\)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    /// <summary>As in 5 and 1/2 + 1 = 6.5.</summary>
    [GeneratedRegex("^[0-9]{1,3}/[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex MixedPart();
}
