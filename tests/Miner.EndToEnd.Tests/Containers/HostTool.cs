using System.ComponentModel;
using System.Diagnostics;

namespace Miner.EndToEnd.Tests.Containers;

/// <summary>A program of a Debian package, run to its end.</summary>
internal static class HostTool
{
    /// <summary>An image is compiled whole: a minute or two on an idle machine, and much more on a busy one.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <returns>What it wrote to its standard output.</returns>
    /// <exception cref="AssertionException">It is not installed, or it failed.</exception>
    public static async Task<string> RunAsync(
        string program, string package, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Start(start, package);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Longest);
            Assert.That(process.ExitCode, Is.Zero, $"{program}: {await error}\n{await output}");
            return await output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new AssertionException($"{start.FileName} is not on the PATH; on Debian: apt-get install {package}", exception);
        }
    }
}
