using System.Text;

namespace Miner.Mathematics.Language;

/// <summary>The form in which two texts are compared that cannot be read any further.</summary>
public static class AnswerKey
{
    private static readonly char[] Closing = ['.', ',', ';', ':', '?'];

    /// <summary>
    /// <paramref name="text"/> in lower case, without quotation marks, blanks and closing punctuation; a blank between digits stays, so
    /// that <c>2 2/3</c> is not <c>22/3</c>.
    /// </summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        var isAfterBlank = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) || character is '"' or '`')
            {
                isAfterBlank |= char.IsWhiteSpace(character);
                continue;
            }

            if (isAfterBlank && char.IsDigit(character) && key.Length > 0 && char.IsDigit(key[^1])) key.Append(' ');
            key.Append(char.ToLowerInvariant(character));
            isAfterBlank = false;
        }

        // Behind a numeral or a bracket it is a factorial.
        var trimmed = key.ToString().TrimEnd(Closing);
        return trimmed.EndsWith('!') && trimmed.TrimEnd([.. Closing, '!']) is [.., var last] words && char.IsLetter(last) ? words : trimmed;
    }
}
