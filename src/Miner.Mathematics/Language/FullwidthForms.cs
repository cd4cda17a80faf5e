namespace Miner.Mathematics.Language;

/// <summary>The wide forms of digits, letters and signs that East Asian writing uses.</summary>
internal static class FullwidthForms
{
    // Each stands so far behind the character that it is a form of.
    private const int Distance = '！' - '!';

    private const string FormulaSigns = "０１２３４５６７８９．＋－＊／＝％（）＾";

    /// <summary><paramref name="text"/> with the usual forms in their place.</summary>
    public static string Narrow(string text) => Narrow(text, static _ => true);

    /// <summary><paramref name="text"/> with the usual forms of digits and signs of formulas; commas, colons and letters stay.</summary>
    public static string NarrowFormulas(string text) => Narrow(text, static wide => FormulaSigns.Contains(wide));

    private static string Narrow(string text, Func<char, bool> isMeant) =>
        text.AsSpan().ContainsAnyInRange('！', '～')
            ? string.Create(text.Length, (text, isMeant), static (span, source) =>
            {
                for (var index = 0; index < span.Length; index++)
                {
                    var wide = source.text[index];
                    span[index] = wide is >= '！' and <= '～' && source.isMeant(wide) ? (char)(wide - Distance) : wide;
                }
            })
            : text;
}
