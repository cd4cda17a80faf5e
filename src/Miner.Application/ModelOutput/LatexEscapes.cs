using System.Text.RegularExpressions;

namespace Miner.Application.ModelOutput;

/// <summary>
/// Restores commands of LaTeX whose backslash a model did not double in JSON: <c>\frac</c> came as a form feed and <c>rac</c>. Only what is
/// no text otherwise: nobody writes a form feed before a word, nor a tab before <c>imes</c>.
/// </summary>
internal static partial class LatexEscapes
{
    public static string Restore(string text) =>
        text.AsSpan().ContainsAny("\b\f\r\t\n") ? Command().Replace(text, match => "\\" + Letter(match.ValueSpan[0])) : text;

    private static char Letter(char control) => control switch
    {
        '\b' => 'b',
        '\f' => 'f',
        '\r' => 'r',
        '\t' => 't',
        _ => 'n',
    };

    // A tab that indents stands at the start of a line.
    [GeneratedRegex(
        """
        [\b\f](?=[A-Za-z]{2})
        | \r(?=ho\b|ight|angle|floor|ceil|vert|brac|oot\b)
        | (?<=[^\n\r\t])\t(?=imes|heta|herefore|riangle|frac\{|binom\{|ext(?:bf|it|rm|sf)?\{|ilde\{|anh?[\^({\\])
        | (?<=[^\n\r])\n(?=abla\b|otin\b|eq[ \d{}$\\(-])
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
