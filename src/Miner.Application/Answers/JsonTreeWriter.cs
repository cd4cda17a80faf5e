using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Miner.Application.Answers;

/// <summary>Writes a <see cref="JsonTree"/> as JSON text for people: letters of all scripts stand as they are.</summary>
internal static class JsonTreeWriter
{
    private static readonly JsonWriterOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = JsonTree.MaxDepth,
    };

    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>
    /// The JSON text of <paramref name="tree"/>. Of a text with more than <paramref name="enough"/> code points, at least as many
    /// are written, but not necessarily the rest: indentation alone can make a deep value some hundred times as long as it came.
    /// </summary>
    public static string Write(JsonTree tree, bool indented, int enough)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
            Write(tree, writer, limit: 4L * enough);

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="limit">In bytes; a code point has at most four.</param>
    private static void Write(JsonTree tree, Utf8JsonWriter writer, long limit)
    {
        switch (tree)
        {
            case JsonTree.Object { Members: var members }:
                writer.WriteStartObject();
                foreach (var (name, value) in members)
                {
                    if (IsFull(writer, limit)) return;
                    writer.WritePropertyName(AnswerText.Clean(name));
                    Write(value, writer, limit);
                }

                if (!IsFull(writer, limit)) writer.WriteEndObject();
                break;
            case JsonTree.Array { Items: var items }:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    if (IsFull(writer, limit)) return;
                    Write(item, writer, limit);
                }

                if (!IsFull(writer, limit)) writer.WriteEndArray();
                break;
            case JsonTree.Text { Value: var text }:
                writer.WriteStringValue(AnswerText.Clean(text));
                break;
            case JsonTree.Number { Literal: var digits }:
                writer.WriteRawValue(digits, skipInputValidation: true);
                break;
            case JsonTree.Boolean { Value: var value }:
                writer.WriteBooleanValue(value);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static bool IsFull(Utf8JsonWriter writer, long limit) => writer.BytesCommitted + writer.BytesPending > limit;
}
