namespace Miner.Mathematics.Language;

/// <summary>The wide forms of digits, letters and signs that East Asian writing uses.</summary>
internal static class FullwidthForms
{
    // Each stands so far behind the character that it is a form of.
    private const int Distance = '！' - '!';

    /// <summary><paramref name="text"/> with the usual forms in their place.</summary>
    public static string Narrow(string text) =>
        text.AsSpan().ContainsAnyInRange('！', '～')
            ? string.Create(text.Length, text, (span, wide) =>
            {
                for (var index = 0; index < wide.Length; index++)
                    span[index] = wide[index] is >= '！' and <= '～' ? (char)(wide[index] - Distance) : wide[index];
            })
            : text;
}
