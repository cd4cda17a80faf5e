using System.Globalization;
using System.Text;

namespace Miner.Api.Cli;

/// <summary>Text for man(7), in which nothing is taken for a request or an escape.</summary>
internal static class Roff
{
    public static string Text(string text)
    {
        var written = new StringBuilder();
        foreach (var line in text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (written.Length > 0) written.Append('\n');
            // A line that begins with one of these would be a request.
            if (line[0] is '.' or '\'') written.Append(@"\&");
            foreach (var rune in line.EnumerateRunes()) written.Append(Escaped(rune));
        }

        return written.ToString();
    }

    private static string Escaped(Rune rune) => rune.Value switch
    {
        '\\' => @"\e",
        '-' => @"\-",
        '\'' => @"\(aq",
        '`' => @"\(ga",
        '^' => @"\(ha",
        '~' => @"\(ti",
        '"' => @"\(dq",
        > 0x7E or < 0x20 => string.Create(CultureInfo.InvariantCulture, $@"\[u{rune.Value:X4}]"),
        _ => rune.ToString(),
    };
}
