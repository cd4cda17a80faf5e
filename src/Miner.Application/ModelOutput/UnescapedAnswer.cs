using Miner.Application.ModelOutput.Json;
using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput;

/// <summary>
/// Reads an answer whose texts hold quotes that the model did not escape, by what stands around the texts: the name of each field before
/// it, the other field or the object's end behind it. Code with a dictionary in it looks like more members to any other reader.
/// </summary>
internal static class UnescapedAnswer
{
    private const string Response = $"\"{AnswerFields.ResponseName}\"";
    private const string Notebook = $"\"{AnswerFields.NotebookName}\"";

    /// <param name="text">All that the model sent.</param>
    /// <param name="repaired">What the repair of it found.</param>
    /// <returns>Null where the repair has torn no brackets apart, or where this reading would.</returns>
    public static AnswerFields? Read(string text, AnswerFields repaired)
    {
        if (AreBalanced(repaired)) return null;
        var whole = Split(text, Response, Notebook) is var (response, notebook) ? Fields(response, notebook)
            : Split(text, Notebook, Response) is var (first, second) ? Fields(second, first) : null;
        return whole is not null && AreBalanced(whole) ? whole : null;
    }

    private static AnswerFields Fields(string response, string notebook) =>
        new(new JsonTree.Text(JsonEscapes.Decode(response)), new JsonTree.Text(JsonEscapes.Decode(notebook)), AnswerForm.Named);

    private static (string First, string Second)? Split(string text, string firstName, string secondName)
    {
        var name = text.IndexOf(firstName, StringComparison.Ordinal);
        if (name < 0) return null;
        var first = ValueStart(text, name + firstName.Length);
        var body = text.AsSpan().TrimEnd();
        if (body.EndsWith(JsonTrivia.Fence)) body = body[..^JsonTrivia.Fence.Length].TrimEnd();
        var secondEnd = EndBefore(body, '}');

        // The last that stands like a member's name: the texts may speak of it, too.
        for (var next = LastName(text.Length); next > name; next = LastName(next))
        {
            var firstEnd = EndBefore(text.AsSpan(0, next).TrimEnd(), ',');
            var second = ValueStart(text, next + secondName.Length);
            if (first > 0 && second > 0 && first <= firstEnd && second <= secondEnd)
                return (text[first..firstEnd], text[second..secondEnd]);
        }

        return null;

        int LastName(int end) => text.AsSpan(0, end).LastIndexOf(secondName);
    }

    /// <summary>Behind the colon and the quote at <paramref name="index"/>, or -1 where they are not there.</summary>
    private static int ValueStart(string text, int index)
    {
        var rest = text.AsSpan(index).TrimStart();
        if (rest is not [':', ..]) return -1;
        rest = rest[1..].TrimStart();
        return rest is ['"', ..] ? text.Length - rest.Length + 1 : -1;
    }

    /// <summary>
    /// Where the quote stands that <paramref name="text"/> ends with, less one <paramref name="mark"/> behind it; -1 where there is none.
    /// The object's end may be missing, the comma between two members may not.
    /// </summary>
    private static int EndBefore(ReadOnlySpan<char> text, char mark)
    {
        if (text is [.., var last] && last == mark) text = text[..^1].TrimEnd();
        else if (mark == ',') return -1;
        return text is [.., '"'] ? text.Length - 1 : -1;
    }

    private static bool AreBalanced(AnswerFields fields) => IsBalanced(fields.Response) && IsBalanced(fields.Notebook);

    private static bool IsBalanced(JsonTree? value) =>
        value is not JsonTree.Text { Value: var text }
        || (text.AsSpan().Count('{') == text.AsSpan().Count('}') && text.AsSpan().Count('[') == text.AsSpan().Count(']'));
}
