using System.IO.Compression;

namespace Miner.Mathematics.Tests.Answers.Equality;

/// <summary>Files of pairs, one a line, with tabs between the fields.</summary>
internal static class PairsFile
{
    /// <param name="name">In the folder Data; compressed where it ends with <c>.gz</c>.</param>
    public static IEnumerable<string[]> Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", name));
        using var reader = new StreamReader(name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file);
        while (reader.ReadLine() is { } line) yield return line.Split('\t');
    }
}
