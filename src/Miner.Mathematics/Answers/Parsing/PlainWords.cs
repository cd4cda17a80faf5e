using System.Text.RegularExpressions;
using Miner.Mathematics.Expressions;
using Miner.Mathematics.Language;

namespace Miner.Mathematics.Answers.Parsing;

/// <summary>Tells words that stand where a formula should (<c>\boxed{no solution}</c>) from the letters of a formula.</summary>
internal static partial class PlainWords
{
    private const string Marks = " -'’.,:/^²³";
    private const int MaxLength = 2_000;
    private static readonly string[] Short = ["no"];

    // Between others these are no product of two letters: p if q is not q if p.
    private static readonly string[] Joints = ["if", "is", "of", "to", "by", "at", "on", "as"];

    /// <summary>
    /// Whether there is nothing but words, and one at least that no formula has; or numbers among such words (<c>about 5 km</c>,
    /// <c>January 5, 2020</c>), with units whose letters could be a formula's (<c>5 ft 3 in</c>, <c>8 MB</c>), or with <c>to</c> or
    /// <c>in</c> between two.
    /// </summary>
    public static bool Are(string text)
    {
        if (text.Length > MaxLength || !text.All(IsPlain)) return false;

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (text.Any(char.IsAsciiDigit))
        {
            return Array.Exists(words, word => word.All(char.IsLetter) && IsWord(word)) || CalendarDate.Canonical(text) is not null
                || CompoundQuantity.Parts(text, isMath: false) is not null || IsQuantity(words) || Pair().IsMatch(text);
        }

        var isSentence = words.Length > 2 && Array.Exists(words[1..^1], word => Joints.Contains(word));
        return isSentence || (words is [var only] && Short.Contains(only, StringComparer.OrdinalIgnoreCase)) || Array.Exists(words, IsWord);
    }

    private static bool IsPlain(char character) =>
        char.IsLetter(character) || char.IsAsciiDigit(character) || Marks.Contains(character);

    /// <summary>A single letter behind a number is a variable as often.</summary>
    private static bool IsQuantity(string[] words) =>
        words is [[>= '0' and <= '9', ..], { Length: > 1 }, ..] && string.Join(' ', words.AsSpan(1).ToArray()) is var unit
        && (Units.TryFind(unit, out _) || Units.Key(unit.ToLowerInvariant()) is not null || Quotient().IsMatch(unit));

    private static bool IsWord(string word) =>
        word.Length > 2 && word != "and"
        && !FunctionNames.IsFunction(word) && !FunctionNames.IsConstant(word) && !Units.IsKnown(word);

    [GeneratedRegex("^(?:m|km|cm|mi|ft|g|kg|L)/(?:s|h|min|hr|cm|m|L)(?:\\^?[23]|[²³])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Quotient();

    [GeneratedRegex("^[0-9]{1,9} (?:to|in) [0-9]{1,9}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pair();
}
