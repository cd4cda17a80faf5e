using System.Diagnostics;

namespace Miner.EndToEnd.Tests;

internal static class ProcessStart
{
    /// <summary>
    /// Starts <paramref name="program"/> with its output redirected, with nothing of this machine's environment but what programs and .NET
    /// need, and with <paramref name="settings"/>.
    /// </summary>
    public static ProcessStartInfo Of(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> settings)
    {
        // What a script starts in its background ignores SIGINT, what nohup starts SIGHUP, and so does all that it starts in turn.
        var start = new ProcessStartInfo("env", ["--default-signal=HUP,INT,TERM", program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var kept = start.Environment
            .Where(variable => variable.Key is "PATH" or "HOME" or "TMPDIR" || IsDotnets(variable.Key))
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    private static bool IsDotnets(string variable) =>
        variable.StartsWith("DOTNET_", StringComparison.Ordinal) && variable != "DOTNET_ENVIRONMENT";
}
