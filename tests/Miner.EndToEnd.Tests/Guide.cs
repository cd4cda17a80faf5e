namespace Miner.EndToEnd.Tests;

/// <summary>The guides in <c>docs</c>, to be done as they say.</summary>
internal static class Guide
{
    private const string Fence = "```";

    private const string Operations = "operations.md";

    public static string Text { get; } = Read(Operations);

    /// <summary>The n-th block of code under <paramref name="heading"/> of <c>operations.md</c>, from 0.</summary>
    public static string Block(string heading, int n) => Block(Operations, heading, n);

    /// <inheritdoc cref="Block(string, int)"/>
    /// <param name="page">Another page of the folder.</param>
    public static string Block(string page, string heading, int n)
    {
        var section = Read(page).Split($"\n## {heading}\n")[1].Split("\n## ")[0];
        var block = section.Split(Fence)[2 * n + 1];
        return block[(block.IndexOf('\n') + 1)..];
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Repository.Root, "docs", page));
}
