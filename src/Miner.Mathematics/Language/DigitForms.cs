using System.Globalization;

namespace Miner.Mathematics.Language;

/// <summary>The digits of scripts other than Latin: <c>٨</c>, <c>८</c>, <c>৮</c>, <c>๘</c>.</summary>
internal static class DigitForms
{
    /// <summary><paramref name="text"/> with the usual digits in their place, as long as it was.</summary>
    public static string Latin(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0660', '\u1A99')
            ? string.Create(text.Length, text, (span, foreign) =>
            {
                for (var index = 0; index < foreign.Length; index++) span[index] = Latin(foreign[index]);
            })
            : text;

    private static char Latin(char character) => character switch
    {
        <= '\u007F' => character,
        '٫' => '.',
        '٬' => ',',
        '٪' => '%',
        _ => CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var value ? (char)('0' + value) : character,
    };
}
