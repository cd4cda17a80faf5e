using System.Buffers;
using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

/// <summary>The words behind an equation in prose, alone or in brackets: <c>12 * 7 = 84 dollars</c>, <c>= 84 (dollars)</c>.</summary>
/// <param name="Unit">What its last number is counted in, or empty.</param>
/// <param name="GoesOn">Whether the number is a piece of something longer: <c>84 (thousand)</c>, <c>1 hour 30 minutes</c>.</param>
internal readonly partial record struct WordsBehind(string Unit, bool GoesOn)
{
    // Next to these an equation is a piece of something longer.
    private static readonly HashSet<string> Continuations = EquationContext.Words(
        "times plus minus over by of mod modulo div squared cubed remainder r hundred thousand million billion trillion dozen dozens "
            + "choose ncr npr factorial to less twice thrice double triple half halves quarters thirds tenths");

    // Behind a number in a script without blanks: ten, a hundred, … a half, and what is left.
    private static readonly SearchValues<char> Multiples = SearchValues.Create("十百千万亿億兆半余餘余成折倍割");

    /// <param name="text">Text as <see cref="Prose.Split"/> gives it.</param>
    /// <param name="last">The last side of the equation.</param>
    /// <param name="end">Where the equation ends in the text.</param>
    public static WordsBehind Read(string text, EquationSide last, int end)
    {
        if (Remark().Match(text, end) is { Success: true } remark) return OfRemark(remark, last);

        var word = Word().Match(text, end);
        var unit = word.Groups["word"].Value;
        return new WordsBehind(
            unit,
            Continue(unit) || (unit is [var first, ..] && Scripts.HasNoBlanks(first) && unit.AsSpan().ContainsAny(Multiples))
                || NumberPhrase.Replace(word.Groups["next"].Value) is not null
                || word.Groups["amount"].Success || CompoundQuantity.End(text, last.Start) > 0);
    }

    /// <summary>Whether an equation that <paramref name="word"/> stands next to is a piece of something longer.</summary>
    public static bool Continue(string word) => Continuations.Contains(word);

    /// <summary>A remark is a unit, or says more of a number; of what is computed it may be a factor: <c>9 = 5 + 2 (price)</c>.</summary>
    private static WordsBehind OfRemark(Match remark, EquationSide last)
    {
        var words = remark.Groups["words"].Value;
        var names = words.Split([' ', ',', '.', '*'], StringSplitOptions.RemoveEmptyEntries);
        var unit = Array.FindLast(names, name => UnitPhrase.Canonical(name) == "percent" || Units.TryFind(name, out _));
        var isUnit = unit is not null || Units.IsKnown(names[0]) || Scripts.HasNoBlanks(words[0]);
        var mayMultiply = !isUnit && (remark.Groups["gap"].Length == 0 || last.HasOperation);
        return new WordsBehind(
            unit ?? names[0],
            mayMultiply || Continue(names[0]) || NumberPhrase.Replace(words) is not null || remark.Groups["more"].Success);
    }

    // With a number or an operator behind it, a remark stands within a calculation.
    [GeneratedRegex(
        @"\G(?<gap>[ \t*]{0,9})[(\[]\s?(?<words>\p{L}[^()\[\]\n]{0,80})(?:[)\]][ \t*]{0,9}(?<more>[\p{Nd}+\-−–*/×÷·^(]|and \p{Nd})?)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Remark();

    // A second amount in another unit, or the second half of one: 1 hour 30 minutes, 1 hour and a half.
    [GeneratedRegex(
        @"\G[ \t]*(?:(?:full|whole|entire) )?(?<word>\p{L}*)"
            + @"(?:[ \t]{1,3}(?:(?<=\p{L}[ \t]{1,3})(?:(?:and|y|et|und|e|и)[ \t])?"
            + @"(?<amount>\p{Nd}{1,9}(?![\p{Nd}.,]*[ \t]*[-−–+*/×÷·=^]))"
            + @"|and[ \t](?<next>\p{L}{1,9}(?:[ \t]\p{L}{1,9})?)))?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
