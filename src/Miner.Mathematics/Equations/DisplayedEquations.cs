using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

/// <summary>
/// Finds equations in LaTeX. Each side is read as answers are (<see cref="LatexRewriter"/>), so that a mixed number, a fraction of letters
/// or a word is what it is there: a side that cannot be read has no value.
/// </summary>
internal static partial class DisplayedEquations
{
    /// <summary>In UTF-16 units; a longer side is not read.</summary>
    private const int MaxSide = 500;

    private static readonly char[] Around = [' ', '\t', '\r', '\n', '&', '.', '$'];

    /// <param name="latex">LaTeX without delimiters around it.</param>
    /// <param name="offset">Where it begins in the text.</param>
    public static IEnumerable<EquationChain> Find(string latex, int offset)
    {
        var marks = LatexMarks.Find(latex);
        for (var first = 0; first < marks.Count;)
        {
            var last = first;
            while (marks[last].Kind == LatexMarkKind.Equality && last + 1 < marks.Count) last++;
            if (last > first && Chain(latex, offset, marks.GetRange(first, last - first + 1)) is { } chain) yield return chain;

            // What is behind the sign of an approximation is approximate to the end of the statement.
            first = last + 1;
            if (marks[last].Kind != LatexMarkKind.Approximation) continue;
            while (first < marks.Count && marks[first - 1].Kind != LatexMarkKind.End) first++;
        }
    }

    /// <param name="marks">What ends each side.</param>
    private static EquationChain? Chain(string latex, int offset, List<LatexMark> marks)
    {
        var sides = new List<EquationSide>();
        foreach (var mark in marks)
        {
            if (Read(latex[mark.From..mark.At], offset + mark.From) is { } side) sides.Add(side);
            else if (sides.Count > 0) return null;
        }

        return sides.Count < 2 ? null : new EquationChain(sides, offset + marks[0].From, offset + marks[^1].At);
    }

    /// <summary>Null where nothing is there.</summary>
    private static EquationSide? Read(string raw, int start)
    {
        var written = raw.Trim(Around);
        if (written.Length == 0) return null;
        start += raw.Length - raw.TrimStart(Around).Length;
        var plain = written.Length > MaxSide ? null : LatexRewriter.Rewrite(written, isMath: true)?.Trim();
        if (plain is null) return new EquationSide(start, written, "", "");

        plain = Currency().Replace(plain, "");
        var unit = plain.EndsWith('"') ? plain.TrimEnd('"').LastIndexOf('"') : -1;
        var (formula, word) = unit > 0 ? (plain[..unit].Trim(), plain[unit..].Trim('"', ' ')) : (plain, "");

        // Of "85 apples", and of a number in a box, the number is what may be put right.
        if (Numeral().Matches(written) is [var number] && number.Value == formula) (start, written) = (start + number.Index, number.Value);
        return new EquationSide(start, written, formula, word);
    }

    [GeneratedRegex("""[$€£¥] ?(?=[-.\d])""", RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    [GeneratedRegex("""[-−]?\d[\d.,]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();
}
