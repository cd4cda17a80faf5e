using System.Text;

namespace Miner.Domain.Voting;

/// <summary>Takes the markup off an answer.</summary>
internal static class AnswerText
{
    /// <summary>In Unicode code points.</summary>
    public const int MaxDisplay = 200;

    private static readonly string[] Emphasis = ["***", "**", "__", "*", "_", "`"];
    private static readonly (string Opening, string Closing)[] Delimiters = [("$$", "$$"), ("\\(", "\\)"), ("\\[", "\\]"), ("$", "$")];

    /// <summary>Without emphasis, mathematical delimiters and punctuation around it.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="isMath">Becomes true where the delimiters were of mathematics.</param>
    public static string Unwrap(string text, ref bool isMath)
    {
        var current = text.Trim();
        for (var changed = true; changed;)
        {
            var before = current;
            foreach (var mark in Emphasis)
            {
                if (IsWrapped(current, mark, mark)) current = current[mark.Length..^mark.Length].Trim();
            }

            foreach (var (opening, closing) in Delimiters)
            {
                if (!IsWrapped(current, opening, closing)) continue;
                current = current[opening.Length..^closing.Length].Trim();
                isMath = true;
            }

            if (!isMath && current.Length > 1) current = current.TrimEnd('!', '?');
            current = TrimEnd(current);
            changed = current.Length < before.Length;
        }

        return current;
    }

    /// <summary>As an author would write it outside of LaTeX where that takes no more than leaving marks out; fractions and roots stay.</summary>
    public static string Readable(string text)
    {
        var readable = new StringBuilder(text);
        foreach (var (mark, plain) in new[] { ("\\!", ""), ("{,}", ","), ("\\,", " "), ("\\ ", " "), ("\\$", "$"), ("\\%", "%"), ("\\left", ""), ("\\right", "") })
        {
            readable.Replace(mark, plain);
        }

        var result = readable.ToString();
        foreach (var command in new[] { "\\text{", "\\mathrm{", "\\textbf{", "\\mbox{", "\\mathbf{", "\\boxed{" })
        {
            for (var index = result.IndexOf(command, StringComparison.Ordinal); index >= 0; index = result.IndexOf(command, StringComparison.Ordinal))
            {
                var closing = TopLevel.ClosingBrace(result, index + command.Length - 1);
                result = result[..index] + result[(index + command.Length)..closing] + (closing < result.Length ? result[(closing + 1)..] : "");
            }
        }

        return result;
    }

    /// <summary>On one line, at most <see cref="MaxDisplay"/> code points.</summary>
    public static string Display(string text)
    {
        var line = new StringBuilder();
        var count = 0;
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            var isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (isBlank && line is [.., ' ']) continue;
            if (++count > MaxDisplay) return $"{CutLast(line)}…";
            line.Append(isBlank ? " " : rune.ToString());
        }

        return line.ToString();
    }

    private static bool IsWrapped(string text, string opening, string closing) =>
        text.Length > opening.Length + closing.Length
        && text.StartsWith(opening, StringComparison.Ordinal) && text.EndsWith(closing, StringComparison.Ordinal)
        && text.IndexOf(closing, opening.Length, StringComparison.Ordinal) == text.Length - closing.Length;

    private static string TrimEnd(string text)
    {
        var trimmed = text.TrimEnd('.', ',', ';', ':', ' ');
        return trimmed.EndsWith('\\') ? text.TrimEnd(' ') : trimmed;
    }

    private static StringBuilder CutLast(StringBuilder line)
    {
        line.Length -= line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1;
        return line;
    }
}
