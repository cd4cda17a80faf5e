namespace Miner.Application.Answers;

/// <summary>An object or array that is still being read.</summary>
internal sealed class JsonContainer(bool isObject)
{
    private readonly List<KeyValuePair<string, JsonTree>> _members = [];
    private readonly List<JsonTree> _items = [];

    public bool IsObject { get; } = isObject;

    /// <summary>The name of the member that is being read; null between members.</summary>
    public string? Name { get; set; }

    public void Add(JsonTree value)
    {
        if (!IsObject)
        {
            _items.Add(value);
            return;
        }

        if (Name is not null) _members.Add(new(Name, value));
        Name = null;
    }

    public JsonTree ToTree() => IsObject ? new JsonTree.Object(_members) : new JsonTree.Array(_items);
}
