namespace Miner.Application.ModelOutput.Json;

/// <summary>
/// A JSON value as it was written: members keep their order and their duplicates, numbers their digits. Unlike
/// <c>JsonElement</c> it can be read whatever it holds (a lone surrogate is no exception) and unlike <c>JsonNode</c> it may repeat a name.
/// </summary>
internal abstract record JsonTree
{
    /// <summary>How deep a value may be nested; small enough to be walked by recursion.</summary>
    public const int MaxDepth = 512;

    private JsonTree()
    {
    }

    public sealed record Object(IReadOnlyList<KeyValuePair<string, JsonTree>> Members) : JsonTree;

    public sealed record Array(IReadOnlyList<JsonTree> Items) : JsonTree;

    public sealed record Text(string Value) : JsonTree;

    /// <param name="Literal">The digits, in JSON's own grammar.</param>
    public sealed record Number(string Literal) : JsonTree;

    public sealed record Boolean(bool Value) : JsonTree;

    public sealed record Null : JsonTree
    {
        public static Null Instance { get; } = new();
    }
}
