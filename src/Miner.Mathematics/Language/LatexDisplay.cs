using System.Text;

namespace Miner.Mathematics.Language;

/// <summary>Takes the marks of LaTeX off an answer that only say how it is set; fractions, roots and the like stay as written.</summary>
internal static class LatexDisplay
{
    private static readonly string[] Dropped = ["left", "right", "displaystyle", "textstyle", "big", "Big"];

    public static string Plain(string text)
    {
        var output = new StringBuilder(text.Length);
        var start = 0;
        foreach (var span in MathSpans.Find(text))
        {
            Append(output, text[start..span.Start]);
            Append(output, span.Content);
            start = span.End;
        }

        Append(output, text[start..]);
        return output.ToString();
    }

    private static void Append(StringBuilder output, string text)
    {
        // For each brace that is open: whether it is shown.
        var braces = new Stack<bool>();
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\':
                    index = AppendCommand(output, text, index, braces);
                    break;
                case '{' when string.CompareOrdinal(text, index, "{,}", 0, 3) == 0:
                    output.Append(',');
                    index += 2;
                    break;
                case '{':
                    braces.Push(true);
                    output.Append('{');
                    break;
                case '~' when braces.Count > 0:
                    output.Append(' ');
                    break;
                case '}' when braces.TryPop(out var isShown) && !isShown:
                    break;
                case var character:
                    output.Append(character);
                    break;
            }
        }
    }

    /// <summary>Appends what is left of the command at <paramref name="index"/>, and gives the index of its last character.</summary>
    private static int AppendCommand(StringBuilder output, string text, int index, Stack<bool> braces)
    {
        var end = index + 1;
        while (end < text.Length && char.IsLetter(text[end])) end++;
        var name = text[(index + 1)..end];
        if (name.Length == 0) return AppendEscape(output, text, index);
        if (Dropped.Contains(name)) return end - 1;
        if ((LatexCommands.IsText(name) || name is "boxed" or "fbox") && end < text.Length && text[end] == '{')
        {
            braces.Push(false);
            return end;
        }

        output.Append('\\').Append(name);
        return end - 1;
    }

    private static int AppendEscape(StringBuilder output, string text, int index)
    {
        var next = index + 1 < text.Length ? text[index + 1] : '\0';
        switch (next)
        {
            case '!':
                index++;
                while (index + 1 < text.Length && text[index + 1] == ' ') index++;
                return index;
            case ',' or ';' or ':' or ' ':
                output.Append(' ');
                return index + 1;
            case '$' or '%' or '{' or '}' or '&' or '#':
                output.Append(next);
                return index + 1;
            case '\\' when LatexCommands.IsKnownAt(text, index + 2):
                // Escaped once too often: the second backslash begins the command.
                return index;
            case '\\':
                output.Append("\\\\");
                return index + 1;
            default:
                output.Append('\\');
                return index;
        }
    }
}
