using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Miner.TestUi.Views;

/// <summary>
/// Takes LaTeX between <c>\(</c> and <c>\)</c> or <c>\[</c> and <c>\]</c> as the text that it is. Markdown would read its backslashes as
/// escapes and leave them out, and its stars and underscores as emphasis.
/// </summary>
internal sealed class FormulaParser : InlineParser
{
    public FormulaParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var end = slice.PeekChar() switch
        {
            '(' => @"\)",
            '[' => @"\]",
            _ => null,
        };
        if (end is null) return false;
        var length = slice.AsSpan()[2..].IndexOf(end, StringComparison.Ordinal);
        if (length < 0) return false;

        var formula = slice.AsSpan()[..(2 + length + end.Length)].ToString();
        // Closed, so that what comes behind it does not go into it.
        var text = new ContainerInline { IsClosed = true };
        foreach (var (index, line) in formula.Split('\n').Index())
        {
            if (index > 0) text.AppendChild(new LineBreakInline { IsHard = true });
            text.AppendChild(new LiteralInline(line));
        }

        processor.Inline = text;
        slice.Start += formula.Length;
        return true;
    }
}
