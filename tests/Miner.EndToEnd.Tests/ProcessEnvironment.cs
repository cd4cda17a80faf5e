using System.Diagnostics;

namespace Miner.EndToEnd.Tests;

internal static class ProcessEnvironment
{
    /// <summary>Leaves of this machine's environment what programs and .NET need, and adds <paramref name="settings"/>.</summary>
    public static void UseOnly(this ProcessStartInfo start, IReadOnlyDictionary<string, string> settings)
    {
        var kept = start.Environment.Where(variable =>
                variable.Key is "PATH" or "HOME" or "TMPDIR"
                || variable.Key.StartsWith("DOTNET_", StringComparison.Ordinal) && variable.Key != "DOTNET_ENVIRONMENT")
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept) start.Environment[name] = value;
        foreach (var (name, value) in settings) start.Environment[name] = value;
    }
}
