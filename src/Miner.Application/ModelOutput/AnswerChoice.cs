using System.Net;
using System.Text.RegularExpressions;
using Miner.Application.ModelOutput.Damaged;
using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput;

/// <summary>Decides between what the repair of broken JSON found and what its two names tell.</summary>
internal static partial class AnswerChoice
{
    private const string Edges = "\"'`“”„‟‘’‚‛´\\ \t\r\n";

    /// <summary>The two fields that the names tell of.</summary>
    public static AnswerFields ToFields(this DamagedAnswer damaged) =>
        new(damaged.Response.Value, damaged.Notebook?.Value, AnswerForm.Named);

    /// <summary>Whether the repair lost a field, a part of one, or took the quotes around one for its text.</summary>
    /// <param name="repaired">What the repair found; null when it found nothing.</param>
    /// <param name="damaged">What the names tell.</param>
    public static bool IsBetter(this DamagedAnswer damaged, AnswerFields? repaired)
    {
        var (response, notebook) = Texts(damaged.ToFields());
        if (string.IsNullOrWhiteSpace(response) && string.IsNullOrWhiteSpace(notebook)) return false;
        if (repaired is not { Form: AnswerForm.Named }) return true;
        var (repairedResponse, repairedNotebook) = Texts(repaired);
        var isLost = string.IsNullOrWhiteSpace(repairedNotebook) && repaired.Notebook is not JsonTree.Null;
        if (isLost && IsText(damaged.Notebook?.Value) && !string.IsNullOrWhiteSpace(notebook)) return true;
        if (string.IsNullOrWhiteSpace(repairedResponse)) return !string.IsNullOrWhiteSpace(response);
        return IsBetter(damaged.Response, response, repairedResponse)
            || (damaged.Notebook is { } value && IsBetter(value, notebook, repairedNotebook));
    }

    private static bool IsBetter(FieldValue value, string text, string repaired) =>
        value.IsDoubtful && text.Trim() != repaired.Trim() && IsText(value.Value)
        && (Bare(text) == Bare(repaired)
            || (!value.IsQuoted && (text.StartsWith('#') || IsBlockHeader(repaired)))
            || IsCutAtComma(text, Bare(repaired))
            || RunsOn(text, repaired));

    private static string Bare(string text) => JsonEscapes.Decode(WebUtility.HtmlDecode(text)).AsSpan().Trim(Edges).ToString();

    private static bool IsBlockHeader(string repaired) => repaired.Trim() is "|" or ">" or "|-" or ">-" or "|+" or ">+";

    /// <summary>Whether the repair took a comma of the text, unquoted, for the end of it, and no name follows that comma.</summary>
    private static bool IsCutAtComma(string text, string repaired) =>
        text.Length > repaired.Length && text[repaired.Length] == ',' && text.StartsWith(repaired, StringComparison.Ordinal)
        && !MemberName().IsMatch(text.AsSpan(repaired.Length + 1));

    /// <summary>Whether the repair took the object behind this one for a part of the text.</summary>
    private static bool RunsOn(string text, string repaired) =>
        repaired.StartsWith(text, StringComparison.Ordinal) && QuoteMark.LengthAtStart(repaired.AsSpan(text.Length)) > 0
        && FieldMark.Find(repaired).Any(mark => mark is { Leads: true, IsEscaped: false });

    [GeneratedRegex("""\A\s*["'“‘`]?\w{1,40}["'”’`]?\s*:""", RegexOptions.CultureInvariant)]
    private static partial Regex MemberName();

    private static bool IsText(JsonTree? value) => value is JsonTree.Text;

    private static (string Response, string Notebook) Texts(AnswerFields fields) =>
        (FieldText.Response(fields.Response), FieldText.Notebook(fields.Notebook));
}
