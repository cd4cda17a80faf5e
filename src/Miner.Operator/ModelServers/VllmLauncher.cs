using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Miner.Operator.ModelServers;

/// <summary>Starts vLLM: the program where it is installed, else its image in Docker. Its output goes where this process's goes.</summary>
/// <param name="searchPath">Folders in the form of the <c>PATH</c> variable.</param>
/// <param name="home">The user's own folder.</param>
internal sealed class VllmLauncher(string searchPath, string home, TimeProvider time) : IModelServerLauncher
{
    /// <summary>Settings of the miner with which vLLM can do nothing: it warns of every variable that begins like its own.</summary>
    private static readonly string[] NotForVllm = ["VLLM_MODEL", "VLLM_BASE_URL"];

    public IReadOnlyList<string> Command(ModelServerOptions options)
    {
        if (Find(VllmCommand.Program) is not null) return VllmCommand.Local(options);
        if (Find(VllmCommand.DockerProgram) is not null) return VllmCommand.Docker(options, home);
        throw new ModelServerException(
            "Neither vllm nor docker is installed: install vLLM (`pip install vllm`), or Docker with the NVIDIA Container Toolkit.");
    }

    public IModelServer Start(ModelServerOptions options)
    {
        var command = Command(options);
        RequireFree(options.Port);

        var start = new ProcessStartInfo(Find(command[0])!, command.Skip(1)) { UseShellExecute = false };
        foreach (var name in NotForVllm) start.Environment.Remove(name);
        if (options.ApiKey is not null) start.Environment["VLLM_API_KEY"] = options.ApiKey;
        try
        {
            return new VllmProcess(Process.Start(start)!, options, time);
        }
        catch (Win32Exception exception)
        {
            throw new ModelServerException($"{command[0]} cannot be started: {exception.Message}.");
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
            throw new ModelServerException(
                $"Port {port} cannot be used ({exception.Message}): is a server running there? Give another by --port.");
        }
    }

    private string? Find(string program) => searchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path)
    {
        const UnixFileMode AnyoneMayRun = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyoneMayRun) != 0);
    }
}
