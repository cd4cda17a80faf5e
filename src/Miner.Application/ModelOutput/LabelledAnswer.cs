using System.Text.RegularExpressions;
using Miner.Application.ModelOutput.Damaged;
using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput;

/// <summary>Reads an answer that names its fields without JSON: between tags, or under labels as Markdown has them.</summary>
internal static partial class LabelledAnswer
{
    // What models that were trained to think between tags put around the rest.
    private const string AnswerName = "answer";

    /// <summary>The two fields, of which either may be empty; null where <paramref name="text"/> does not name the response.</summary>
    /// <param name="text">Trimmed.</param>
    public static (string Response, string Notebook)? Read(string text) =>
        InTags(ParametersAsTags(text)) ?? UnderLabels(WithoutFrame(text));

    /// <summary>With the parameters of a written tool call, <c>&lt;parameter=notebook&gt;</c>, as tags of their names.</summary>
    private static string ParametersAsTags(string text) => text.Contains("<parameter", StringComparison.OrdinalIgnoreCase)
        ? Parameter().Replace(text, "<${name}>${value}</${name}>")
        : text;

    /// <summary>Without the fence or the marks of a document that YAML stands in.</summary>
    private static string WithoutFrame(string text)
    {
        var inside = text.AsSpan();
        if (inside.StartsWith(JsonTrivia.Fence) && inside.EndsWith(JsonTrivia.Fence) && inside.IndexOf('\n') is > 0 and var line)
            inside = inside[(line + 1)..^JsonTrivia.Fence.Length].Trim();
        if (inside.StartsWith("---")) inside = inside[3..].TrimStart();
        if (inside.EndsWith("\n...")) inside = inside[..^3].TrimEnd();
        var labels = Label().EnumerateMatches(inside);
        return inside.Length < text.Length && labels.MoveNext() && labels.Current.Index == 0 ? inside.ToString() : text;
    }

    private static (string Response, string Notebook)? InTags(string text)
    {
        if (text.StartsWith(Opening(AnswerName), StringComparison.OrdinalIgnoreCase)) text = Without(text, AnswerName);
        else if (!IsTagged(text)) return null;
        return (
            Between(text, AnswerFields.ResponseName) is { } response ? Value(response) : text.Trim(),
            Document(Between(text, AnswerFields.NotebookName) ?? ""));
    }

    /// <summary>Whether the response stands in its tag: one within a line that nothing closes is spoken of.</summary>
    private static bool IsTagged(string text)
    {
        var opening = text.IndexOf(Opening(AnswerFields.ResponseName), StringComparison.OrdinalIgnoreCase);
        if (opening < 0) return false;
        return text.Contains(Closing(AnswerFields.ResponseName), StringComparison.OrdinalIgnoreCase)
            || text.AsSpan(0, opening).TrimEnd(' ') is [] or [.., '\n'];
    }

    /// <summary>Without the tag that <paramref name="text"/> begins with, and the first that closes it.</summary>
    private static string Without(string text, string name)
    {
        var rest = text[Opening(name).Length..];
        var closing = rest.IndexOf(Closing(name), StringComparison.OrdinalIgnoreCase);
        return closing < 0 ? rest : rest.Remove(closing, Closing(name).Length);
    }

    /// <summary>What stands in the first tag of that name, to the end where nothing closes it; null where there is none.</summary>
    private static string? Between(string text, string name)
    {
        var opening = text.IndexOf(Opening(name), StringComparison.OrdinalIgnoreCase);
        if (opening < 0) return null;
        var start = opening + Opening(name).Length;
        var end = text.IndexOf(Closing(name), start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? text[start..] : text[start..end];
    }

    private static string Opening(string name) => $"<{name}>";

    private static string Closing(string name) => $"</{name}>";

    private static (string Response, string Notebook)? UnderLabels(string text)
    {
        if (Label().Match(text) is not { Success: true, Index: 0 } first) return null;
        var second = Label().Matches(text).FirstOrDefault(label => IsResponse(label) != IsResponse(first) && Mark(label) == Mark(first));
        if (second is null) return IsUnmistakable(first) ? (Value(text[first.Length..]), "") : null;

        var (before, after) = (text[first.Length..second.Index], text[(second.Index + second.Length)..]);
        return IsResponse(first) ? (Value(before), Document(after)) : (Value(after), Document(before));
    }

    // As two words it may be the heading of a text about something else.
    private static bool IsUnmistakable(Match label) =>
        label.Groups["name"].ValueSpan.Equals(AnswerFields.ResponseName, StringComparison.OrdinalIgnoreCase);

    private static bool IsResponse(Match label) => JsonNames.Are(label.Groups["name"].Value, AnswerFields.ResponseName);

    private static string Mark(Match label) => label.Groups["mark"].Value.TrimEnd();

    private static string Value(string text) => BlockScalar.Read(text) ?? StrictJson.Unquote(text.Trim());

    /// <summary>Without the fence of code that all of it stands in, which frames the notebook as quotes would.</summary>
    private static string Document(string text)
    {
        text = Value(text);
        var last = text.LastIndexOf(JsonTrivia.Fence, StringComparison.Ordinal);
        var isOneFence =
            last > 0
            && last == text.Length - JsonTrivia.Fence.Length
            && text.IndexOf(JsonTrivia.Fence, 1, StringComparison.Ordinal) == last;
        var line = text.IndexOf('\n');
        return isOneFence && line > 0 && text.StartsWith(JsonTrivia.Fence, StringComparison.Ordinal)
            ? text[(line + 1)..last].TrimEnd()
            : text;
    }

    [GeneratedRegex(
        """<parameter(?:=| name=)["']?(?<name>immediate_response|notebook)["']?>(?<value>.*?)(?:</parameter>|\z)""",
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(
        """^[ \t]*(?<mark>\#{1,6}[ \t]*|\*\*|__)?(?<name>immediate[_ ]response|notebook)(?:\*\*|__)?[ \t]*(?::(?:\*\*|__)?|"""
            + """(?=\r?$))[ \t]*""",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
