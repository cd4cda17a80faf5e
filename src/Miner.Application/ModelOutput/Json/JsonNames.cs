namespace Miner.Application.ModelOutput.Json;

/// <summary>
/// Member names as models vary them: <c>immediate_response</c>, <c>immediateResponse</c> and <c>Immediate Response</c> are one.
/// </summary>
internal static class JsonNames
{
    public static bool Are(string name, string expected)
    {
        var at = 0;
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character)) continue;
            while (at < expected.Length && expected[at] == '_') at++;
            if (at == expected.Length || char.ToLowerInvariant(character) != expected[at]) return false;
            at++;
        }

        return at == expected.Length;
    }

    /// <summary>The value of the last member called <paramref name="name"/>, or null.</summary>
    /// <param name="name">In snake_case.</param>
    public static JsonTree? Member(this JsonTree.Object tree, string name)
    {
        for (var index = tree.Members.Count - 1; index >= 0; index--)
            if (Are(tree.Members[index].Key, name)) return tree.Members[index].Value;
        return null;
    }
}
