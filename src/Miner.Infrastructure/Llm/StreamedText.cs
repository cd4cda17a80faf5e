using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// A text whose parts a stream sends, put together as JSON spells them: a part may end between the two halves of a surrogate pair, which
/// are a character only together.
/// </summary>
internal sealed class StreamedText
{
    private readonly ArrayBufferWriter<byte> _spelled = new();

    /// <summary>Adds a JSON string; what is none adds nothing.</summary>
    public void Add(JsonElement? part)
    {
        if (part is { ValueKind: JsonValueKind.String } text) _spelled.Write(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
    }

    /// <summary>Adds plain text.</summary>
    public void Add(string text) => _spelled.Write(JsonEncodedText.Encode(text).EncodedUtf8Bytes);

    public void WriteTo(Utf8JsonWriter writer, ReadOnlySpan<byte> name)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue([(byte)'"', .. _spelled.WrittenSpan, (byte)'"'], skipInputValidation: true);
    }
}
