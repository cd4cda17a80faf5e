using System.Reflection;
using System.Text;

namespace Miner.Api.Tests.Architecture;

/// <summary>Which of an assembly's own namespaces needs which other one, and by which of its types.</summary>
internal sealed class NamespaceGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _edges = new(StringComparer.Ordinal);

    /// <param name="types">Types outside of <paramref name="root"/> and the namespaces in it are left out: a compiler made them.</param>
    public NamespaceGraph(IEnumerable<Type> types, string root)
    {
        foreach (var type in types.Where(IsOwn))
        {
            foreach (var needed in TypeReferences.Of(type).Where(needed => needed.Assembly == type.Assembly && IsOwn(needed)))
            {
                if (needed.Namespace != type.Namespace) Add(type, needed);
            }
        }

        bool IsOwn(Type type) =>
            type.Namespace == root || type.Namespace?.StartsWith($"{root}.", StringComparison.Ordinal) == true;
    }

    public static NamespaceGraph Of(Assembly assembly) => new(assembly.GetTypes(), assembly.GetName().Name!);

    /// <summary>The namespaces that need each other, each as a text of who needs whom in it; none where there is no cycle.</summary>
    public IReadOnlyList<string> Cycles()
    {
        var reachable = _edges.Keys.ToDictionary(start => start, Reachable);
        return
        [
            .. _edges.Keys
                .Where(start => reachable[start].Contains(start))
                .GroupBy(start => reachable[start].Where(other => reachable.GetValueOrDefault(other)?.Contains(start) == true).Min())
                .Select(Describe),
        ];
    }

    private void Add(Type type, Type needed)
    {
        if (!_edges.TryGetValue(type.Namespace!, out var targets)) _edges.Add(type.Namespace!, targets = new(StringComparer.Ordinal));
        if (!targets.TryGetValue(needed.Namespace!, out var reasons)) targets.Add(needed.Namespace!, reasons = new(StringComparer.Ordinal));
        reasons.Add($"{Name(type)} needs {Name(needed)}");
    }

    private HashSet<string> Reachable(string start)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var name))
        {
            if (!_edges.TryGetValue(name, out var targets)) continue;
            foreach (var target in targets.Keys.Where(reached.Add)) open.Push(target);
        }

        return reached;
    }

    private string Describe(IEnumerable<string> cycle)
    {
        var members = cycle.ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder().AppendJoin(" ↔ ", members.Order(StringComparer.Ordinal)).AppendLine();
        foreach (var from in members.Order(StringComparer.Ordinal))
        {
            foreach (var (to, reasons) in _edges[from].Where(edge => members.Contains(edge.Key)))
                text.Append("  ").Append(from).Append(" → ").Append(to).Append(": ").AppendJoin(", ", reasons).AppendLine();
        }

        return text.ToString();
    }

    /// <summary>Of the type as it is written: one nested in it may be the compiler's.</summary>
    private static string Name(Type type) => type.DeclaringType is { } outer ? Name(outer) : type.Name;
}
