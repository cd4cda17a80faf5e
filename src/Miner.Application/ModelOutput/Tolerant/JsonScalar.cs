using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>What a word without quotes stands for.</summary>
internal static partial class JsonScalar
{
    private const int MaxHexDigits = 32;

    private static readonly string[] Literals = ["true", "false", "null"];

    /// <summary>
    /// The number, truth value or null that <paramref name="word"/> is, in JSON, JavaScript or Python, or null when it is text.
    /// </summary>
    /// <remarks>
    /// Digits after a leading zero are text: such are post codes and telephone numbers. An exponent without digits is passed over.
    /// </remarks>
    public static JsonTree? Read(string word)
    {
        if (word.Equals("true", StringComparison.OrdinalIgnoreCase)) return new JsonTree.Boolean(true);
        if (word.Equals("false", StringComparison.OrdinalIgnoreCase)) return new JsonTree.Boolean(false);
        if (word.Equals("null", StringComparison.OrdinalIgnoreCase) || word is "None" or "none" or "undefined")
            return JsonTree.Null.Instance;
        return Number(word);
    }

    public static bool BeginsLiteral(ReadOnlySpan<char> text)
    {
        foreach (var literal in Literals)
            if (text.StartsWith(literal, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>What <paramref name="word"/> was going to be when the end of the text cut it off.</summary>
    public static JsonTree? ReadCut(string word)
    {
        var literal = Array.Find(Literals, literal => literal.StartsWith(word, StringComparison.Ordinal));
        return Read(literal ?? word.TrimEnd('+', '-', 'e', 'E', '.')) ?? (word is "-" or "+" ? JsonTree.Null.Instance : null);
    }

    private static JsonTree.Number? Number(string word)
    {
        if (word.Length == 0 || !(char.IsAsciiDigit(word[0]) || word[0] is '-' or '+' or '.')) return null;
        var parts = NumberPattern().Match(word);
        if (!parts.Success) return Hexadecimal(word);
        var (whole, fraction) = (parts.Groups["whole"].Value, parts.Groups["fraction"].Value);
        if (whole.Length + fraction.Length == 0 || (whole.Length > 1 && whole[0] == '0')) return null;
        return new JsonTree.Number(
            (word[0] == '-' ? "-" : "")
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length == 0 ? "" : "." + fraction)
            + parts.Groups["exponent"].Value);
    }

    private static JsonTree.Number? Hexadecimal(string word)
    {
        if (!word.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || word.Length > MaxHexDigits + 2) return null;
        return
            BigInteger.TryParse("0" + word[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && word.Length > 2
            ? new JsonTree.Number(value.ToString(CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(
        """^[+-]?(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?((?<exponent>[eE][+-]?[0-9]+)|[eE][+-]?)?\z""",
        RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
