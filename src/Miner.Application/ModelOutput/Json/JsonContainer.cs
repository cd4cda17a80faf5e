namespace Miner.Application.ModelOutput.Json;

internal enum JsonContainerKind
{
    Object,
    Array,

    /// <summary>Parentheses, which JSON has not: around one value they mean that value, else a list.</summary>
    Parentheses,
}

/// <summary>A container that is still being read.</summary>
internal sealed class JsonContainer(JsonContainerKind kind)
{
    private readonly List<KeyValuePair<string, JsonTree>> _members = [];
    private readonly List<JsonTree> _items = [];

    public JsonContainerKind Kind { get; } = kind;

    /// <summary>The name of the member whose value comes next; null between members.</summary>
    public string? Name { get; set; }

    public bool IsEmpty => _members.Count == 0 && _items.Count == 0;

    public void Add(JsonTree value)
    {
        if (Name is null) _items.Add(value);
        else _members.Add(new(Name, value));
        Name = null;
    }

    /// <remarks>An object with nothing but values without names is a second pair of braces around the first of them.</remarks>
    public JsonTree ToTree() => Kind switch
    {
        JsonContainerKind.Object => _members.Count == 0 && _items.Count > 0 ? _items[0] : new JsonTree.Object(_members),
        JsonContainerKind.Parentheses when _items.Count < 2 => _items.Count == 0 ? JsonTree.Null.Instance : _items[0],
        _ => new JsonTree.Array(_items),
    };
}
