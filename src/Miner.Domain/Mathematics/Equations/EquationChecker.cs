using System.Buffers;
using System.Numerics;
using Miner.Domain.Text;

namespace Miner.Domain.Mathematics.Equations;

/// <summary>
/// Recomputes the equations between numbers in a text. Careful rather than complete: what could be meant otherwise (a rounded value, a part
/// of a longer formula, a statement that something is wrong) is not called false.
/// </summary>
public static class EquationChecker
{
    private const int MaxEquations = 500;
    private const int ContextLength = 60;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");

    // Next to these an equation is a piece of something longer.
    private static readonly HashSet<string> Continuations = Words(
        "times plus minus over by of mod modulo squared cubed remainder r hundred thousand million billion trillion dozen factorial to less");

    // In such a sentence an equation need not be meant as true.
    private static readonly HashSet<string> Reservations = Words(
        "wrong incorrect false not isn't mistake mistaken error erroneous mod modulo binary hexadecimal octal base floor integer rounded rounding "
        + "round approximately approx about roughly nearly almost estimate suppose if assume claim claims claimed instead");

    /// <summary>How many equations hold, and those that do not.</summary>
    public static (int True, IReadOnlyList<FalseEquation> False) Check(string text)
    {
        var prose = CodeBlocks.Blank(text).Replace("\\times", "×     ", StringComparison.Ordinal).Replace("\\cdot", "·    ", StringComparison.Ordinal)
            .Replace("\\div", "÷   ", StringComparison.Ordinal);
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
        if (first == second || Agrees(first, right.Text, second) || Agrees(second, left.Text, first)) return (true, null);

        var (calculation, written, value) = left.HasOperation ? (left, right, first) : (right, left, second);
        var isNumber = !written.HasOperation || IsNumber(written.Text);
        return (false, new FalseEquation(
            $"{left.Text} = {right.Text}", calculation.Text, written.Text, isNumber ? written.Start : null, Show(value, written.Text)));
    }

    /// <summary>Signs that people read in more than one way: 50 - 20%, -2^2.</summary>
    private static bool IsAmbiguous(string formula) =>
        (formula.Contains('%') && formula.AsSpan(1).ContainsAny('+', '-', '−')) || (formula[0] is '-' or '−' && formula.Contains('^'));

    /// <summary>Whether <paramref name="written"/> is <paramref name="exact"/> rounded or cut, or said in per cent.</summary>
    private static bool Agrees(Rational exact, string written, Rational value)
    {
        if (written.EndsWith('%') && exact == value * 100) return true;
        var point = written.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || !IsNumber(written)) return false;
        var places = written.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count();
        return Rational.Abs(exact - value) < new Rational(1, BigInteger.Pow(10, Math.Min(places, 15)));
    }

    private static bool IsNumber(string text) => text.AsSpan().TrimStart("-−").IndexOfAnyExcept(Digits) < 0;

    private static string Show(Rational value, string written)
    {
        var text = value.ToString();
        if (!text.Contains('/')) return text;
        var places = written.Length - 1 - written.IndexOf('.', StringComparison.Ordinal);
        return written.Contains('.') ? DecimalText.Round(value, Math.Min(places, 15)) : text;
    }

    private static bool IsPartOfMore(string text, FormulaSpan span)
    {
        var before = text.AsSpan(0, span.Start).TrimEnd(" \t(*");
        var after = text.AsSpan(span.Start + span.Text.Length).TrimStart(" \t(*");
        if (after.StartsWith("\\") || before.EndsWith("\\")) return true;

        var lastWord = before[(LastBeforeWord(before) + 1)..];
        if (lastWord.Length < before.Length && before[^(lastWord.Length + 1)] == '\\') return true;
        var length = 0;
        while (length < after.Length && (char.IsLetter(after[length]) || after[length] == '\'')) length++;
        return Continuations.Contains(lastWord.ToString()) || Continuations.Contains(after[..length].ToString());
    }

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
        return HasReservation(before) || HasReservation(stop < 0 ? after : after[..stop]);
    }

    private static bool HasReservation(ReadOnlySpan<char> text)
    {
        foreach (var range in text.SplitAny(" ,;:()\"*_"))
        {
            if (Reservations.Contains(text[range].ToString())) return true;
        }

        return false;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
