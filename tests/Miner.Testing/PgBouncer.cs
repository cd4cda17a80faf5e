using System.Diagnostics;
using System.Globalization;

namespace Miner.Testing;

/// <summary>
/// PgBouncer before a PostgreSQL server of the tests' own, from Debian's package <c>pgbouncer</c>: with two connections to the server, each
/// given to whoever is next for the time of one transaction. It ends with this object, or with the process that made it.
/// </summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private const string Ready = "process up";

    /// <summary>Ends it when the pipe to it is closed, be it because whoever made it was killed.</summary>
    private const string RunUntilEndOfInput = "\"$@\" & pooler=$!; read -r _; kill -INT $pooler; wait $pooler";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-pgbouncer-");
    private readonly Process _process;

    private PgBouncer(PostgresServer server)
    {
        var users = Path.Combine(_folder.FullName, "users.txt");
        File.WriteAllText(users, $"\"{PostgresServer.User}\" \"{PostgresServer.Password}\"");
        var settings = Path.Combine(_folder.FullName, "pgbouncer.ini");
        File.WriteAllText(settings, string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host=127.0.0.1 port={server.Port}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {Port}
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = {users}
            pool_mode = transaction
            default_pool_size = 2
            server_login_retry = 1
            """));
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) File.SetUnixFileMode(_folder.FullName, AllMayEnter);
        var start = new ProcessStartInfo("sh", ["-c", RunUntilEndOfInput, "sh", .. AsUnprivileged, "/usr/sbin/pgbouncer", settings])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>The port of the loopback that it listens on.</summary>
    public int Port { get; } = UnusedPort.Find();

    public static async Task<PgBouncer> StartAsync(PostgresServer server)
    {
        var pooler = new PgBouncer(server);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        pooler._process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("PgBouncer ended before it was ready."));
            else if (line.Data.Contains(Ready, StringComparison.Ordinal)) ready.TrySetResult();
        };
        pooler._process.BeginErrorReadLine();
        await ready.Task.InTimeAsync();
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private const UnixFileMode AllMayEnter = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static string[] AsUnprivileged =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];
}
