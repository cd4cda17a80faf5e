using System.Buffers;

namespace Miner.Application.ModelOutput.Latex;

/// <summary>Finds the formulas of a text: between dollars, <c>\(…\)</c>, <c>\[…\]</c> and in environments.</summary>
/// <remarks>Every mark is looked for once: linear in the length of the text.</remarks>
internal sealed class FormulaSpans(string text)
{
    private const int MostWords = 1;
    private const int LettersOfAWord = 3;
    private const string Environment = "egin{";

    private static readonly SearchValues<char> Marks = SearchValues.Create("$\\\b");

    private readonly List<(int Start, int End)> _spans = [];
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    /// <summary>What stands between the marks, in order, none within another.</summary>
    public IReadOnlyList<(int Start, int End)> Find()
    {
        var index = 0;
        while (index < text.Length && text.AsSpan(index).IndexOfAny(Marks) is >= 0 and var next)
        {
            index += next;
            index = text[index] == '$' ? Dollar(index) : Backslash(index);
        }

        return _spans;
    }

    private int Backslash(int index)
    {
        var rest = text.AsSpan(index + 1);
        if (rest.StartsWith(text[index] == '\b' ? Environment : "b" + Environment)) return Closed(index, index, "\\end{");
        if (text[index] == '\b') return index + 1;
        return rest switch
        {
            ['(', ..] => Closed(index + 2, index + 2, "\\)"),
            ['[', ..] => Closed(index + 2, index + 2, "\\]"),
            _ => index + 2,
        };
    }

    /// <summary>Keeps the span that <paramref name="closing"/> ends.</summary>
    /// <returns>Where to look on.</returns>
    private int Closed(int start, int after, string closing)
    {
        var end = _missing.Contains(closing) ? -1 : text.IndexOf(closing, after, StringComparison.Ordinal);
        if (end < 0)
        {
            _missing.Add(closing);
            return Math.Max(after, start + 1);
        }

        _spans.Add((start, end));
        return end + closing.Length;
    }

    private int Dollar(int index)
    {
        if (text.AsSpan(index).StartsWith("$$")) return Closed(index + 2, index + 2, "$$");
        var end = text.IndexOf('$', index + 1);
        while (end > 0 && text[end - 1] == '\\') end = text.IndexOf('$', end + 1);
        if (end < 0) return text.Length;
        if (!IsFormula(index, end)) return end;
        _spans.Add((index + 1, end));
        return end + 1;
    }

    // Two prices in a sentence are no formula, nor are the variables of a shell.
    private bool IsFormula(int start, int end)
    {
        var inside = text.AsSpan(start + 1, end - start - 1);
        if (inside.IsEmpty || char.IsWhiteSpace(inside[^1]) || (start > 0 && char.IsLetterOrDigit(text[start - 1]))) return false;
        if (end + 1 < text.Length && (char.IsLetterOrDigit(text[end + 1]) || text[end + 1] is '{' or '(' or '_')) return false;
        if (char.IsWhiteSpace(inside[0]) && !LatexEscapes.IsCommand(inside, 0)) return false;
        return !inside.Contains("\n\n", StringComparison.Ordinal) && Words(inside) <= MostWords;
    }

    /// <summary>The plain words outside of braces; those of commands stand behind a backslash or a control character.</summary>
    private static int Words(ReadOnlySpan<char> formula)
    {
        var (words, depth) = (0, 0);
        for (var index = 0; index < formula.Length; index++)
        {
            if (formula[index] == '{') depth++;
            if (formula[index] == '}') depth--;
            if (!char.IsAsciiLetter(formula[index])) continue;
            var start = index;
            while (index + 1 < formula.Length && char.IsAsciiLetter(formula[index + 1])) index++;
            var isCommand = start > 0 && formula[start - 1] is '\\' or '\b' or '\f' or '\n' or '\r' or '\t';
            if (depth <= 0 && !isCommand && index + 1 - start >= LettersOfAWord && char.IsAsciiLetterLower(formula[start])) words++;
        }

        return words;
    }
}
