using System.Diagnostics;
using System.Globalization;
using Miner.EndToEnd.Tests.Containers;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>
/// A system that runs in a root: <c>systemd</c> as the first process of namespaces and a control group of its own, with this machine's
/// network. All that it started ends with it.
/// </summary>
internal sealed class BootedRoot : IAsyncDisposable
{
    /// <summary>Enters a control group of its own, if there are any of version 2, and then namespaces.</summary>
    private const string Enter = """
        set -eu
        groups=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/self/mounts)
        [ -z "$groups" ] || { mkdir "$groups/$2"; echo $$ >"$groups/$2/cgroup.procs"; }
        exec unshare --pid --fork --mount --uts --ipc --cgroup --kill-child sh -c "$3" sh "$1"
        """;

    /// <summary>Makes the folder the root of all that follows, with devices that hold nothing of this machine's.</summary>
    private const string Boot = """
        set -eu
        root=$1
        mount --make-rprivate /
        mount --bind "$root" "$root"
        mount -t proc proc "$root/proc"
        mount -t sysfs -o ro sysfs "$root/sys"
        mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
        mount -t tmpfs -o mode=755 tmpfs "$root/run"
        mount -t tmpfs -o mode=755 tmpfs "$root/dev"
        for device in null zero full random urandom tty; do
            touch "$root/dev/$device"
            mount --bind "/dev/$device" "$root/dev/$device"
        done
        ln -s /proc/self/fd "$root/dev/fd"
        ln -s pts/ptmx "$root/dev/ptmx"
        mkdir "$root/dev/pts" "$root/dev/shm"
        mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
        mount -t tmpfs tmpfs "$root/dev/shm"
        hostname clean-root
        cd "$root"
        mkdir -p old
        pivot_root . old
        umount --lazy /old
        rmdir /old
        mount --make-rshared /
        exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --show-status=no
        """;

    private readonly Process _process;
    private readonly string _group;

    private BootedRoot(Process process, string group) => (_process, _group) = (process, group);

    /// <param name="root">The folder, with <c>systemd</c> in it.</param>
    public static async Task<BootedRoot> StartAsync(string root)
    {
        // Nobody sits before it.
        File.CreateSymbolicLink(Path.Combine(root, "etc/systemd/system/console-getty.service"), "/dev/null");
        var group = $"miner-root-{Guid.NewGuid():N}";
        var booted = new BootedRoot(Process.Start("sh", ["-c", Enter, "sh", root, group, Boot]), group);
        try
        {
            await booted.UntilAsync("systemctl is-system-running || true", state => state == "running\n");
            return booted;
        }
        catch
        {
            await booted.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a program wrote that ran in the system, by its root account, once it has ended with exit status 0.</summary>
    public Task<string> RunAsync(params IEnumerable<string> command) => HostTool.RunAsync(
        "nsenter",
        "util-linux",
        [
            "--target", Init(), "--mount", "--pid", "--uts", "--ipc", "--cgroup", "--root", "--wd",
            "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", .. command,
        ]);

    /// <summary>Has <c>systemctl</c> do something to a unit; where that fails, the unit's journal says why.</summary>
    public Task<string> SystemctlAsync(string command, string unit) => RunAsync(
        "sh", "-c", $"systemctl {command} {unit} || {{ journalctl --unit={unit} --output=cat --no-pager --lines=20 >&2; exit 1; }}");

    /// <summary>Waits until a unit's journal has <paramref name="text"/>, <paramref name="times"/> times.</summary>
    public Task JournalSaysAsync(string unit, string text, int times = 1) =>
        UntilAsync($"journalctl --unit={unit} --output=cat --no-pager", journal => journal.Split(text).Length > times);

    public async ValueTask DisposeAsync()
    {
        // The first process takes all others with it, and is waited for by the one that made it.
        if (Init() is { Length: > 0 } init) await HostTool.RunAsync("kill", "procps", ["-KILL", init]);
        else _process.Kill();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
        var groups = File.ReadLines("/proc/self/mounts").Select(line => line.Split(' ')).FirstOrDefault(mount => mount[2] == "cgroup2")?[1];
        if (groups is not null && Path.Combine(groups, _group) is var group && Directory.Exists(group)) RemoveGroup(group);
    }

    /// <summary>Control groups are removed from the innermost outwards; the files in them go by themselves.</summary>
    private static void RemoveGroup(string group)
    {
        foreach (var inner in Directory.EnumerateDirectories(group)) RemoveGroup(inner);
        Directory.Delete(group);
    }

    /// <summary>The process that is the first in the root: the only child of the one that made its namespaces.</summary>
    private string Init() =>
        File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/task/{_process.Id}/children")).Trim();

    /// <summary>Whether the first process is <c>systemd</c> already, and no shell that still makes the root.</summary>
    private bool HasBegun() => Init() is { Length: > 0 } init && File.ReadAllText($"/proc/{init}/comm") == "systemd\n";

    private async Task UntilAsync(string command, Func<string, bool> isReached)
    {
        var waited = Stopwatch.StartNew();
        var last = "";
        while (waited.Elapsed < Patience.Limit)
        {
            if (HasBegun()) last = await RunAsync("sh", "-c", command);
            if (isReached(last)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new AssertionException($"'{command}' said at last:\n{last}");
    }
}
