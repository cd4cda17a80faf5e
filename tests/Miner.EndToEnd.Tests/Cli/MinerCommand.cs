using System.Diagnostics;
using Miner.Testing;

namespace Miner.EndToEnd.Tests.Cli;

/// <summary>What a verb of the program wrote, and its exit status.</summary>
internal sealed record MinerCommand(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a verb to its end in <paramref name="folder"/>, with none of this machine's settings.</summary>
    /// <param name="input">What stands on its standard input.</param>
    public static async Task<MinerCommand> RunAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? settings = null, string input = "")
    {
        var start = ProcessStart.Of(Repository.ApiProgram, arguments, folder, settings ?? new Dictionary<string, string>());
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().InTimeAsync();
            return new MinerCommand(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
