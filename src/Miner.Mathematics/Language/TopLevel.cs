namespace Miner.Mathematics.Language;

/// <summary>Finds marks that stand outside of every bracket and quotation.</summary>
internal static class TopLevel
{
    /// <summary>The parts of <paramref name="text"/> between the <paramref name="separators"/>; the whole where there are none.</summary>
    public static List<string> Split(string text, string separators)
    {
        var parts = new List<string>();
        var start = 0;
        foreach (var index in Indexes(text))
        {
            if (!separators.Contains(text[index], StringComparison.Ordinal)) continue;
            parts.Add(text[start..index]);
            start = index + 1;
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>The indexes of all characters outside of brackets and quotations, brackets themselves excluded.</summary>
    public static IEnumerable<int> Indexes(string text)
    {
        var depth = 0;
        var isQuoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case '(' or '[' or '{' or '⟦' when !isQuoted:
                    depth++;
                    break;
                case ')' or ']' or '}' or '⟧' when !isQuoted:
                    depth = Math.Max(depth - 1, 0);
                    break;
                default:
                    if (depth == 0 && !isQuoted) yield return index;
                    break;
            }
        }
    }

    /// <summary>Whether the bracket that <paramref name="text"/> begins with is closed by its last character.</summary>
    public static bool IsEnclosed(string text)
    {
        if (text.Length < 2 || text[0] is not ('(' or '[' or '{' or '⟦')) return false;

        var depth = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '(' or '[' or '{' or '⟦') depth++;
            if (text[index] is ')' or ']' or '}' or '⟧' && --depth == 0) return index == text.Length - 1;
        }

        return false;
    }

    /// <summary>The index of the brace that closes the one at <paramref name="opening"/>, or the end of the text.</summary>
    public static int ClosingBrace(string text, int opening)
    {
        var depth = 0;
        for (var index = opening; index < text.Length; index++)
        {
            if (text[index] == '\\')
            {
                // An escaped brace is a brace to print.
                index++;
            }
            else if (text[index] == '{')
            {
                depth++;
            }
            else if (text[index] == '}' && --depth == 0)
            {
                return index;
            }
        }

        return text.Length;
    }
}
