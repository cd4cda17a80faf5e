using System.Text.Json.Nodes;

namespace Miner.Api.Tests;

internal static class JsonNames
{
    /// <summary>The names at every depth, once each; those inside lists are of the first item.</summary>
    public static IEnumerable<string> Of(JsonNode? node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Of(field.Value, $"{path}/{field.Key}").Prepend($"{path}/{field.Key}")),
        JsonArray { Count: > 0 } items => Of(items[0], path + "[]"),
        _ => [],
    };
}
