using Miner.EndToEnd.Tests.Containers;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>
/// The least that this machine's Debian consists of, in a folder, made by <c>debootstrap</c> from where apt gets its packages.
/// </summary>
internal sealed class CleanRoot : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-root-");

    /// <summary>Below a folder that only its owner may enter, itself open to all accounts, as a root is.</summary>
    private string Root => Path.Combine(_folder.FullName, "root");

    /// <summary>Where <paramref name="path"/> of the root is on this machine.</summary>
    public string On(string path) => Path.Combine(Root, path.TrimStart('/'));

    /// <param name="packages">What is there beyond the least.</param>
    public async Task MakeAsync(params IEnumerable<string> packages)
    {
        Assert.That(Environment.IsPrivilegedProcess, Is.True, "A clean root is made by root.");
        var codename = (await File.ReadAllLinesAsync("/etc/os-release"))
            .Single(line => line.StartsWith("VERSION_CODENAME=", StringComparison.Ordinal)).Split('=')[1];
        var sources = await HostTool.RunAsync(
            "apt-get",
            "apt",
            ["indextargets", "--format", "$(REPO_URI)", "Created-By: Packages", "Component: main", $"Codename: {codename}"]);
        await HostTool.RunAsync(
            "debootstrap",
            "debootstrap",
            ["--variant=minbase", $"--include={string.Join(',', packages)}", codename, Root, sources.Split('\n')[0]]);
    }

    /// <inheritdoc cref="BootedRoot"/>
    public Task<BootedRoot> BootAsync() => BootedRoot.StartAsync(Root);

    public void Dispose() => _folder.Delete(recursive: true);
}
