using System.Security.Cryptography;
using System.Text;
using Miner.Domain.Text;
using Miner.Mathematics.Language;
using static Miner.Operator.Evaluation.Report.HtmlText;

namespace Miner.Operator.Evaluation.Report;

/// <summary>Formulas of a report: marked for the script that typesets them, which the report carries when it has any.</summary>
internal static class FormulaHtml
{
    private static readonly string[] Scripts = [Resource("temml.min.js"), Resource("formulas.js")];

    private static readonly string Hashes = string.Join(
        ' ', Scripts.Select(script => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'"));

    /// <summary>
    /// <paramref name="text"/> as text of the page, at most <paramref name="max"/> code points of it, with its formulas marked.
    /// </summary>
    public static string Write(string text, int max)
    {
        var html = new StringBuilder();
        var end = 0;
        text = CodePoints.Cut(text, max);
        foreach (var span in MathSpans.FindShown(text))
        {
            html.Append(Escape(text[end..span.Start])).Append(Formula(text[span.Start..span.End], span.Tex(text), span.IsDisplay(text)));
            end = span.End;
        }

        return html.Append(Escape(text[end..])).ToString();
    }

    /// <summary>A final answer, which has lost the delimiters of the formula that it is.</summary>
    public static string WriteAnswer(string answer, int max) =>
        answer.Contains('\\') && answer.Length <= max && MathSpans.FindShown(answer).Count == 0
            ? Formula(answer, answer, isDisplay: false)
            : Write(answer, max);

    /// <summary>
    /// What a content security policy says so that these scripts may run and no others; nothing where there is no formula.
    /// </summary>
    public static string Policy(string body) => HasFormula(body) ? $"; script-src {Hashes}" : "";

    public static string ScriptsFor(string body) =>
        HasFormula(body) ? string.Concat(Scripts.Select(script => $"<script>{script}</script>\n")) : "";

    /// <summary>Text of others cannot write the mark: its quotation marks and angle brackets are encoded.</summary>
    private static bool HasFormula(string body) => body.Contains("<span class=\"formula", StringComparison.Ordinal);

    private static string Formula(string source, string tex, bool isDisplay) =>
        $"<span class=\"{(isDisplay ? "formula display" : "formula")}\" dir=\"ltr\" data-tex=\"{Escape(tex)}\">{Escape(source)}</span>";

    private static string Resource(string name)
    {
        using var stream = typeof(FormulaHtml).Assembly.GetManifestResourceStream(typeof(FormulaHtml), name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
