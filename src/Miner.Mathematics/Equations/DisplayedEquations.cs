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

    private static readonly char[] Around = [' ', '\t', '\r', '\n', '&', '.'];

    /// <param name="latex">LaTeX without delimiters around it.</param>
    /// <param name="offset">Where it begins in the text.</param>
    public static IEnumerable<EquationChain> Find(string latex, int offset)
    {
        var marks = LatexMarks.Find(latex);
        for (var first = 0; first < marks.Count;)
        {
            var last = first;
            while (marks[last].Kind == LatexMarkKind.Equality) last++;
            var ends = marks.GetRange(first, last - first + 1);
            yield return new EquationChain(
                ends.ConvertAll(end => Read(latex[end.From..end.At], offset + end.From)), offset + ends[0].From, offset + ends[^1].At);

            // What is behind the sign of an approximation is approximate to the end of the statement.
            first = last + 1;
            while (marks[first - 1].Kind != LatexMarkKind.End) first++;
        }
    }

    private static EquationSide Read(string raw, int start)
    {
        var written = raw.Trim(Around);
        start += raw.Length - raw.TrimStart(Around).Length;
        var plain = written.Length > MaxSide ? "" : LatexRewriter.Rewrite(written, isMath: true) ?? "";
        plain = Currency().Replace(plain, "").Trim();
        var counted = Counted().Match(plain);
        var (formula, unit) = counted.Success
            ? (counted.Groups["number"].Value.TrimEnd(), counted.Groups["unit"].Value.Trim())
            : (plain, "");
        if (WordsBehind.Continue(unit.Split(' ')[0].Trim('(', ')'))) formula = "";

        // Of "85 apples", and of a number in a box, the number is what may be put right.
        if (Numeral().Matches(written) is [var number] && number.Value == formula) (start, written) = (start + number.Index, number.Value);
        return new EquationSide(start, written, formula, unit);
    }

    [GeneratedRegex("[$€£¥]", RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    /// <summary>A text behind, between quotes or, behind a numeral, in brackets: what it is counted in.</summary>
    [GeneratedRegex(
        """^(?:(?<number>[^"]+)"(?<unit>[^"]*)"|(?<number>[-−]?\d[\d.,]*%?) *\( *"?(?<unit>\p{L}{2}[^"()]*)"? *\))\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("""[-−]?\d[\d.,]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();
}
