using System.Net;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Miner.TestUi.Views;

/// <summary>
/// Markdown that a model wrote, as HTML that can do nothing: markup in it is text, links lead to the web or a mailbox, and an image is a
/// link to it, so that reading an answer tells nobody.
/// </summary>
internal static class MarkdownText
{
    /// <summary>What a miner of the contract may answer, in UTF-16 units; reading more as Markdown may take long.</summary>
    private const int MaxLength = 2 * 50_000;

    /// <summary>The page's own headings go down to this level.</summary>
    private const int PageHeadings = 4;

    // Models end lines where they mean it.
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static MarkupString ToHtml(string text)
    {
        if (text.Length > MaxLength) return Plain(text);
        try
        {
            var marks = MarkdownMarks.Take(text);
            return Render(Markdown.Parse(marks.Text, Pipeline), marks);
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig follows.
            return Plain(text);
        }
    }

    private static MarkupString Plain(string text) => (MarkupString)$"<p class=\"words\">{WebUtility.HtmlEncode(text)}</p>";

    private static MarkupString Render(MarkdownDocument document, MarkdownMarks marks)
    {
        Restore(document, marks);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + PageHeadings, 6);
        foreach (var link in document.Descendants<LinkInline>().ToList()) Harden(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (IsAllowed(link.IsEmail ? "mailto:" + link.Url : link.Url)) OpenElsewhere(link);
            else link.ReplaceBy(new LiteralInline(link.Url));
        }

        foreach (var table in document.Descendants<Table>()) AlignByClass(table);
        foreach (var block in document.Descendants<Block>().Where(block => block is LeafBlock or ListItemBlock or TableCell))
            block.GetAttributes().AddPropertyIfNotExist("dir", "auto");

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return (MarkupString)marks.RestoreInto(writer.ToString());
    }

    /// <summary>Code and addresses are what was written, whatever it looks like.</summary>
    private static void Restore(MarkdownDocument document, MarkdownMarks marks)
    {
        foreach (var code in document.Descendants<CodeInline>()) code.Content = marks.Restore(code.Content);
        foreach (var link in document.Descendants<LinkInline>()) link.Url = link.Url is { } url ? marks.Restore(url) : null;
        foreach (var link in document.Descendants<AutolinkInline>()) link.Url = marks.Restore(link.Url);
        foreach (var block in document.Descendants<CodeBlock>())
        {
            if (block is FencedCodeBlock { Info: { } info } fenced) fenced.Info = marks.Restore(info);
            block.Lines = new StringLineGroup(marks.Restore(block.Lines.ToString()));
        }
    }

    private static void Harden(LinkInline link)
    {
        link.IsImage = false;
        link.Title = null;
        if (link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
        if (IsAllowed(link.Url)) OpenElsewhere(link);
        else link.ReplaceBy(new ContainerInline());
    }

    /// <summary>Markdig would align by style attributes, which the content security policy refuses.</summary>
    private static void AlignByClass(Table table)
    {
        // Wider than its column of the page, it scrolls there: by keyboard, too.
        table.GetAttributes().AddProperty("tabindex", "0");
        foreach (var (index, cell) in table.OfType<TableRow>().SelectMany(row => row.OfType<TableCell>().Index()))
        {
            if (table.ColumnDefinitions.ElementAtOrDefault(index)?.Alignment is { } alignment)
                cell.GetAttributes().AddClass(alignment.ToString().ToLowerInvariant());
        }

        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto";

    private static void OpenElsewhere(MarkdownObject link)
    {
        var attributes = link.GetAttributes();
        attributes.AddProperty("target", "_blank");
        attributes.AddProperty("rel", "noopener noreferrer nofollow");
    }
}
