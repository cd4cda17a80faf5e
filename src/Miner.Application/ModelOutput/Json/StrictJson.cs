using System.Text;
using System.Text.Json;

namespace Miner.Application.ModelOutput.Json;

/// <summary>Reads JSON as RFC 8259 has it, and nothing else.</summary>
internal static class StrictJson
{
    private const int MaxQuotations = 3;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonTree.MaxDepth, AllowMultipleValues = true };

    /// <summary>The value that is the whole of <paramref name="text"/>, or null when that is not valid JSON or nested too deep.</summary>
    public static JsonTree? Parse(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var tree = ReadFirst(utf8, out var consumed);
        return utf8.AsSpan(consumed).Trim(" \t\r\n"u8).IsEmpty ? tree : null;
    }

    /// <summary>
    /// What <paramref name="text"/> says when the whole of it is a JSON string, also one within another; else the text itself.
    /// </summary>
    public static string Unquote(string text)
    {
        for (
            var level = 0;
            level < MaxQuotations && text.AsSpan().TrimStart().StartsWith('"') && Parse(text) is JsonTree.Text quoted;
            level++)
            text = quoted.Value;
        return text;
    }

    /// <summary>
    /// The value that <paramref name="utf8"/> begins with, whatever follows it, or null when it begins with no valid one.
    /// </summary>
    /// <param name="consumed">The bytes that were read, also of what is no value.</param>
    public static JsonTree? ReadFirst(ReadOnlySpan<byte> utf8, out int consumed)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            return Build(ref reader);
        }
        catch (JsonException) // the reader has no other way to say that its input is not JSON
        {
            return null;
        }
        finally
        {
            consumed = (int)reader.BytesConsumed;
        }
    }

    private static JsonTree? Build(ref Utf8JsonReader reader)
    {
        var open = new Stack<JsonContainer>();
        while (reader.Read())
        {
            JsonTree value;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push(new JsonContainer(Kind(reader.TokenType)));
                    continue;
                case JsonTokenType.PropertyName:
                    open.Peek().Name = Text(ref reader);
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    value = open.Pop().ToTree();
                    break;
                default:
                    value = Scalar(ref reader);
                    break;
            }

            if (open.Count == 0) return value;
            open.Peek().Add(value);
        }

        return null;
    }

    private static JsonContainerKind Kind(JsonTokenType start) =>
        start == JsonTokenType.StartObject ? JsonContainerKind.Object : JsonContainerKind.Array;

    private static JsonTree Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new JsonTree.Text(Text(ref reader)),
        JsonTokenType.Number => new JsonTree.Number(Encoding.UTF8.GetString(reader.ValueSpan)),
        JsonTokenType.Null => JsonTree.Null.Instance,
        _ => new JsonTree.Boolean(reader.TokenType == JsonTokenType.True),
    };

    // GetString throws InvalidOperationException for an escaped lone surrogate, which is valid JSON.
    private static string Text(ref Utf8JsonReader reader)
    {
        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped ? JsonEscapes.Decode(raw) : raw;
    }
}
