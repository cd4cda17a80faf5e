namespace Miner.Domain.Voting;

/// <summary>Finds answers in <c>\boxed{}</c>.</summary>
internal static class BoxedAnswers
{
    private const int MaxGlue = 80;
    private const int MaxGlueWords = 6;

    private static readonly string[] Commands = ["\\boxed", "\\fbox"];

    /// <summary>The last box that is closed and not empty, with those before it that belong to the same sentence; null for none.</summary>
    public static ExtractedAnswer? Find(string text)
    {
        var boxes = Boxes(text);
        if (boxes.Count == 0) return null;

        var first = boxes.Count - 1;
        while (first > 0 && JoinsAnswers(text[(boxes[first - 1].Closing + 1)..boxes[first].Start])) first--;

        var contents = boxes.Skip(first).Select(box => box.Content).Distinct(StringComparer.Ordinal).ToList();
        var percent = contents is [_] && IsPercentNext(text.AsSpan(boxes[^1].Closing + 1)) ? "%" : "";
        return new ExtractedAnswer(string.Join(" and ", contents) + percent, IsMath: true).Unwrapped();
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
                    boxes.RemoveAll(inner => inner.Start > opened.Start);
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

    /// <summary>Whether two boxes with this between them are one answer: few words with a connective, or nothing but a comma.</summary>
    private static bool JoinsAnswers(string glue)
    {
        if (glue.Length > MaxGlue || glue.Contains(". ", StringComparison.Ordinal) || glue.Contains(".\n", StringComparison.Ordinal)) return false;

        var words = glue.Split([' ', '\n', '$', '{', '}', '(', ')', '[', ']', '*', ',', ';', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !word.StartsWith('\\')).ToList();
        return words.Exists(word => word is "and" or "or" or "&")
            ? words.Count <= MaxGlueWords
            : words.Count == 0 && glue.AsSpan().ContainsAny(',', ';');
    }

    private static bool IsPercentNext(ReadOnlySpan<char> text)
    {
        var rest = text[..Math.Min(text.Length, 10)].TrimStart(" $\\)").ToString();
        return rest.StartsWith('%') || rest.StartsWith("percent", StringComparison.Ordinal);
    }
}
