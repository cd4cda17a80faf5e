using System.Text;
using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Extraction;

/// <summary>Takes the markup off an answer.</summary>
public static partial class AnswerText
{
    /// <summary>In Unicode code points.</summary>
    public const int MaxDisplay = 200;

    /// <summary>How often marks are taken off: each time reads the whole, and no answer is wrapped in so many.</summary>
    private const int MaxRounds = 16;

    private static readonly string[] Emphasis = ["***", "**", "__", "*", "_", "`"];

    /// <summary>Without emphasis, mathematical delimiters and punctuation around it.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="isMath">Becomes true where the delimiters were of mathematics.</param>
    internal static string Unwrap(string text, ref bool isMath)
    {
        var current = text.Trim();
        var changed = true;
        for (var round = 0; changed && round < MaxRounds; round++)
        {
            var before = current;
            foreach (var mark in Emphasis)
            {
                if (IsWrapped(current, mark)) current = current[mark.Length..^mark.Length].Trim();
            }

            if (MathSpans.Find(current) is [{ Start: 0 } span] && span.Length == current.Length)
            {
                current = span.Content.Trim();
                isMath = true;
            }

            // Emphasis may open before the answer, or close behind its full stop.
            if (!isMath && current.Length > 1 && !Factorial().IsMatch(current)) current = current.TrimEnd('!', '?').Trim('*', '`');
            current = TrimEnd(current);
            changed = current.Length < before.Length;
        }

        return current;
    }

    /// <summary>On one line, at most <see cref="MaxDisplay"/> code points.</summary>
    public static string Display(string text)
    {
        var line = new StringBuilder();
        var count = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isBlank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (isBlank && (line.Length == 0 || line[^1] == ' ')) continue;
            if (++count > MaxDisplay) return $"{CutLast(line)}…";
            line.Append(isBlank ? " " : rune.ToString());
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsWrapped(string text, string mark) =>
        text.Length > 2 * mark.Length
        && text.StartsWith(mark, StringComparison.Ordinal) && text.EndsWith(mark, StringComparison.Ordinal)
        && text.IndexOf(mark, mark.Length, StringComparison.Ordinal) == text.Length - mark.Length;

    private static string TrimEnd(string text)
    {
        // 0.333... is not 0.333.
        if (text.EndsWith("...", StringComparison.Ordinal) && text.Length > 3 && char.IsAsciiDigit(text[^4])) return text;

        var trimmed = text.TrimEnd('.', ',', ';', ':', ' ', '。', '।', '۔');
        return trimmed.EndsWith('\\') ? text.TrimEnd(' ') : trimmed;
    }

    /// <summary>Behind names in parentheses, or a whole number's usual name, it is more than an exclamation.</summary>
    [GeneratedRegex(
        @"(?:\((?=[^)]{0,20}[a-z])(?:[0-9+\-*/ ]|(?<![a-z])[a-z](?![a-z])){1,20}\)|(?<![\p{L}'’])[nk])!$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Factorial();

    private static StringBuilder CutLast(StringBuilder line)
    {
        line.Length -= line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1;
        return line;
    }
}
