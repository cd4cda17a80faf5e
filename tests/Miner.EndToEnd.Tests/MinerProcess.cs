using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Miner.EndToEnd.Tests;

/// <summary>The miner as a process of its own, in a folder of its own, with none of this machine's settings.</summary>
internal sealed partial class MinerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MinerProcess(string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.UseOnly(environment);

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) =>
        {
            var ended = new InvalidOperationException($"The miner ended.\n{Output}");
            _listening.TrySetException(ended);
            _page.TrySetException(ended);
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written so far, both streams.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>As <c>dotnet run</c> starts it, without building it again.</summary>
    public static MinerProcess DotnetRun(string folder, IReadOnlyDictionary<string, string> environment) => new(
        "dotnet",
        ["run", "--no-build", "-c", Repository.Configuration, "--project", Repository.ApiProject],
        folder,
        environment);

    /// <summary>As a published build is started.</summary>
    public static MinerProcess Published(
        string folder, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments) =>
        new(Repository.ApiProgram, arguments, folder, environment);

    /// <summary>A client for the address that it listens on, once it does.</summary>
    public async Task<HttpClient> ConnectAsync(string? key = null)
    {
        var client = new HttpClient { BaseAddress = await _listening.Task.WaitAsync(Patience) };
        if (key is not null) client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

    /// <summary>The files that it has loaded, from <c>/proc</c>.</summary>
    public Task<string> LoadedFilesAsync() => File.ReadAllTextAsync($"/proc/{_process.Id}/maps");

    /// <summary>How many bytes of memory of its own it has, files that it maps not counted, from <c>/proc</c>.</summary>
    public async Task<long> MemoryAsync()
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{_process.Id}/status");
        var anonymous = lines.Single(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(anonymous.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>What its open file descriptors stand for, from <c>/proc</c>.</summary>
    public IReadOnlyList<string?> OpenFiles() =>
        [.. Directory.EnumerateFiles($"/proc/{_process.Id}/fd").Select(descriptor => new FileInfo(descriptor).LinkTarget)];

    /// <summary>The address of its test page, once it is served.</summary>
    public Task<Uri> PageAsync() => _page.Task.WaitAsync(Patience);

    /// <summary>Waits until it has written <paramref name="text"/>.</summary>
    public async Task SaysAsync(string text)
    {
        var waited = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"The miner did not say '{text}'.\n{Output}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>The exit status, once it has ended by itself.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once (SIGKILL), with whatever it started.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks it to end (SIGTERM).</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        return await ExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Listening on (http://[^\s,""]+)")]
    private static partial Regex Listening { get; }

    [GeneratedRegex(@"Test page on (http://[^\s,""]+)")]
    private static partial Regex Page { get; }

    private void Read(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (Page.Match(line) is { Success: true } page) _page.TrySetResult(new Uri(page.Groups[1].Value));
        if (Listening.Match(line) is { Success: true } match)
            _listening.TrySetResult(new Uri(match.Groups[1].Value.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)));
    }
}
