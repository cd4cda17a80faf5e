using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput.Latex;

/// <summary>
/// Restores commands of LaTeX whose backslash a model did not double in JSON: <c>\frac</c> came as a form feed and <c>rac</c>. In formulas
/// that is every control character before letters that complete a command; outside of them only what is no text otherwise: nobody writes a
/// backspace before a word, nor a tab before <c>imes</c>.
/// </summary>
internal static partial class LatexEscapes
{
    private const int LooksBack = 3;

    private static readonly SearchValues<char> Controls = SearchValues.Create("\b\f\n\r\t");

    public static string Restore(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls)) return text;
        var restored = new StringBuilder(text.Length);
        var from = 0;
        foreach (var (start, end) in new FormulaSpans(text).Find())
        {
            RestoreOutside(text, from, start, restored);
            RestoreFormula(text.AsSpan(start, end - start), restored);
            from = end;
        }

        RestoreOutside(text, from, text.Length, restored);
        return restored.ToString();
    }

    /// <summary>Whether the control character at <paramref name="index"/> and the letters behind it are a command.</summary>
    public static bool IsCommand(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        '\b' or '\f' => index + 1 < text.Length && char.IsAsciiLetter(text[index + 1]),
        '\n' when index > 0 && text[index - 1] == '\r' => false,
        '\n' or '\r' or '\t' => EscapedCommands.IsCompleted(Letter(text[index]), text, index + 1),
        _ => false,
    };

    private static void RestoreFormula(ReadOnlySpan<char> formula, StringBuilder restored)
    {
        var doubles = Doubled().IsMatch(formula);
        var from = 0;
        while (formula[from..].IndexOfAny(Controls) is >= 0 and var next)
        {
            restored.Append(formula.Slice(from, next));
            from += next;
            if (IsCommand(formula, from) && !(doubles && BreaksLine(formula, from))) restored.Append('\\').Append(Letter(formula[from]));
            else restored.Append(formula[from]);
            from++;
        }

        restored.Append(formula[from..]);
    }

    /// <summary>
    /// Whether a line may rather begin at <paramref name="index"/> with a variable of one letter, as a model means it that doubles the
    /// backslashes of its other commands.
    /// </summary>
    private static bool BreaksLine(ReadOnlySpan<char> formula, int index) =>
        (index + 2 == formula.Length || !char.IsAsciiLetter(formula[index + 2]))
        && formula[..index].TrimEnd(' ') is [] or [.., '\\' or '\n' or '}'];

    private static void RestoreOutside(string text, int start, int end, StringBuilder restored)
    {
        var first = Math.Max(0, start - LooksBack);
        foreach (var match in Unmistakable().EnumerateMatches(text.AsSpan(first, end - first)))
        {
            var index = first + match.Index;
            if (index < start || (text[index] == '\f' && !EscapedCommands.IsCompleted('f', text, index + 1))) continue;
            restored.Append(text, start, index - start).Append('\\').Append(Letter(text[index]));
            start = index + 1;
        }

        restored.Append(text, start, end - start);
    }

    private static char Letter(char control) => control switch
    {
        '\b' => 'b',
        '\f' => 'f',
        '\r' => 'r',
        '\t' => 't',
        _ => 'n',
    };

    /// <summary>A command that would have become a control character, had its backslash not been doubled.</summary>
    [GeneratedRegex("""\\[bfnrt][A-Za-z]""", RegexOptions.CultureInvariant)]
    private static partial Regex Doubled();

    // A tab that indents stands at the start of a line, and a line may begin with "eq 1" unless the one before it ends like "x ".
    [GeneratedRegex(
        """
        [\b\f](?=[A-Za-z]{2})
        | \r(?=ho\b|ight|angle|floor|ceil|vert|brac|oot\b)
        | (?<=[^\n\r\t])\t(?=imes|heta|herefore|riangle|frac\{|binom\{|ext(?:bf|it|rm|sf)?\{|ilde\{|anh?[\^({\\])
        | (?<=[^\n\r])\n(?=abla\b|otin\b)
        | (?<=(?:(?:\A|[\s(])[A-Za-z]|[\d)}])[ ])\n(?=eq[ \d{}$\\(-])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Unmistakable();
}
