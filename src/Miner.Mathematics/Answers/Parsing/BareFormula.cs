using System.Buffers;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Tells formulas that stand in plain text without delimiters (<c>4πr²</c>) from words.</summary>
internal static class BareFormula
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("+^*()²³/");
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "am", "an", "as", "at", "be", "by", "do", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or", "pm", "so", "to", "up",
        "us", "we",
    };

    private static readonly SearchValues<char> Foreign = SearchValues.Create("\"\\$");

    /// <summary>
    /// Whether plain text is a formula all the same: with a sign of one, and no more than two letters side by side that are no unit.
    /// </summary>
    public static bool Is(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs) || text.AsSpan().ContainsAny(Foreign)) return false;

        var hasPair = false;
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsLetter(text[index])) continue;
            var end = index;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            var word = text[index..end];
            var isFormula = word.Length == 1 || FunctionNames.IsFunction(word) || FunctionNames.IsConstant(word);
            if (!isFormula && (word.Length > 2 || Units.IsKnown(word) || Words.Contains(word))) return false;
            hasPair |= !isFormula;
            index = end;
        }

        return hasPair;
    }
}
