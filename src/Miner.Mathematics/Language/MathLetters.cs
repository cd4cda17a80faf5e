using System.Text;
using Miner.Mathematics.Expressions;

namespace Miner.Mathematics.Language;

/// <summary>Tells variables from words among the letters of a formula.</summary>
internal static class MathLetters
{
    /// <summary>
    /// Appends a run of letters from a formula: functions and connectives as they are, a unit or three letters and more as a word,
    /// the rest as one variable for each letter.
    /// </summary>
    public static void Append(StringBuilder output, string letters)
    {
        var attached = output.Length > 0 && char.IsAsciiDigit(output[^1]);
        if (letters.Any(Scripts.HasNoBlanks))
        {
            output.Append('"').Append(letters).Append('"');
        }
        else if (letters.Length == 1)
        {
            output.Append(letters);
        }
        else if (IsKept(letters))
        {
            output.Append(' ').Append(letters).Append(' ');
        }
        else if (letters.Length > 2 ? !attached || Units.IsKnown(letters) : FollowsNumeral(output) && Units.IsKnown(letters))
        {
            output.Append('"').Append(letters).Append('"');
        }
        else
        {
            output.Append(' ').AppendJoin(' ', letters.AsEnumerable());
        }
    }

    /// <summary>Connectives and functions; a limit is one only where its bounds were read.</summary>
    private static bool IsKept(string letters) =>
        letters is "and" or "or" || FunctionNames.IsConstant(letters) || (letters != "lim" && FunctionNames.IsFunction(letters));

    /// <summary>
    /// Appends upright text. A number or formula in it is read as if it were not upright, everything else is words; a single letter in
    /// another mathematical face is a variable, but for a unit behind a number.
    /// </summary>
    public static void AppendUpright(StringBuilder output, string text, bool isMath)
    {
        var word = text.Replace('~', ' ').Trim();
        var isVariable = isMath && word is [var letter] && char.IsLetter(letter)
            && !(Units.IsLetter(letter) && (FollowsNumeral(output) || FollowsUnit(output)));
        output.Append(isVariable ? word : FollowsNumeral(output) && UnitName(word) is { } unit ? $" \"{unit}\" " : Upright(word));
    }

    /// <summary>The unit in upright letters behind a number, where its symbol could be nothing else: ms, Pa.</summary>
    private static string? UnitName(string word)
    {
        if (Units.IsKnown(word)) return word;
        return word.Length > 1 && word.All(char.IsLetter) && Units.TryFind(word, out var unit) && !unit.Key.Contains(' ') ? unit.Key : null;
    }

    private static string Upright(string text)
    {
        // A dollar sign opens a formula inside of text; an escaped one is money.
        var content = string.Join('$', text.Split("\\$").Select(part => part.Replace("$", "", StringComparison.Ordinal)))
            .Replace("\\%", "%", StringComparison.Ordinal).Replace('"', ' ').Trim();
        if (content.Length == 0) return " ";
        if (LatexCommands.Function(content) is { } function) return $" {function} ";
        if (content is "and" or "or") return $" {content} ";
        if (content.StartsWith("or ", StringComparison.Ordinal)) return $" or {Upright(content[3..])}";
        if (content.StartsWith("and ", StringComparison.Ordinal)) return $" and {Upright(content[4..])}";
        if (!content.Any(char.IsLetter) || content.Any(char.IsDigit) || content.Any("=<>()+".Contains)) return $" {content} ";

        // Connectives in the text join answers, as they do outside of it.
        var words = content.Replace('\\', ' ')
            .Replace(" and ", "\" and \"", StringComparison.Ordinal)
            .Replace(" or ", "\" or \"", StringComparison.Ordinal)
            .Replace(", ", "\", \"", StringComparison.Ordinal);
        return $" \"{words}\" ";
    }

    /// <summary>Whether a word and the sign of a division stand before: km/h.</summary>
    private static bool FollowsUnit(StringBuilder output) => output.ToString().TrimEnd() is [.., '"', '/'] or [.., '"', ' ', '/'];

    public static bool FollowsNumeral(StringBuilder output)
    {
        var last = output.Length - 1;
        while (last >= 0 && output[last] == ' ') last--;
        if (last < 0) return false;
        var isPi = output[last] == 'i' && last > 0 && output[last - 1] == 'p';
        return char.IsAsciiDigit(output[last]) || output[last] is ')' or 'π' || isPi;
    }
}
