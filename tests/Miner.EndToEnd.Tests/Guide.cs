namespace Miner.EndToEnd.Tests;

/// <summary><c>docs/operations.md</c>, to be done as it says.</summary>
internal static class Guide
{
    private const string Fence = "```";

    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "operations.md"));

    /// <summary>The n-th block of code under <paramref name="heading"/>, from 0.</summary>
    public static string Block(string heading, int n)
    {
        var section = Text.Split($"\n## {heading}\n")[1].Split("\n## ")[0];
        var block = section.Split(Fence)[2 * n + 1];
        return block[(block.IndexOf('\n') + 1)..];
    }
}
