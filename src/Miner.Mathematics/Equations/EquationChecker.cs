using Miner.Mathematics.Expressions;
using Miner.Mathematics.Numbers;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Recomputes the equations between numbers in a text. Careful rather than complete: what could be meant otherwise (a rounded value, a part
/// of a longer formula, a statement that something is wrong) is not called false.
/// </summary>
public static class EquationChecker
{
    private const int MaxEquations = 500;
    private const int ContextLength = 60;

    // Next to these an equation is a piece of something longer.
    private static readonly HashSet<string> Continuations = Words(
        "times plus minus over by of mod modulo squared cubed remainder r hundred thousand million billion trillion dozen factorial to less"
    );

    // In such a sentence an equation need not be meant as true.
    private static readonly HashSet<string> Reservations = Words(
        "wrong incorrect false not isn't mistake mistaken error erroneous mod modulo binary hexadecimal octal base floor integer rounded "
            + "rounding round approximately approx about roughly nearly almost estimate estimated suppose if assume claim claims claimed "
            + "said says stated states instead remainder leftover inclusive contradiction contradicts impossible doesn't don't cannot "
            + "can't never should typo ✗ ✘ ❌"
    );

    // What a number is counted by that follows the word, as in: Step 2 - 3 + 4 = 7.
    private static readonly HashSet<string> Labels = Words(
        "step part question problem exercise example case method item task number no day week year line row");

    /// <summary>How many equations hold, and those that do not.</summary>
    public static (int True, IReadOnlyList<FalseEquation> False) Check(string text)
    {
        var prose = Prose.Plain(text);
        var holding = 0;
        var failing = new List<FalseEquation>();
        foreach (var span in FormulaScanner.Find(prose).Where(span => span.Text.Contains('=')).Take(MaxEquations))
        {
            if (span.Text.AsSpan().ContainsAny("<>≤≥") || IsPartOfMore(prose, span)) continue;
            foreach (var (left, right) in Pairs(span))
            {
                if (Compare(left, right) is not { } equation) continue;
                if (equation.Holds) holding++;
                else if (!IsReserved(prose, span) && equation.Failure is { } failure) failing.Add(failure);
            }
        }

        return (holding, failing);
    }

    private static IEnumerable<(FormulaSpan Left, FormulaSpan Right)> Pairs(FormulaSpan span)
    {
        var sides = new List<FormulaSpan>();
        for (var start = 0; start <= span.Text.Length;)
        {
            var end = span.Text.IndexOf('=', start);
            if (end < 0) end = span.Text.Length;
            var side = span.Text[start..end];
            var trimmed = side.TrimStart(' ', '*');

            // A dash before a blank begins an item of a list; the sign of a number touches it.
            if (trimmed.StartsWith("- ", StringComparison.Ordinal)) trimmed = trimmed[2..].TrimStart(' ', '*');
            sides.Add(new FormulaSpan(span.Start + start + side.Length - trimmed.Length, trimmed.TrimEnd(' ', '*')));
            start = end + 1;
        }

        return sides.Zip(sides.Skip(1)).Where(pair => pair.First.Text.Length > 0 && pair.Second.Text.Length > 0);
    }

    private static (bool Holds, FalseEquation? Failure)? Compare(FormulaSpan left, FormulaSpan right)
    {
        if (!left.HasOperation && !right.HasOperation) return null;
        if (IsAmbiguous(left.Text) || IsAmbiguous(right.Text)) return null;
        if (Arithmetic.Evaluate(left.Text) is not { HasValue: true, Value: var first }) return null;
        if (Arithmetic.Evaluate(right.Text) is not { HasValue: true, Value: var second }) return null;
        if (first == second || Leeway.IsRounded(first, right.Text, second) || Leeway.IsRounded(second, left.Text, first))
            return (true, null);
        if (Leeway.Allows(left, first, right, second) || Leeway.Allows(right, second, left, first)) return null;

        var (calculation, written, value) = left.HasOperation ? (left, right, first) : (right, left, second);
        var isNumber = !written.HasOperation || Leeway.IsNumber(written.Text);
        return (false, new FalseEquation(
            $"{left.Text} = {right.Text}", calculation.Text, written.Text, isNumber ? written.Start : null, Show(value, written.Text)));
    }

    /// <summary>What people read in more than one way: 50 - 20%, -2^2, log10(2).</summary>
    private static bool IsAmbiguous(string formula) =>
        LogarithmToABase(formula)
        || (formula.Contains('%') && formula.AsSpan(1).ContainsAny('+', '-', '−'))
        || (formula[0] is '-' or '−' && formula.Contains('^'));

    private static bool LogarithmToABase(string formula)
    {
        var at = formula.IndexOf("log", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + 3 < formula.Length && char.IsAsciiDigit(formula[at + 3]);
    }

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
        return written.Contains('.') ? DecimalText.Round(value, Math.Min(places, 15)) : text;
    }

    private static bool IsPartOfMore(string text, FormulaSpan span)
    {
        var before = text.AsSpan(0, span.Start).TrimEnd(" \t(*");
        var after = text.AsSpan(span.Start + span.Text.Length).TrimStart(" \t(*");
        if (after.StartsWith("\\") || before.EndsWith("\\") || IsTime(text, span) || ContinuesLine(text, span)) return true;

        var lastWord = before[(LastBeforeWord(before) + 1)..];
        if (lastWord.Length < before.Length && before[^(lastWord.Length + 1)] == '\\') return true;
        if (Labels.Contains(lastWord.ToString()) && span.Text.AsSpan().TrimStart("0123456789").TrimStart(' ') is ['-' or '−' or '–', ..])
            return true;
        var length = 0;
        while (length < after.Length && (char.IsLetter(after[length]) || after[length] == '\'')) length++;
        return Continuations.Contains(lastWord.ToString()) || Continuations.Contains(after[..length].ToString());
    }

    /// <summary>Whether an operator stands between what comes before on the line and the span, as in: 6 birds * 2/3 = 4.</summary>
    private static bool ContinuesLine(string text, FormulaSpan span)
    {
        var line = text.AsSpan(0, span.Start);
        line = line[(line.LastIndexOf('\n') + 1)..];
        var signs = line[line.TrimEnd(" *^/%<>,·×÷").Length..];
        var isOperator = span.Text is ['+' or '-' or '−' or '–', ' ', ..];
        if (!isOperator) isOperator = signs.Trim() is ['*' or '/' or '·' or '×' or '÷' or '^'] && (signs[^1] == ' ' || signs[0] != ' ');
        return isOperator && line[..^signs.Length].TrimEnd() is [.., var last] && (char.IsLetterOrDigit(last) || last is ')' or '%' or '"');
    }

    private static bool IsTime(string text, FormulaSpan span) =>
        text.AsSpan(0, span.Start) is [.., >= '0' and <= '9', ':']
        || text.AsSpan(span.Start + span.Text.Length) is [':', >= '0' and <= '9', ..];

    private static int LastBeforeWord(ReadOnlySpan<char> text)
    {
        var at = text.Length - 1;
        while (at >= 0 && (char.IsLetter(text[at]) || text[at] == '\'')) at--;
        return at;
    }

    /// <summary>Whether a word of the same sentence says that the equation may not hold.</summary>
    private static bool IsReserved(string text, FormulaSpan span)
    {
        var end = span.Start + span.Text.Length;
        var before = text.AsSpan(Math.Max(0, span.Start - ContextLength)..span.Start);
        before = before[(before.LastIndexOfAny(".!?\n") + 1)..];
        var after = text.AsSpan(end, Math.Min(ContextLength, text.Length - end));
        var stop = after.IndexOfAny(".!?\n");
        if (stop >= 0 && after[stop] == '?') return true;
        return HasReservation(before) || HasReservation(stop < 0 ? after : after[..stop]);
    }

    private static bool HasReservation(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" ,;:()\"*_-"))
        {
            if (Reservations.Contains(text[range].ToString())) return true;
        }

        return false;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
