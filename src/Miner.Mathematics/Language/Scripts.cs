using System.Globalization;

namespace Miner.Mathematics.Language;

/// <summary>What tells scripts apart for the reading of numbers.</summary>
internal static class Scripts
{
    /// <summary>Whether a letter is of a script that sets words and numbers side by side: Han, kana, Hangul, Thai.</summary>
    public static bool HasNoBlanks(char letter) =>
        letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\u0E00' and <= '\u0E7F';

    /// <summary>Whether a character is part of a word: a letter, or a mark on one, as vowels are in the scripts of India.</summary>
    public static bool IsInWord(char character) => char.IsLetter(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether a letter at the end of a word would make what follows a part of it.</summary>
    public static bool Joins(char character) => char.IsLetterOrDigit(character) && !HasNoBlanks(character);

    /// <summary>Whether a character ends a sentence without a blank behind it.</summary>
    public static bool IsFullStop(char character) => character is '。' or '।' or '۔' or '؟';
}
