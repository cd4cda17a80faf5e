using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Miner.Operator.ModelServers;

/// <summary>Starts vLLM: the program where it is installed, else its image in Docker. Its output goes where this process's goes.</summary>
public sealed class VllmLauncher
{
    /// <summary>Settings of the miner with which vLLM can do nothing: it warns of every variable that begins like its own.</summary>
    private static readonly string[] NotForVllm = ["VLLM_MODEL", "VLLM_BASE_URL"];

    private readonly string _searchPath;
    private readonly string _home;
    private readonly TimeProvider _time;

    /// <summary>Finds programs as this process's environment says.</summary>
    public VllmLauncher(TimeProvider time)
        : this(
            Environment.GetEnvironmentVariable("PATH") ?? "",
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            time)
    {
    }

    /// <param name="searchPath">Folders in the form of the <c>PATH</c> variable.</param>
    /// <param name="home">The user's own folder.</param>
    internal VllmLauncher(string searchPath, string home, TimeProvider time)
    {
        _searchPath = searchPath;
        _home = home;
        _time = time;
    }

    /// <summary>The command that <see cref="Start"/> runs, its program first; it holds no key.</summary>
    /// <exception cref="OperatorException">This machine has nothing that could run it.</exception>
    public IReadOnlyList<string> Command(VllmOptions options)
    {
        if (Find(VllmCommand.Program) is not null) return VllmCommand.Local(options);
        if (Find(VllmCommand.DockerProgram) is not null) return VllmCommand.Docker(options, _home);
        throw new OperatorException(
            "Neither vllm nor docker is installed: install vLLM (`pip install vllm`), or Docker with the NVIDIA Container Toolkit.");
    }

    /// <exception cref="OperatorException">
    /// This machine has nothing that could run it, its port is taken, or the program cannot be started.
    /// </exception>
    public VllmProcess Start(VllmOptions options)
    {
        var command = Command(options);
        RequireFree(options.Port);

        var start = new ProcessStartInfo(Find(command[0])!, command.Skip(1)) { UseShellExecute = false };
        foreach (var name in NotForVllm) start.Environment.Remove(name);
        if (options.ApiKey is not null) start.Environment["VLLM_API_KEY"] = options.ApiKey;
        try
        {
            return new VllmProcess(Process.Start(start)!, options, _time);
        }
        catch (Win32Exception exception)
        {
            throw new OperatorException($"{command[0]} cannot be started: {exception.Message}.", exception);
        }
    }

    /// <summary>Else whatever listens there would be taken for the server that was started.</summary>
    private static void RequireFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new OperatorException(
                $"Port {port} cannot be used ({exception.Message}): is a server running there? Give another by --port.",
                exception);
        }
    }

    private string? Find(string program) => _searchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path)
    {
        const UnixFileMode AnyoneMayRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyoneMayRun) != 0);
    }
}
