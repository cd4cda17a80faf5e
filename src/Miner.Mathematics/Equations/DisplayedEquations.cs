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

    /// <param name="text">What the formula stands in.</param>
    /// <param name="formula">LaTeX with or without delimiters around it.</param>
    public static IEnumerable<EquationChain> Find(string text, MathSpan formula)
    {
        if (Boxed().Match(formula.Content) is { Success: true, Groups: var groups } && groups["equation"] is var boxed)
            formula = formula with { Content = boxed.Value, ContentStart = formula.ContentStart + boxed.Index };
        var chains = Find(formula.Content, formula.ContentStart);
        if (formula.Start > 0 && text[formula.Start - 1] == '.' && formula.Content is [>= '0' and <= '9', ..]) return [];
        if (!GoesOn().IsMatch(text, formula.End)) return chains;

        // The last side of the last one is a factor or term of more.
        return chains.Select(chain => chain.End < formula.ContentStart + formula.Content.TrimEnd(Around).Length
            ? chain
            : chain with { Sides = [.. chain.Sides.SkipLast(1)] });
    }

    private static IEnumerable<EquationChain> Find(string latex, int offset)
    {
        var marks = LatexMarks.Find(latex);
        for (var first = 0; first < marks.Count;)
        {
            var last = first;
            while (marks[last].Kind == LatexMarkKind.Equality) last++;
            var ends = marks.GetRange(first, last - first + 1);
            var chain = new EquationChain(
                ends.ConvertAll(end => Read(latex[end.From..end.At], offset + end.From)), offset + ends[0].From, offset + ends[^1].At);
            yield return chain;
            foreach (var counted in WithUnits(chain)) yield return counted;

            // What is behind the sign of an approximation is approximate to the end of the statement.
            first = last + 1;
            while (marks[first - 1].Kind != LatexMarkKind.End) first++;
        }
    }

    /// <summary>The pairs of sides that have units between their signs, with numbers alone.</summary>
    private static IEnumerable<EquationChain> WithUnits(EquationChain chain)
    {
        foreach (var (left, right) in chain.Pairs.Where(pair => pair.Left.Formula.Contains('"')))
        {
            if (Amount(left) is not { } first || Amount(right) is not { } second) continue;
            if (QuantityEquations.Pair(first, second) is not var (from, to, unit)) continue;
            yield return chain with
            {
                Sides = [left with { Formula = from, Suffix = unit }, right with { Formula = to, Unit = "", Suffix = unit }],
            };
        }
    }

    /// <summary>A side with units, through and through.</summary>
    private static Amount? Amount(EquationSide side)
    {
        var text = $"{side.Formula} {side.Unit}".Replace('"', ' ').Replace("^(2)", "^2", StringComparison.Ordinal)
            .Replace("^(3)", "^3", StringComparison.Ordinal).Trim();
        text = Blanks().Replace(text, " ");
        return QuantityReader.Read(text, 0) is { Nouns.Count: 0 } quantity && quantity.End == text.Length ? quantity : null;
    }

    private static EquationSide Read(string raw, int start)
    {
        var written = raw.TrimEnd(Around);
        while (written is [' ' or '\t' or '\r' or '\n' or '&', ..] or ['.', ' ' or '\n', ..]) written = written[1..];
        start += raw.TrimEnd(Around).Length - written.Length;
        var plain = written.Length > MaxSide ? "" : LatexRewriter.Rewrite(written, isMath: true) ?? "";
        plain = Of().Replace(Currency().Replace(plain, ""), " * ").Trim();
        var counted = Counted().Match(plain);
        var (formula, unit) = counted.Success
            ? (counted.Groups["number"].Value.TrimEnd(), counted.Groups["unit"].Value.Trim())
            : (plain, "");
        if (WordsBehind.Continue(unit.Split(' ')[0].Trim('(', ')')) || OtherSign().IsMatch(written)
            || (unit.Length > 0 && written.Contains($@"\{unit}", StringComparison.Ordinal)))
            formula = "";

        // Of "85 apples", and of a number in a box, the number is what may be put right.
        if (Numeral().Matches(written) is [var number] && number.Value == formula) (start, written) = (start + number.Index, number.Value);
        return new EquationSide(start, written, formula, unit);
    }

    [GeneratedRegex("[$€£¥]", RegexOptions.CultureInvariant)]
    private static partial Regex Currency();

    // An asterisk or a box that is an operation of its own, and a variable e with a number behind it.
    [GeneratedRegex(
        @"\\ast(?![a-z])|\\_|\\boxed\s?\{[^{}]*\}\s*(?:\\(?:times|cdot|div)|[-+*/^])|[0-9]e[-+][0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex OtherSign();

    /// <summary>A box around a whole equation.</summary>
    [GeneratedRegex(@"^\s*\\boxed\s?\{(?<equation>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}[\s.]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Boxed();

    /// <summary>As in <c>$13$ ! $\cdot 209$</c>.</summary>
    [GeneratedRegex(@"\G[ !]{0,3}(?:\$|\\\()\s?(?:\\(?:cdot|times|div)|[-+*/^!])", RegexOptions.CultureInvariant)]
    private static partial Regex GoesOn();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    /// <summary>Of a percentage or fraction.</summary>
    [GeneratedRegex("""(?<=[0-9]%|[0-9]\)\)) *" *of *" *(?=[0-9])""", RegexOptions.CultureInvariant)]
    private static partial Regex Of();

    /// <summary>A text behind, between quotes or, behind a numeral, in brackets: what it is counted in.</summary>
    [GeneratedRegex(
        """^(?:(?<number>[^"]+)"(?<unit>[^"]*)"|(?<number>[-−]?\d[\d.,]*%?) *\( *"?(?<unit>\p{L}{2}[^"()]*)"? *\))\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("""[-−]?\d[\d.,]*""", RegexOptions.CultureInvariant)]
    private static partial Regex Numeral();
}
