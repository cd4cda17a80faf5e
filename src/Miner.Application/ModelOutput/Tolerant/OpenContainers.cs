using Miner.Application.ModelOutput.Json;

namespace Miner.Application.ModelOutput.Tolerant;

/// <summary>The containers that are being read, outermost first.</summary>
internal sealed class OpenContainers
{
    private const int MaxClosers = 16;

    private readonly List<JsonContainer> _containers = [];
    private readonly int[] _counts = new int[Enum.GetValues<JsonContainerKind>().Length];

    public int Count => _containers.Count;

    /// <summary>The kind of the innermost container; null when nothing is open.</summary>
    public JsonContainerKind? Kind => Count == 0 ? null : Innermost.Kind;

    public JsonContainer Innermost => _containers[^1];

    public JsonContainerKind this[int level] => _containers[level].Kind;

    public int CountOf(JsonContainerKind kind) => _counts[(int)kind];

    public void Open(JsonContainerKind kind)
    {
        _containers.Add(new JsonContainer(kind));
        _counts[(int)kind]++;
    }

    /// <summary>Closes the innermost container and adds its value to the one around it.</summary>
    /// <returns>The value when it was the outermost one.</returns>
    public JsonTree? Close()
    {
        var closed = Innermost;
        _containers.RemoveAt(Count - 1);
        _counts[(int)closed.Kind]--;
        if (Count == 0) return closed.ToTree();
        Innermost.Add(closed.ToTree());
        return null;
    }

    /// <summary>Where the closers begin that <paramref name="text"/> ends with and that close what is open, the innermost first.</summary>
    /// <returns>The text's length when there are none.</returns>
    public int ClosersOf(ReadOnlySpan<char> text)
    {
        Span<int> indexes = stackalloc int[MaxClosers];
        var count = 0;
        for (
            var kept = text.TrimEnd();
            count < MaxClosers && kept is [.., var last] && JsonSyntax.IsCloser(last);
            kept = kept[..^1].TrimEnd())
            indexes[count++] = kept.Length - 1;
        for (var first = Math.Min(count, Count) - 1; first >= 0; first--)
        {
            var level = Count;
            var index = first;
            while (index >= 0 && JsonSyntax.ClosedBy(text[indexes[index]]) == this[level - 1]) (level, index) = (level - 1, index - 1);
            if (index < 0) return indexes[first];
        }

        return text.Length;
    }

    public void Clear()
    {
        _containers.Clear();
        Array.Clear(_counts);
    }
}
