using System.Diagnostics;
using Miner.EndToEnd.Tests.Containers;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>
/// The least that this machine's Debian consists of, in a folder, made by <c>debootstrap</c> from where apt gets its packages. What runs
/// in it has a <c>/proc</c> that ends with it.
/// </summary>
internal sealed class CleanRoot : IDisposable
{
    private const string SearchPath = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";

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

    /// <summary>What a program in the root wrote, once it has ended with exit status 0.</summary>
    public Task<string> RunAsync(params IEnumerable<string> command) =>
        HostTool.RunAsync("unshare", "util-linux", Within(command));

    /// <summary>A miner in the root, as its unit starts it: by the account, in the folder, without any rights.</summary>
    /// <param name="unit">The unit's path in the root.</param>
    public MinerProcess Start(string unit)
    {
        var lines = File.ReadAllLines(On(unit));
        string Setting(string name) => lines.Single(line => line.StartsWith($"{name}=", StringComparison.Ordinal)).Split('=', 2)[1];
        string[] command =
        [
            "setpriv", $"--reuid={Setting("User")}", $"--regid={Setting("Group")}", "--init-groups", "--no-new-privs",
            "--inh-caps=-all", "--bounding-set=-all", "env", $"--chdir={Setting("WorkingDirectory")}",
            .. Setting("ExecStart").Split(' '),
        ];
        return MinerProcess.Of(
            new ProcessStartInfo("unshare", Within(command)) { RedirectStandardOutput = true, RedirectStandardError = true });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Each of these programs becomes the next one, so that the process id stays, and signals reach the last.</summary>
    private IEnumerable<string> Within(IEnumerable<string> command) =>
        [$"--mount-proc={On("/proc")}", "chroot", Root, "env", "-i", SearchPath, "DEBIAN_FRONTEND=noninteractive", .. command];
}
