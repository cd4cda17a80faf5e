using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Miner.Infrastructure.Llm;

/// <summary>What an operator adds to each request's body, for parameters that the miner does not know.</summary>
public static class ExtraBody
{
    // Safe because the body is read as JSON and never shown as HTML.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Whether <paramref name="text"/> is a JSON object that can be written into a request: no two members of one object have the same
    /// name, and no text has a half of a surrogate pair.
    /// </summary>
    public static bool IsValid(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object) return false;
            Merge([], text);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return false;
        }
    }

    /// <param name="extra">A JSON object whose members take the place of those of the same names.</param>
    public static byte[] Merge(JsonObject body, string extra)
    {
        foreach (var (name, value) in JsonNode.Parse(extra)!.AsObject()) body[name] = value?.DeepClone();

        // Not by the serializer, whose generated contexts know no JsonObject.
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Plain)) body.WriteTo(writer);
        return bytes.WrittenSpan.ToArray();
    }
}
