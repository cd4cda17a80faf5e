using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Miner.Infrastructure.Llm;

/// <summary>
/// Texts as they stand in a request, encoded once for each object: instructions and schemas are the same objects in every request. Who
/// gives a new object each time pays for the encoding and leaves nothing behind.
/// </summary>
internal static class EncodedTexts
{
    private static readonly ConditionalWeakTable<string, byte[]> Texts = [];
    private static readonly ConditionalWeakTable<string, byte[]> Schemas = [];

    /// <summary><paramref name="text"/> as a JSON string, with its quotes.</summary>
    public static byte[] OfText(string text) => Texts.GetValue(
        text, static text => RequestBody.Write(text, static (writer, text) => writer.WriteStringValue(text)));

    /// <summary>The JSON in <paramref name="json"/> without spaces between its parts.</summary>
    public static byte[] OfJson(string json) => Schemas.GetValue(
        json, static json => RequestBody.Write(json, static (writer, json) => JsonElement.Parse(json).WriteTo(writer)));
}
