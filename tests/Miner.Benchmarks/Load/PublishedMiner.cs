using System.Diagnostics;
using Miner.Testing;

namespace Miner.Benchmarks.Load;

/// <summary>The miner published as an operator does it, compiled ahead, in a folder of its own until it is disposed of.</summary>
internal sealed class PublishedMiner : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-published-");

    private PublishedMiner()
    {
    }

    public string Program => Path.Combine(_folder.FullName, "Miner.Api.dll");

    /// <exception cref="InvalidOperationException">It does not build.</exception>
    public static async Task<PublishedMiner> PublishAsync()
    {
        var miner = new PublishedMiner();
        var project = Path.Combine(Sources.Root, "src", "Miner.Api");
        string[] arguments = ["publish", project, "-c", "Release", "-v", "q", "-nologo", "-o", miner._folder.FullName];
        using var publish = Process.Start("dotnet", arguments);
        await publish.WaitForExitAsync();
        if (publish.ExitCode == 0) return miner;
        miner.Dispose();
        throw new InvalidOperationException($"'dotnet publish' ended with {publish.ExitCode}.");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
