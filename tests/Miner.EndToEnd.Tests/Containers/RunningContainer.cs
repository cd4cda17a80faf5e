using System.Globalization;

namespace Miner.EndToEnd.Tests.Containers;

/// <summary>
/// A container as an engine starts it with a read-only root, no capability and the host's network: a root, a volume, <c>/tmp</c> in memory,
/// and the image's user. Made of <c>unshare</c> and <c>mount</c>, as engines need control groups that a container in itself cannot make.
/// </summary>
internal sealed class RunningContainer : IAsyncDisposable
{
    private const string Program = "/opt/sample-miner/Miner.Api";

    /// <summary>What ends as the miner itself, so that its process is this one.</summary>
    private const string Script = """
        set -eu
        root=$1 volume=$2
        shift 2
        mount --make-rprivate /
        mount --bind "$root" "$root"
        mount -o remount,bind,ro "$root"
        chown --reference="$root/var/lib/sample-miner" "$volume"
        mount --bind "$volume" "$root/var/lib/sample-miner"
        mount -t tmpfs tmpfs "$root/tmp"
        mount --bind /proc "$root/proc"
        mount --rbind /dev "$root/dev"
        exec setpriv --no-new-privs unshare --root="$root" --wd=/var/lib/sample-miner --setgid 1654 --setuid 1654 "$@"
        """;

    private readonly int _port;

    private RunningContainer(MinerProcess miner, int port) => (Miner, _port) = (miner, port);

    public MinerProcess Miner { get; }

    /// <summary>Whether the kernel says so of the root that the miner sees.</summary>
    public bool RootIsReadOnly => File.ReadLines($"/proc/{Miner.Id}/mounts")
        .Select(line => line.Split(' '))
        .Where(mount => mount[1] == "/")
        .All(mount => mount[3].Split(',').Contains("ro"));

    /// <param name="root">The root of a container, with what its image holds.</param>
    /// <param name="volume">A folder, which becomes the image's user's.</param>
    public static async Task<RunningContainer> StartAsync(string root, string volume, int port)
    {
        var miner = MinerProcess.Of(
            "unshare", ["--mount", "--", "sh", "-c", Script, "sh", root, volume, Program, "serve", "--production"], volume, Settings(port));
        await miner.AddressAsync();
        return new RunningContainer(miner, port);
    }

    /// <summary>What the kernel tells of the miner's process.</summary>
    public async Task<IReadOnlyDictionary<string, string>> StatusAsync() =>
        (await File.ReadAllLinesAsync($"/proc/{Miner.Id}/status"))
            .Select(line => line.Split(':', 2))
            .ToDictionary(parts => parts[0], parts => parts[1].Trim());

    /// <summary>What the health check writes, run in the container as an engine runs it.</summary>
    public Task<string> HealthAsync() => HostTool.RunAsync(
        "nsenter",
        "util-linux",
        [
            "--target", Miner.Id.ToString(CultureInfo.InvariantCulture), "--mount", "--root", "--wd", "--setgid", "1654", "--setuid",
            "1654", Program, "health",
        ],
        Settings(_port).Select(setting => (setting.Key, setting.Value)));

    public ValueTask DisposeAsync() => Miner.DisposeAsync();

    /// <summary>The image's own, and what an operator sets.</summary>
    private static Dictionary<string, string> Settings(int port) => new()
    {
        ["ENVIRONMENT"] = "production",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["API_KEY"] = MinerProcess.Key,
        ["LLM_PROVIDER"] = "offline",
        ["HOST"] = "127.0.0.1",
        ["PORT"] = port.ToString(CultureInfo.InvariantCulture),
    };
}
