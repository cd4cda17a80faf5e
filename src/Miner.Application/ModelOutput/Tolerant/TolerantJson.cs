using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>Reads JSON that may be broken in the ways in which models and people break it.</summary>
internal static class TolerantJson
{
    /// <summary>
    /// The value in <paramref name="text"/>. Valid JSON is read as it is, duplicates and digits included; only what is not valid is
    /// repaired. Prose and code fences around the value are passed over; several values after one another are a list of them.
    /// </summary>
    /// <returns>Null when there is no value, or only one nested deeper than <see cref="JsonTree.MaxDepth"/>.</returns>
    public static JsonTree? Parse(string text)
    {
        if (StrictJson.Parse(text) is { } valid) return valid;
        var parser = new TolerantParser(text);
        var roots = new List<JsonTree>();
        var start = Start(text);
        while (start < text.Length && parser.Read(start) is { } root)
        {
            if (root.Value is JsonTree.Text && IsName(text, root.End)) return new TolerantParser("{" + text[start..]).Read(0)?.Value;
            roots.Add(root.Value);
            start = Next(text, root.End, afterContainer: root.Value is JsonTree.Object or JsonTree.Array);
        }

        return roots.Count switch
        {
            0 => null,
            1 => roots[0],
            _ => new JsonTree.Array(roots),
        };
    }

    /// <summary>Where the first value begins, behind prose if need be.</summary>
    private static int Start(string text)
    {
        var start = JsonTrivia.Skip(text, 0);
        if (start == text.Length || JsonSyntax.IsOpener(text[start]) || JsonSyntax.IsQuote(text[start])) return start;
        if (EscapedJson.Begins(text, start)) return start;
        var afterCall = start;
        if (new TolerantWords(text, new OpenContainers()).PassCall(ref afterCall) || IsScalar(text, start)) return start;
        var fence = text.IndexOf(JsonTrivia.Fence, start, StringComparison.Ordinal);
        if (fence >= 0 && JsonTrivia.Skip(text, fence) is var inside && inside < text.Length && JsonSyntax.IsOpener(text[inside]))
            return inside;
        var opener = text.AsSpan(start).IndexOfAny('{', '[');
        return opener < 0 ? text.Length : start + opener;
    }

    private static bool IsScalar(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(",;]}\n");
        var word = length < 0 ? text.AsSpan(start) : text.AsSpan(start, length);
        return JsonScalar.Read(word.Trim().ToString()) is not null;
    }

    /// <summary>
    /// Where the next of several values begins: containers may just stand after one another, others need a comma or a line each.
    /// </summary>
    private static int Next(string text, int end, bool afterContainer)
    {
        var separated = afterContainer;
        for (var index = end; ; index++)
        {
            var next = JsonTrivia.Skip(text, index);
            separated |= text.AsSpan(index, next - index).Contains('\n');
            if (next == text.Length) return next;
            index = next;
            if (JsonSyntax.IsComma(text[index])) separated = true;
            else if (JsonSyntax.IsOpener(text[index])) return index;
            else if (!JsonSyntax.IsCloser(text[index]) && text[index] != ';')
                return separated && !afterContainer && (JsonSyntax.IsQuote(text[index]) || IsScalar(text, index)) ? index : text.Length;
        }
    }

    private static bool IsName(string text, int end)
    {
        var next = JsonTrivia.Skip(text, end);
        return next < text.Length && text[next] == ':';
    }
}
