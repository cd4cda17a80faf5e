using System.Text.RegularExpressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Equations;

/// <summary>Readies a text for the search of formulas, without moving anything in it: each index stays what it is.</summary>
internal static partial class Prose
{
    // Ends a formula, and neither is nor spoils one.
    private const string Break = "\"";

    /// <summary>The text with blanks in place of code, with LaTeX's commands in plain signs and without the signs of currencies.</summary>
    public static string Plain(string text)
    {
        var prose = CodeBlocks.Blank(text);
        if (prose.Contains('\\'))
        {
            prose = FractionPattern()
                .Replace(prose, match => Padded($"(({match.Groups["top"].Value})/({match.Groups["bottom"].Value}))", match.Length));
            prose = BoxPattern().Replace(prose, match => match.Groups["content"].Value.PadLeft(match.Length - 1) + " ");
            prose = CommandPattern().Replace(prose, match => Sign(match.Value[1..]) is { } sign ? Padded(sign, match.Length) : match.Value);
        }

        return CurrencyPattern().Replace(prose, match => FollowsNumber(prose, match.Index) ? Break : " ");
    }

    // Null leaves the command, next to which an equation is a piece of something longer.
    private static string? Sign(string command) => command switch
    {
        "sqrt" or "%" or "*" => command,
        "left" or "right" or "$" or "," or ";" or "!" or ":" or " " => "",
        "text" or "quad" or "(" or ")" or "[" or "]" => Break,
        _ => LatexCommands.Sign(command) is "×" or "·" or "÷" ? LatexCommands.Sign(command) : null,
    };

    private static string Padded(string text, int length) => text.PadRight(length);

    // Two amounts after one another are no product, nor a mixed number.
    private static bool FollowsNumber(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimEnd(' ');
        return before is [.., var last] && (char.IsLetterOrDigit(last) || last is ')' or '%');
    }

    [GeneratedRegex("""\\[dt]?frac\{(?<top>[^{}\\a-zA-Z]+)\}\{(?<bottom>[^{}\\a-zA-Z]+)\}""", RegexOptions.CultureInvariant)]
    private static partial Regex FractionPattern();

    [GeneratedRegex("""\\(?:boxed|mathbf)\{(?<content>[^{}\\a-zA-Z]+)\}""", RegexOptions.CultureInvariant)]
    private static partial Regex BoxPattern();

    [GeneratedRegex("""\\(?:[a-zA-Z]+|[%*$,;!: ()[\]])""", RegexOptions.CultureInvariant)]
    private static partial Regex CommandPattern();

    [GeneratedRegex("""[$€£¥](?=\s?\.?\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyPattern();
}
