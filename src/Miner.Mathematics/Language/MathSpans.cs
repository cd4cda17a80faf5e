namespace Miner.Mathematics.Language;

/// <param name="Start">The index of the opening delimiter.</param>
/// <param name="Length">With both delimiters.</param>
/// <param name="Content">Without them.</param>
/// <param name="ContentStart">Where the content begins.</param>
public sealed record MathSpan(int Start, int Length, string Content, int ContentStart)
{
    public int End => Start + Length;

    /// <summary>Whether it stands on lines of its own, as <c>$$</c>, <c>\[</c> and environments have it.</summary>
    public bool IsDisplay(string text) => IsEnvironment(text) || text[Start + 1] is '[' or '$';

    /// <summary>What is to be typeset: the content, or the environment as a whole.</summary>
    public string Tex(string text) =>
        IsEnvironment(text) ? text.Substring(Start, Length) : text.Substring(ContentStart, Content.Length).Trim();

    private bool IsEnvironment(string text) => text[Start + 1] == 'b';
}

/// <summary>Finds formulas between <c>$</c>, <c>$$</c>, <c>\( \)</c>, <c>\[ \]</c> and in environments; sums of money are none.</summary>
public static class MathSpans
{
    /// <summary>In UTF-16 units. Bounds the search for a closing delimiter, so that the whole takes linear time.</summary>
    private const int MaxContent = 2_000;

    private static readonly string[] Environments =
    [
        "equation", "equation*", "align", "align*", "aligned", "gather", "gather*", "multline", "multline*", "eqnarray", "math",
        "displaymath",
    ];

    /// <summary>With what stands in a formula, and is left on its own by many a model.</summary>
    private static readonly string[] ShownEnvironments =
    [
        .. Environments, "cases", "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "array", "split", "gathered",
        "alignedat",
    ];

    public static List<MathSpan> Find(string text) => Find(text, Environments);

    /// <summary>What a reader is shown as formulas: with cases and matrices that stand between no delimiters.</summary>
    public static List<MathSpan> FindShown(string text) => Find(text, ShownEnvironments);

    private static List<MathSpan> Find(string text, string[] environments)
    {
        var spans = new List<MathSpan>();
        for (var index = 0; index < text.Length - 1; index++)
        {
            var span = (text[index], text[index + 1]) switch
            {
                ('\\', '(') => Between(text, index, "\\(", "\\)"),
                ('\\', '[') => Between(text, index, "\\[", "\\]"),
                ('\\', 'b') => Environment(text, index, environments),
                ('$', '$') => Between(text, index, "$$", "$$"),
                ('$', _) => Dollars(text, index),
                _ => null,
            };
            if (span is not null) spans.Add(span);
            if (span is not null) index = span.End - 1;
            else if (text[index] == '\\') index++;
        }

        return spans;
    }

    /// <summary>An environment that opens mathematics by itself; its content is what stands inside.</summary>
    private static MathSpan? Environment(string text, int start, string[] environments)
    {
        foreach (var name in environments)
        {
            var opening = $"\\begin{{{name}}}";
            if (string.CompareOrdinal(text, start, opening, 0, opening.Length) != 0) continue;
            return Between(text, start, opening, $"\\end{{{name}}}");
        }

        return null;
    }

    private static MathSpan? Between(string text, int start, string opening, string closing)
    {
        var from = start + opening.Length;
        var end = text.IndexOf(closing, from, Math.Min(MaxContent, text.Length - from), StringComparison.Ordinal);
        return end <= from ? null : new MathSpan(start, end + closing.Length - start, text[from..end], from);
    }

    /// <summary>
    /// A dollar sign before a digit opens an amount, unless the next one closes a formula; none closes before a digit, nor behind a blank
    /// what did not begin with one (<c>$5, then $x$</c>).
    /// </summary>
    private static MathSpan? Dollars(string text, int start)
    {
        var limit = Math.Min(text.Length, start + MaxContent);
        for (var end = start + 1; end < limit; end++)
        {
            if (text[end] == '\\') end++;
            else if (text[end] == '\n' && end + 1 < limit && text[end + 1] == '\n') return null;
            else if (text[end] == '$')
            {
                var closes = end > start + 1
                    && !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
                    && (char.IsWhiteSpace(text[start + 1]) || !char.IsWhiteSpace(text[end - 1]));
                if (!closes) return null;
                var content = text[(start + 1)..end];
                return IsProse(content) ? null : new MathSpan(start, end + 1 - start, content, start + 1);
            }
        }

        return null;
    }

    /// <summary>Whether it reads as what stands between two prices: long words, and no LaTeX.</summary>
    private static bool IsProse(string content) =>
        char.IsAsciiDigit(content[0]) && !content.AsSpan().ContainsAny('\\', '=', '{')
        && content.Split(' ').Count(word => word.Length > 2 && word.All(char.IsLetter) && word is not ("and" or "or")) >= 2;
}
