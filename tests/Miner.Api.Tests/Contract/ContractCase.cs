using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Contract;

/// <summary>One recorded request with what it must get, as <c>cases.json</c> spells it.</summary>
internal sealed record ContractCase(
    string Name,
    HttpMethod Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    JsonNode Expect)
{
    private static readonly JsonSerializerOptions Wide = new() { MaxDepth = 64 };

    /// <summary>All of them, in the order in which they were recorded and must run.</summary>
    public static IReadOnlyList<ContractCase> All { get; } = Load();

    private static List<ContractCase> Load()
    {
        var path = System.IO.Path.Combine(AppContext.BaseDirectory, "Contract", "cases.json");
        return [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(Read!)];
    }

    private static ContractCase Read(JsonNode row)
    {
        var headers = row["headers"]!.AsObject().ToDictionary(header => header.Key, header => header.Value!.ToString());
        var body = row.AsObject() switch
        {
            { } fields when fields.ContainsKey("raw") => Expand(fields["raw"])!.ToString(),
            { } fields when fields.ContainsKey("body") => Expand(fields["body"])?.ToJsonString(Wide) ?? "null",
            _ => null,
        };
        return new ContractCase(
            row["name"]!.ToString(), HttpMethod.Parse(row["method"]!.ToString()), row["path"]!.ToString(), headers, body, row["expect"]!);
    }

    /// <summary>Writes out the shorthand for long values: <c>$text</c>, <c>$text2</c> and <c>$items</c>.</summary>
    private static JsonNode? Expand(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject shorthand when shorthand["$text"] is JsonArray text:
                return Repeat(text[0]!.ToString(), (int)text[1]!);
            case JsonObject shorthand when shorthand["$text2"] is JsonArray text:
                return Repeat(text[0]!.ToString(), (int)text[1]!) + Repeat(text[2]!.ToString(), (int)text[3]!);
            case JsonObject shorthand when shorthand["$items"] is JsonArray items:
                return new JsonArray([.. Enumerable.Range(0, (int)items[1]!).Select(_ => Expand(items[0]))]);
            case JsonObject fields:
                return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Expand(field.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Expand)]);
            default:
                return node?.DeepClone();
        }
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
