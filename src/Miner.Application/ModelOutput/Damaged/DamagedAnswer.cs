using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput.Damaged;

/// <summary>
/// Reads an answer whose JSON is damaged around its two names, by the names alone: what stands between them are the values, whatever
/// became of the quotes, commas and brackets.
/// </summary>
/// <param name="Notebook">Null where the text names none.</param>
internal sealed record DamagedAnswer(FieldValue Response, FieldValue? Notebook)
{
    /// <summary>The answer in <paramref name="text"/>; null where it names no response, or more than one pair of fields.</summary>
    public static DamagedAnswer? Read(string text)
    {
        var all = FieldMark.Find(text);
        var marks = all.Where(mark => mark.IsQuoted || mark.Leads || IsBeforeQuote(text, mark)).ToList();
        if (Outer(marks, isNotebook: false) is not { } response || !(response.IsQuoted || response.Leads)) return null;
        if (!response.IsQuoted) marks = [.. all];
        var notebook = Outer(marks, isNotebook: true, after: Math.Max(response.ValueStart, SoundString.End(text, response.ValueStart)));
        if (notebook is null || marks.Exists(mark => mark.IsNotebook && mark.Leads && mark.Start < response.Start))
            notebook = Outer(marks, isNotebook: true) ?? notebook;
        var value = Value(response, notebook);
        return value.Value is JsonTree.Object ? null : new DamagedAnswer(value, notebook is { } found ? Value(found, response) : null);

        FieldValue Value(FieldMark mark, FieldMark? other) => FieldValue.Read(text, mark.ValueStart, End(mark, other));

        // A second object behind the first ends the last value.
        int End(FieldMark mark, FieldMark? other) => other is { } next && next.Start > mark.Start
            ? next.Start
            : marks.FindIndex(next => next.Start >= mark.ValueStart && next.Leads && !next.IsEscaped) is >= 0 and var index
                ? marks[index].Start
                : text.Length;
    }

    /// <summary>Whether the text ends within the last value.</summary>
    public bool IsCut => (Notebook ?? Response) is { IsQuoted: true, IsClosed: false };

    /// <summary>The notebook that stands behind an object which was closed before it; null where none does.</summary>
    public static JsonTree? NotebookBehind(string text, int end)
    {
        if (text.AsSpan(end).TrimStart(" \t\r\n,;") is not { IsEmpty: false } rest) return null;
        if (QuoteMark.LengthAtStart(rest) == 0 && rest[0] is not ('n' or 'N')) return null;
        var behind = rest.ToString();
        return FieldMark.Find(behind) is [{ IsNotebook: true, Start: 0 } mark, ..]
            ? FieldValue.Read(behind, mark.ValueStart, behind.Length).Value
            : null;
    }

    /// <summary>The first that is not within a string, or where all are, the first.</summary>
    private static FieldMark? Outer(List<FieldMark> marks, bool isNotebook, int after = 0)
    {
        var named = marks.Where(mark => mark.IsNotebook == isNotebook && mark.Start >= after).Select(mark => (FieldMark?)mark).ToList();
        return named.Find(mark => mark is { IsEscaped: false }) ?? named.FirstOrDefault();
    }

    private static bool IsBeforeQuote(string text, FieldMark mark) =>
        mark.ValueStart < text.Length && (QuoteMark.Is(text[mark.ValueStart]) || JsonSyntax.IsOpener(text[mark.ValueStart]));
}
