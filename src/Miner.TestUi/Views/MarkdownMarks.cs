using System.Globalization;
using System.Net;
using System.Text;
using Miner.Mathematics.Language;

namespace Miner.TestUi.Views;

/// <summary>
/// Takes out of a text what Markdown would misread, before it reads it: formulas, whose backslashes, stars and lines mean something else,
/// and the stars and underscores of mathematics that stands in the text as it is, such as <c>2*3*4</c>. A mark stands in the place of each.
/// </summary>
internal sealed class MarkdownMarks
{
    private const char FirstMark = '\uE000';
    private const char LastMark = '\uF8FF';

    private readonly char _mark;
    private readonly List<(string Source, string Html)> _taken = [];

    private MarkdownMarks(char mark) => _mark = mark;

    /// <summary>What Markdown may read.</summary>
    public string Text { get; private set; } = "";

    public static MarkdownMarks Take(string text)
    {
        // A private character that the text does not use, so that nobody else can write a mark.
        var used = text.Where(character => character is >= FirstMark and <= LastMark).ToHashSet();
        var mark = FirstMark;
        while (used.Contains(mark) && mark < LastMark) mark++;
        var marks = new MarkdownMarks(mark);
        marks.Text = used.Contains(mark) ? text : marks.Replace(text);
        return marks;
    }

    /// <summary>Writes what was taken back into a part of the text that is no prose, such as code.</summary>
    public string Restore(string part) => Fill(part, taken => taken.Source);

    /// <summary>Writes what was taken into the HTML that Markdown gave.</summary>
    public string RestoreInto(string html) => Fill(html, taken => taken.Html);

    private string Replace(string text)
    {
        // Code stays code: indexes are the same in both.
        var prose = CodeBlocks.Blank(text);
        var marked = new StringBuilder(text.Length);
        var end = 0;
        foreach (var span in MathSpans.FindShown(prose))
        {
            AppendProse(marked, text, prose, end, span.Start);
            AppendMark(marked, text.Substring(span.Start, span.Length), Formula(text, span));
            end = span.End;
        }

        AppendProse(marked, text, prose, end, text.Length);
        return marked.ToString();
    }

    private void AppendProse(StringBuilder marked, string text, string prose, int start, int end)
    {
        for (var index = start; index < end;)
        {
            var length = OperatorLength(prose, index, start, end);
            if (length == 0) marked.Append(text[index++]);
            else
            {
                AppendMark(marked, text.Substring(index, length), text.Substring(index, length));
                index += length;
            }
        }
    }

    private void AppendMark(StringBuilder marked, string source, string html)
    {
        marked.Append(_mark).Append(_taken.Count.ToString(CultureInfo.InvariantCulture)).Append(_mark);
        _taken.Add((source, html));
    }

    /// <summary>How long the star, power or underscore between two operands is; 0 where there is none.</summary>
    private static int OperatorLength(string prose, int at, int start, int end)
    {
        if (prose[at] is not ('*' or '_') || at == start || !EndsOperand(prose[at - 1])) return 0;
        var length = at + 1 < end && prose[at] == '*' && prose[at + 1] == '*' ? 2 : 1;
        if (at + length >= end || !BeginsOperand(prose[at + length])) return 0;

        // Two stars beside a word are the end or the beginning of bold letters.
        return length == 2 && (IsInWord(prose, at - 1) || IsInWord(prose, at + length)) ? 0 : length;
    }

    private static bool EndsOperand(char character) => IsLetterOrNumber(character) || character is ')' or ']' or '}' or '!' or '%' or '°';

    private static bool BeginsOperand(char character) =>
        IsLetterOrNumber(character) || character is '(' or '[' or '{' or '\\' or '-' or '+' or '−' or '.' or '√';

    /// <summary>Scripts that write words without blanks set single characters off by stars.</summary>
    private static bool IsLetterOrNumber(char character) =>
        char.IsNumber(character) || char.IsUpper(character) || char.IsLower(character);

    private static bool IsInWord(string prose, int at) => char.IsLetter(prose[at])
        && ((at > 0 && char.IsLetter(prose[at - 1])) || (at + 1 < prose.Length && char.IsLetter(prose[at + 1])));

    /// <summary>The source stands in it until a script typesets it.</summary>
    private static string Formula(string text, MathSpan span)
    {
        var source = WebUtility.HtmlEncode(text.Substring(span.Start, span.Length));
        var tex = WebUtility.HtmlEncode(span.Tex(text));
        return $"""<span class="{(span.IsDisplay(text) ? "formula display" : "formula")}" dir="ltr" data-tex="{tex}">{source}</span>""";
    }

    private string Fill(string marked, Func<(string Source, string Html), string> part)
    {
        if (_taken.Count == 0 || !marked.Contains(_mark)) return marked;
        var filled = new StringBuilder(marked.Length);
        var parts = marked.Split(_mark);
        for (var index = 0; index < parts.Length; index++)
        {
            var isMark = index % 2 == 1 && index < parts.Length - 1;
            filled.Append(isMark ? part(_taken[int.Parse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture)]) : parts[index]);
        }

        return filled.ToString();
    }
}
