using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Miner.Infrastructure.Upstreams;

/// <summary>Reading JSON of which nothing can be taken for granted.</summary>
internal static class UpstreamJson
{
    private const int EscapeLength = 6;

    /// <summary>The value of <paramref name="name"/>, or null where <paramref name="element"/> is no object or has none.</summary>
    public static JsonElement? Property(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    /// <summary>Writes <paramref name="value"/> as it was sent, unread and unrepaired; <c>null</c> for null.</summary>
    public static void WriteAsSent(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } sent) writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(sent), skipInputValidation: true);
        else writer.WriteNullValue();
    }

    /// <summary>The string in <paramref name="value"/> as it was sent, where it is one that says something.</summary>
    public static JsonElement? Said(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text && JsonMarshal.GetRawUtf8Value(text).Length > 2 ? text : null;

    /// <summary><paramref name="json"/> without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] json) =>
        json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsMemory(Encoding.UTF8.Preamble.Length) : json;

    /// <summary>
    /// <paramref name="json"/> without a byte order mark, and with U+FFFD in place of what cannot be read as text: invalid UTF-8 and
    /// <c>\u</c> escapes of lone surrogates. System.Text.Json parses both and throws <see cref="InvalidOperationException"/> once the
    /// string is asked for. May change the array it is given.
    /// </summary>
    public static byte[] Repair(byte[] json)
    {
        if (json.AsSpan().StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(json)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));

        var rest = json.AsSpan();
        while (rest.IndexOf((byte)'\\') is >= 0 and var at)
        {
            rest = rest[at..];
            var length = 2;
            if (Surrogate(rest) is { } first)
            {
                var isPair = char.IsHighSurrogate(first) && Surrogate(rest[EscapeLength..]) is { } second && char.IsLowSurrogate(second);
                if (!isPair) "\\ufffd"u8.CopyTo(rest);
                length = isPair ? 2 * EscapeLength : EscapeLength;
            }

            rest = rest[Math.Min(length, rest.Length)..];
        }

        return json;
    }

    /// <summary>The surrogate whose escape <paramref name="json"/> begins with, or null.</summary>
    private static char? Surrogate(ReadOnlySpan<byte> json)
    {
        if (json.Length < EscapeLength || !json.StartsWith("\\u"u8)) return null;

        Span<byte> unit = stackalloc byte[2];
        return Convert.FromHexString(json[2..EscapeLength], unit, out _, out _) == System.Buffers.OperationStatus.Done
            && (char)((unit[0] << 8) | unit[1]) is var character
            && char.IsSurrogate(character)
            ? character
            : null;
    }
}
