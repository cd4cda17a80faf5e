namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Files of pairs, one a line, with tabs between the fields.</summary>
internal static class PairsFile
{
    public static IEnumerable<string[]> Read(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)).Select(line => line.Split('\t'));
}
