using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.Benchmarks.Load;

/// <summary>The miner as a process of its own, on a free port of the loopback, with a new database and its limits off.</summary>
internal sealed partial class LoadedMiner : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-load-");
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private LoadedMiner(string program, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [program]) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["HOST"] = "127.0.0.1";
        start.Environment["PORT"] = "0";
        start.Environment["API_KEY"] = Key;
        start.Environment["RATE_LIMIT_ENABLED"] = "false";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) =>
        {
            if (Listening.Match(line.Data ?? "") is { Success: true } found) _address.TrySetResult(new Uri(found.Groups[1].Value));
        };
        _process.Start();
        _process.BeginOutputReadLine();
    }

    public static string Key => "load-key-0123456789";

    /// <summary>Processor time so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    [GeneratedRegex(@"Listening on (http://[^\s,""]+)")]
    private static partial Regex Listening { get; }

    /// <summary>A miner that listens, and its address.</summary>
    /// <param name="program">The path of its <c>Miner.Api.dll</c>.</param>
    public static async Task<(LoadedMiner Miner, Uri Address)> StartAsync(
        string program, IReadOnlyDictionary<string, string> settings)
    {
        var miner = new LoadedMiner(program, settings);
        return (miner, await miner._address.Task.InTimeAsync());
    }

    /// <summary>The most memory that it has had resident, in MiB, files that it maps not counted.</summary>
    public double MemoryMiB()
    {
        var lines = File.ReadAllLines($"/proc/{_process.Id}/status");
        return (Kilobytes("VmHWM:") - Kilobytes("RssFile:")) / 1024.0;

        long Kilobytes(string name) => long.Parse(
            lines.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
