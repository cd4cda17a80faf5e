using System.Buffers;
using System.Globalization;
using System.Text;

namespace Miner.Application.ModelOutput.Json;

/// <summary>The escape sequences of JSON strings, and those that models write though JSON has none of them.</summary>
internal static class JsonEscapes
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The text that <paramref name="escaped"/>, the inside of a JSON string, stands for.</summary>
    public static string Decode(ReadOnlySpan<char> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf('\\');
            if (plain < 0) plain = escaped.Length;
            text.Append(escaped[..plain]);
            escaped = escaped[plain..];
            if (!escaped.IsEmpty) escaped = escaped[Append(escaped, text)..];
        }

        return text.ToString();
    }

    /// <summary>Decodes the sequence that <paramref name="escaped"/> begins with.</summary>
    /// <returns>How many characters it took, at least one. A sequence that the end cuts off takes them all and gives nothing.</returns>
    /// <remarks>
    /// A backslash before a character that needs none is kept, because models forget to double it in LaTeX, regular expressions and
    /// paths; before a quote or a line's end it goes.
    /// </remarks>
    public static int Append(ReadOnlySpan<char> escaped, StringBuilder text)
    {
        if (escaped.Length < 2) return escaped.Length;
        switch (escaped[1])
        {
            case '"' or '\'' or '`' or '\\' or '/':
                text.Append(escaped[1]);
                return 2;
            case 'b':
                text.Append('\b');
                return 2;
            case 'f':
                text.Append('\f');
                return 2;
            case 'n':
                text.Append('\n');
                return 2;
            case 'r':
                text.Append('\r');
                return 2;
            case 't':
                text.Append('\t');
                return 2;
            case '\n':
                return 2;
            case 'u':
                return AppendCode(escaped, digits: 4, text);
            case 'x':
                return AppendCode(escaped, digits: 2, text);
            default:
                text.Append('\\');
                return 1;
        }
    }

    private static int AppendCode(ReadOnlySpan<char> escaped, int digits, StringBuilder text)
    {
        var code = escaped.Slice(2, Math.Min(digits, escaped.Length - 2));
        if (code.ContainsAnyExcept(HexDigits))
        {
            text.Append('\\');
            return 1;
        }

        if (code.Length == digits) text.Append((char)ushort.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return 2 + code.Length;
    }
}
