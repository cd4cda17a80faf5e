namespace Miner.Testing;

/// <summary>The figures that <c>docs/answers.md</c> prints, which are those that the tests measure.</summary>
public static class Figures
{
    /// <summary>What stands in the last column of the row that begins with <paramref name="what"/>.</summary>
    /// <exception cref="InvalidOperationException">There is not one such row.</exception>
    public static string Documented(string what)
    {
        var row = File.ReadLines(Path.Combine(Sources.Root, "docs", "answers.md"))
            .Single(line => line.StartsWith($"| {what}", StringComparison.Ordinal));
        return row.Trim('|').Split('|')[^1].Trim();
    }
}
