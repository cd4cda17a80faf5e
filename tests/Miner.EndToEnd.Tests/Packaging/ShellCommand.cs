using System.Diagnostics;

namespace Miner.EndToEnd.Tests.Packaging;

/// <summary>Programs of the system, run to their end.</summary>
internal static class ShellCommand
{
    /// <summary>How long making a clean root or a package may take on a busy machine.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>What <paramref name="program"/> wrote, both streams, once it has ended with exit status 0.</summary>
    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var (status, output) = await TryAsync(program, arguments);
        Assert.That(status, Is.Zero, $"{program}\n{output}");
        return output;
    }

    /// <summary>
    /// Runs <paramref name="program"/> with nothing on its standard input; when it takes too long, it is ended with all that it started.
    /// </summary>
    public static async Task<(int Status, string Output)> TryAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The SDK that runs these tests must not tell another one what to build with.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            process.StandardInput.Close();
            var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, string.Concat(await texts));
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
