using System.Diagnostics;
using System.Globalization;

namespace Miner.Testing;

/// <summary>
/// A Redis server of the tests' own, from Debian's package <c>redis-server</c>: in memory alone, with a password, on a free port of the
/// loopback, run as an unprivileged user where the tests run as root. It ends with this object, or with the process that made it.
/// </summary>
public sealed class RedisServer : IAsyncDisposable
{
    public const string Password = "p@ss/word:?#";

    private const string Ready = "Ready to accept connections";

    /// <summary>
    /// Tells the server's process id, and ends it when the pipe to it is closed, be it because whoever made it was killed.
    /// </summary>
    private const string RunUntilEndOfInput =
        "\"$@\" & server=$!; echo pid $server; read -r _; kill -CONT $server; kill -KILL $server; wait $server";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-redis-");
    private Process? _process;
    private string _processId = "";

    private RedisServer()
    {
    }

    /// <summary>The port of the loopback that it listens on, which stays the same when it is restarted.</summary>
    public int Port { get; } = UnusedPort.Find();

    public string Url => $"redis://:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    public static async Task<RedisServer> StartAsync()
    {
        var server = new RedisServer();
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) File.SetUnixFileMode(server._folder.FullName, AllMayEnter);
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>Ends it at once; what it held is gone.</summary>
    public async Task StopAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again on its port, empty.</summary>
    public async Task StartAgainAsync()
    {
        string[] server =
        [
            "redis-server", "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName,
            "--save", "", "--appendonly", "no", "--requirepass", Password,
        ];
        var start = new ProcessStartInfo("sh", ["-c", RunUntilEndOfInput, "sh", .. AsUnprivileged, .. server])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("Redis ended before it was ready."));
            else if (line.Data.StartsWith("pid ", StringComparison.Ordinal)) _processId = line.Data[4..];
            else if (line.Data.Contains(Ready, StringComparison.Ordinal)) ready.TrySetResult();
        };
        _process.BeginOutputReadLine();
        await ready.Task.InTimeAsync();
    }

    /// <summary>Has it follow another one, and take no changes itself, until <see cref="PromoteAsync"/>.</summary>
    public Task FollowAsync(RedisServer primary) =>
        CommandAsync("REPLICAOF", "127.0.0.1", primary.Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Has it follow nobody.</summary>
    public Task PromoteAsync() => CommandAsync("REPLICAOF", "NO", "ONE");

    /// <summary>Has it answer nothing, with its connections open, until <see cref="ResumeAsync"/>.</summary>
    public Task HangAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private const UnixFileMode AllMayEnter = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static string[] AsUnprivileged =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=redis", "--regid=redis", "--clear-groups", "--"] : [];

    /// <summary>As an operator's shell would.</summary>
    private async Task CommandAsync(params IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("redis-cli", ["-p", Port.ToString(CultureInfo.InvariantCulture), "--no-auth-warning", .. command]);
        start.Environment["REDISCLI_AUTH"] = Password;
        using var shell = Process.Start(start)!;
        await shell.WaitForExitAsync().InTimeAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _processId]);
        await kill.WaitForExitAsync();
    }
}
