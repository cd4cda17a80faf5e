using System.Text.RegularExpressions;

namespace Miner.Offline.Answers;

/// <summary>
/// Multiplication and powers as <c>2 * 3</c> and <c>2 ** 3</c>: without the spaces whoever reads an answer as Markdown takes a pair of
/// stars for emphasis, and shows <c>2*3*4</c> as 234.
/// </summary>
internal static partial class MarkdownStars
{
    public static string Space(string text) => text.Contains('*') ? BetweenOperands().Replace(text, " $1 ") : text;

    /// <summary>
    /// One or two stars between what ends an operand (a digit, a bracket, a variable of one letter) and what begins one; stars beside
    /// whole words may well be emphasis.
    /// </summary>
    [GeneratedRegex(
        @"(?<=[\p{N})\]}!%°]|(?<!\p{L})\p{L}|\\\p{L}{1,12})(\*{1,2})(?=[\p{N}(\[{\\√∛.]|[-+−][\p{N}\p{L}(.]|\p{L}(?!\p{L})|\p{L}+\()",
        RegexOptions.CultureInvariant)]
    private static partial Regex BetweenOperands();
}
