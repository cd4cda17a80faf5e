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
            prose = CommandPattern().Replace(prose, match => Padded(Sign(match.Value), match.Length));
        }

        return CurrencyPattern().Replace(prose, match => FollowsNumber(prose, match.Index) ? Break : " ");
    }

    private static string Sign(string command) => command switch
    {
        "\\times" => "×",
        "\\cdot" => "·",
        "\\div" => "÷",
        "\\sqrt" => "sqrt",
        "\\%" => "%",
        "\\*" => "*",
        "\\$" or "\\left" or "\\right" or "\\," or "\\;" or "\\!" or "\\:" or "\\ " => "",
        _ => Break,
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

    [GeneratedRegex("""\\(?:(?:times|cdot|div|sqrt|left|right|text|quad)(?![a-zA-Z])|[%*$,;!: ()[\]])""", RegexOptions.CultureInvariant)]
    private static partial Regex CommandPattern();

    [GeneratedRegex("""[$€£¥](?=\s?\.?\d)""", RegexOptions.CultureInvariant)]
    private static partial Regex CurrencyPattern();
}
