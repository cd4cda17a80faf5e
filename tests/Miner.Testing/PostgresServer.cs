using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Miner.Testing;

/// <summary>
/// A PostgreSQL server of the tests' own, from Debian's package <c>postgresql</c>: in a folder of its own, on a free port of the loopback,
/// run as an unprivileged user where the tests run as root. It ends with this object, or with the process that made it.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "miner";
    public const string Password = "p@ss/word:?#";

    /// <summary>A replica is ready for connections that only read.</summary>
    private const string Ready = "database system is ready to accept";

    /// <summary>Ends the server when the pipe to it is closed, be it because whoever made it was killed.</summary>
    private const string RunUntilEndOfInput = "\"$@\" & server=$!; read -r _; kill -INT $server; wait $server";

    /// <summary>Nothing in a test's database has to survive the machine.</summary>
    private static readonly string[] WithoutFlush = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

    private readonly DirectoryInfo _folder;
    private readonly string[] _settings;
    private Process? _process;
    private int _databases;

    private PostgresServer(DirectoryInfo folder, IEnumerable<string> settings)
    {
        _folder = folder;
        _settings = [.. settings];
    }

    /// <summary>The port of the loopback that it listens on, which stays the same when it is restarted.</summary>
    public int Port { get; } = UnusedPort.Find();

    public bool IsRunning => _process is not null;

    /// <summary>The process id of the server itself.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(_folder.FullName, "data");

    /// <summary>One that flushes nothing, so that tests are fast.</summary>
    public static Task<PostgresServer> StartAsync() => StartAsync(WithoutFlush);

    /// <summary>One that keeps what it has committed, as in operation.</summary>
    public static Task<PostgresServer> StartDurableAsync() => StartAsync([]);

    /// <summary>One that flushes nothing, and encrypts with the certificate and key of a PEM text where a client wants it.</summary>
    public static async Task<PostgresServer> StartEncryptedAsync(string pem)
    {
        var folder = Directory.CreateTempSubdirectory("miner-postgres-");
        var file = Path.Combine(folder.FullName, "server.pem");
        await File.WriteAllTextAsync(file, pem);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return await StartAsync(
            new PostgresServer(folder, [.. WithoutFlush, "ssl=on", $"ssl_cert_file={file}", $"ssl_key_file={file}"]));
    }

    /// <summary>
    /// Starts a replica that follows it. Once that does, each commit waits until the replica has it on its disk, too.
    /// </summary>
    public async Task<PostgresServer> StartReplicaAsync()
    {
        var replica = MakeFolder(_settings);
        await GiveFolderAsync(replica);
        await RunAsync(
        [
            .. AsUnprivileged, Program("pg_basebackup"), "-D", replica.Data, "-R", "-X", "stream", "-c", "fast", "--no-sync",
            "-d", Url("postgres"),
        ]);
        await replica.StartAgainAsync();
        Execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
        Execute("SELECT pg_reload_conf()");
        await UntilAsync("SELECT EXISTS (SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync')");
        return replica;
    }

    /// <summary>Has a replica follow nobody and take changes itself.</summary>
    public void Promote() => Execute("SELECT pg_promote()");

    /// <summary>The address of one of its databases.</summary>
    public string Url(string database) =>
        $"postgresql://{User}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}/{database}";

    /// <summary>A connection past the miner's store, as an operator's shell would open.</summary>
    public NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = User,
            Password = Password,
            Database = database,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>A new database, empty or as <paramref name="template"/> is, to which nobody must be connected.</summary>
    public string CreateDatabase(string template = "template0")
    {
        var name = $"test_{Interlocked.Increment(ref _databases).ToString(CultureInfo.InvariantCulture)}";
        Execute($"CREATE DATABASE {name} TEMPLATE {template}");
        return name;
    }

    public void DropDatabase(string name) => Execute($"DROP DATABASE {name} WITH (FORCE)");

    /// <summary>Ends it as an operator would: connections are cut, what was committed is kept.</summary>
    public async Task StopAsync()
    {
        if (_process is null) return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().InTimeAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Ends it at once, as a crash does.</summary>
    public async Task KillAsync()
    {
        using (var server = Process.GetProcessById(ProcessId)) server.Kill();
        await StopAsync();
    }

    /// <summary>Starts it again on its port, with what it held.</summary>
    public async Task StartAgainAsync()
    {
        string[] server =
        [
            Program("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture),
            .. Settings(["listen_addresses=127.0.0.1", $"unix_socket_directories={_folder.FullName}", "max_connections=200", .. _settings]),
        ];
        var start = new ProcessStartInfo("sh", ["-c", RunUntilEndOfInput, "sh", .. AsUnprivileged, .. server])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException("PostgreSQL ended before it was ready."));
            else if (line.Data.Contains(Ready, StringComparison.Ordinal)) ready.TrySetResult();
        };
        _process.BeginErrorReadLine();
        await ready.Task.InTimeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private static string[] AsUnprivileged =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];

    private static Task<PostgresServer> StartAsync(IEnumerable<string> settings) => StartAsync(MakeFolder(settings));

    private static async Task<PostgresServer> StartAsync(PostgresServer server)
    {
        var passwordFile = Path.Combine(server._folder.FullName, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        await GiveFolderAsync(server);
        await RunAsync(
        [
            .. AsUnprivileged, Program("initdb"), "-D", server.Data, "-U", User, "--pwfile", passwordFile, "--auth=scram-sha-256",
            "--encoding=UTF8", "--no-locale", "--no-sync",
        ]);
        await server.StartAgainAsync();
        return server;
    }

    private static PostgresServer MakeFolder(IEnumerable<string> settings) =>
        new(Directory.CreateTempSubdirectory("miner-postgres-"), settings);

    private static Task GiveFolderAsync(PostgresServer server) =>
        Environment.IsPrivilegedProcess ? RunAsync(["chown", "-R", "postgres:", server._folder.FullName]) : Task.CompletedTask;

    private static IEnumerable<string> Settings(IEnumerable<string> settings) => settings.SelectMany(setting => new[] { "-c", setting });

    /// <summary>Debian keeps the programs of each version apart and off the PATH; the newest is taken.</summary>
    private static string Program(string name)
    {
        const string root = "/usr/lib/postgresql";
        var found = Directory.Exists(root)
            ? Directory.GetDirectories(root)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin", name))
                .FirstOrDefault(File.Exists)
            : null;
        return found ?? throw new FileNotFoundException($"There is no {name}: on Debian, apt-get install postgresql.");
    }

    private static async Task RunAsync(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync().InTimeAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} failed: {error}");
    }

    private async Task UntilAsync(string condition)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        await using var connection = Connect("postgres");
        await using var command = new NpgsqlCommand(condition, connection);
        while (await command.ExecuteScalarAsync(patience.Token) is false) await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
    }

    private void Execute(string sql)
    {
        using var connection = Connect("postgres");
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
