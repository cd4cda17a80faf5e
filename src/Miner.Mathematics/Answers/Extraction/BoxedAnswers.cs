namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Finds answers in <c>\boxed{}</c>.</summary>
internal static class BoxedAnswers
{
    private const int MaxGlue = 80;
    private const int MaxGlueWords = 6;

    private static readonly string[] Commands = ["\\boxed", "\\fbox"];

    /// <summary>The last box that is closed and not empty, with those before it that belong to the same sentence; null for none.</summary>
    /// <returns>The answer, and where its last box ends.</returns>
    public static (ExtractedAnswer Answer, int End)? Find(string text)
    {
        var boxes = Boxes(text);
        if (boxes.Count == 0) return null;

        var first = boxes.Count - 1;
        var connective = " and ";
        for (; first > 0; first--)
        {
            if (Connective(text[(boxes[first - 1].Closing + 1)..boxes[first].Start]) is not { } joins) break;
            if (joins == "or") connective = " or ";
        }

        var contents = boxes.Skip(first).Select(box => box.Content).Distinct(StringComparer.Ordinal).ToList();
        var percent = contents is [_] && IsPercentNext(text.AsSpan(boxes[^1].Closing + 1)) ? "%" : "";
        var answer = new ExtractedAnswer(string.Join(connective, contents) + percent, IsMath: true).Unwrapped();
        return (answer, boxes[^1].Closing + 1);
    }

    private static List<(int Start, int Closing, string Content)> Boxes(string text)
    {
        var boxes = new List<(int Start, int Closing, string Content)>();
        var open = new Stack<(int Start, int Brace)>();
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' when index + 1 < text.Length && text[index + 1] is '{' or '}':
                    index++;
                    break;
                case '{':
                    open.Push((StartOfCommand(text, index), index));
                    break;
                case '}' when open.TryPop(out var opened) && opened.Start >= 0:
                    var content = text[(opened.Brace + 1)..index];
                    // What was inside closed last.
                    while (boxes is [.., var inner] && inner.Start > opened.Start) boxes.RemoveAt(boxes.Count - 1);
                    if (!string.IsNullOrWhiteSpace(content)) boxes.Add((opened.Start, index, content));
                    break;
            }
        }

        return boxes;
    }

    /// <summary>Where the command before the brace begins, or -1 where it draws no box.</summary>
    private static int StartOfCommand(string text, int brace)
    {
        var end = text.AsSpan(0, brace).TrimEnd(' ').Length;
        foreach (var command in Commands)
        {
            var start = end - command.Length;
            if (start >= 0 && string.CompareOrdinal(text, start, command, 0, command.Length) == 0) return start;
        }

        return -1;
    }

    /// <summary>What makes two boxes one answer: a connective among few words, or nothing but a comma; null where they are not.</summary>
    private static string? Connective(string glue)
    {
        if (glue.Length > MaxGlue || glue.ReplaceLineEndings(" ").Contains(". ", StringComparison.Ordinal)) return null;

        var words = glue.Split([' ', '\n', '$', '{', '}', '(', ')', '[', ']', '*', ',', ';', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.StartsWith('\\')).ToList();
        if (words.Count > MaxGlueWords) return null;
        if (words.Count == 0) return glue.AsSpan().ContainsAny(',', ';') ? "and" : null;
        return words.Find(word => word is "and" or "or" or "&");
    }

    private static bool IsPercentNext(ReadOnlySpan<char> text)
    {
        var rest = text[..Math.Min(text.Length, 10)].TrimStart(" $\\)").ToString();
        return rest.StartsWith('%') || rest.StartsWith("percent", StringComparison.Ordinal);
    }
}
