using Miner.Application.ModelOutput.Tolerant;

namespace Miner.Application.ModelOutput;

/// <summary>The schema of the answer, which some models send back before their answer, or in its place.</summary>
internal static class EchoedSchema
{
    /// <summary>
    /// <paramref name="text"/> without the schema that it begins with, in a code fence or bare, trimmed; else the text as it is.
    /// </summary>
    public static string Remove(string text)
    {
        var start = JsonTrivia.Skip(text, 0);
        if (start == text.Length || text[start] != '{') return text;
        if (new TolerantParser(text).Read(start) is not { } found || !AnswerFields.AreSchema(found.Value)) return text;
        var rest = text.AsSpan(found.End).Trim();
        return (rest.StartsWith(JsonTrivia.Fence) ? rest[JsonTrivia.Fence.Length..].TrimStart() : rest).ToString();
    }
}
