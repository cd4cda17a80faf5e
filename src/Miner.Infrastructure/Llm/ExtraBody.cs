using System.Text.Json;
using System.Text.Json.Nodes;

namespace Miner.Infrastructure.Llm;

/// <summary>What an operator adds to each request's body, for parameters that the miner does not know.</summary>
internal static class ExtraBody
{
    /// <param name="extra">A JSON object whose members take the place of those of the same names.</param>
    public static byte[] Merge(JsonObject body, string extra, JsonSerializerOptions options)
    {
        foreach (var (name, value) in JsonNode.Parse(extra)!.AsObject()) body[name] = value?.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(body, options);
    }
}
