using System.Globalization;
using System.Net;
using System.Text;
using Miner.Domain.Text;

namespace Miner.Infrastructure.Search.Providers;

/// <summary>Makes one line of plain text of what providers send: some send HTML, and any page may have chosen its own title.</summary>
internal static class PlainText
{
    private const string Ellipsis = "…";

    // What is read for one code point of the answer: enough for markup, and a bound on the time.
    private const int ReadPerCodePoint = 16;

    /// <summary>
    /// <paramref name="markup"/> without tags, with its entities decoded, on one line, at most <paramref name="maximum"/> code points.
    /// </summary>
    public static string From(string? markup, int maximum)
    {
        if (string.IsNullOrEmpty(markup)) return "";

        var read = markup.Length > maximum * ReadPerCodePoint ? markup[..(maximum * ReadPerCodePoint)] : markup;
        var text = CodePoints.ReplaceUnstorable(OnOneLine(WebUtility.HtmlDecode(HtmlTags.Strip(read))));
        return CodePoints.Count(text) <= maximum ? text : CodePoints.Cut(text, maximum - 1).TrimEnd() + Ellipsis;
    }

    /// <summary>
    /// Control characters and white space become single spaces; characters that only steer how others are shown are dropped.
    /// </summary>
    private static string OnOneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (!Steers(character))
            {
                line.Append(character);
            }
        }

        return line.ToString().TrimEnd();
    }

    // Some scripts and emoji need the two joiners.
    private static bool Steers(char character) =>
        character is not ('\u200c' or '\u200d') && char.GetUnicodeCategory(character) == UnicodeCategory.Format;
}
