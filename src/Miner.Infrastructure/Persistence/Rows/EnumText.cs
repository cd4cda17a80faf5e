using System.Collections.Frozen;
using System.Text.Json;

namespace Miner.Infrastructure.Persistence.Rows;

/// <summary>How the values of <typeparamref name="TEnum"/> are stored: their names in snake_case.</summary>
internal static class EnumText<TEnum>
    where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Texts =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Values =
        Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(TEnum value) => Texts[value];

    /// <exception cref="FormatException"><paramref name="text"/> is none of the stored names.</exception>
    public static TEnum Parse(string text) =>
        Values.TryGetValue(text, out var value) ? value : throw new FormatException($"A stored {typeof(TEnum).Name} has an unknown value.");
}
