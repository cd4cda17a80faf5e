using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Tells words that stand where a formula should (<c>\boxed{no solution}</c>) from the letters of a formula.</summary>
internal static class PlainWords
{
    private static readonly string[] Short = ["no"];

    /// <summary>Whether there is nothing but words, and one at least that no formula has.</summary>
    public static bool Are(string text)
    {
        if (!text.All(character => char.IsLetter(character) || character is ' ' or '-' or '\'' or '’')) return false;

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words is [var only] && Short.Contains(only, StringComparer.OrdinalIgnoreCase)) || Array.Exists(words, IsWord);
    }

    private static bool IsWord(string word) =>
        word.Length > 2 && word != "and"
        && !FunctionNames.IsFunction(word) && !FunctionNames.IsConstant(word) && !Units.IsKnown(word);
}
