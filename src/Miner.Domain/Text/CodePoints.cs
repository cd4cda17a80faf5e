namespace Miner.Domain.Text;

/// <summary>
/// Lengths in Unicode code points, as the contract counts them; a <see cref="string"/> counts UTF-16 units, two for each astral character.
/// </summary>
public static class CodePoints
{
    /// <summary>How many code points <paramref name="text"/> has; a lone surrogate counts as one.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i])) count--;
        }

        return count;
    }

    /// <summary>The first <paramref name="maximum"/> code points of <paramref name="text"/>, or all of it.</summary>
    public static string Cut(string text, int maximum)
    {
        if (text.Length <= maximum) return text;
        var (units, points) = (0, 0);
        for (; units < text.Length && points < maximum; points++)
            units += units + 1 < text.Length && char.IsSurrogatePair(text[units], text[units + 1]) ? 2 : 1;
        return units == text.Length ? text : text[..units];
    }

    /// <summary>
    /// <paramref name="text"/> with U+FFFD in place of each NUL and each lone surrogate, which no store or encoding can hold.
    /// </summary>
    public static string ReplaceUnstorable(string text)
    {
        if (!HasUnstorable(text)) return text;
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i + 1 < characters.Length && char.IsSurrogatePair(characters[i], characters[i + 1])) i++;
            else if (characters[i] == '\0' || char.IsSurrogate(characters[i])) characters[i] = '\uFFFD';
        }

        return new string(characters);
    }

    /// <summary>Whether <paramref name="text"/> holds a NUL or a lone surrogate.</summary>
    public static bool HasUnstorable(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else if (text[i] == '\0' || char.IsSurrogate(text[i])) return true;
        }

        return false;
    }
}
