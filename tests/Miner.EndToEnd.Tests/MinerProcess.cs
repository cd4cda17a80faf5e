using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>The miner as a process of its own, in a folder of its own, with none of this machine's settings.</summary>
internal sealed partial class MinerProcess : IAsyncDisposable
{
    public const string Key = "test-key-0123456789";

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly Task _ended;
    private TaskCompletionSource _more = NewSignal();

    private MinerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _ended = _process.WaitForExitAsync();
    }

    public int Id => _process.Id;

    /// <summary>What it has written so far, both streams.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>
    /// A miner with the embedded model on a free port of the loopback, which takes <see cref="Key"/>, unless
    /// <paramref name="settings"/> say otherwise.
    /// </summary>
    public static MinerProcess Serving(string folder, params IEnumerable<(string Name, string Value)> settings)
    {
        var all = new Dictionary<string, string>
        {
            ["API_KEY"] = Key,
            ["LLM_PROVIDER"] = "offline",
            ["HOST"] = "127.0.0.1",
            ["PORT"] = "0",
        };
        foreach (var (name, value) in settings) all[name] = value;
        return Published(folder, all);
    }

    /// <summary>As a published build is started.</summary>
    public static MinerProcess Published(
        string folder, IReadOnlyDictionary<string, string> settings, params IEnumerable<string> arguments) =>
        Of(Repository.ApiProgram, arguments, folder, settings);

    /// <summary>By a program that becomes the miner.</summary>
    public static MinerProcess Of(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> settings) =>
        new(ProcessStart.Of(program, arguments, folder, settings));

    /// <param name="start">What becomes a miner by itself; its output is redirected.</param>
    public static MinerProcess Of(ProcessStartInfo start) => new(start);

    /// <summary>As <c>dotnet run</c> starts it, without building it again, and with nothing set.</summary>
    public static MinerProcess DotnetRun(string folder)
    {
        string[] arguments = ["run", "--no-build", "-c", Repository.Configuration, "--project", Repository.ApiProject];
        return Of("dotnet", arguments, folder, new Dictionary<string, string>());
    }

    /// <summary>The address that it listens on, once it does.</summary>
    public async Task<Uri> AddressAsync() =>
        new((await FirstAsync(Listening)).Groups[1].Value.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));

    /// <summary>A client for the address that it listens on, once it does.</summary>
    /// <param name="key">The key that it sends, or null for none.</param>
    public async Task<HttpClient> ConnectAsync(string? key = Key)
    {
        var client = new HttpClient { BaseAddress = await AddressAsync() };
        if (key is not null) client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

    /// <summary>The address of its test page, once it is served.</summary>
    public async Task<Uri> PageAsync() => new((await FirstAsync(Page)).Groups[1].Value);

    /// <summary>Waits until it has written <paramref name="text"/>.</summary>
    public Task SaysAsync(string text) => FirstAsync(new Regex(Regex.Escape(text)));

    /// <summary>The files that it has loaded, from <c>/proc</c>.</summary>
    public Task<string> LoadedFilesAsync() => File.ReadAllTextAsync($"/proc/{Id}/maps");

    /// <summary>How many bytes of memory of its own it has, files that it maps not counted, from <c>/proc</c>.</summary>
    public async Task<long> MemoryAsync()
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{Id}/status");
        var anonymous = lines.Single(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(anonymous.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>What its open file descriptors stand for, from <c>/proc</c>, but for those that it closes meanwhile.</summary>
    public IReadOnlyList<string> OpenFiles() =>
        [.. Directory.EnumerateFiles($"/proc/{Id}/fd").Select(descriptor => new FileInfo(descriptor).LinkTarget).OfType<string>()];

    /// <summary>The exit status, once it has ended by itself.</summary>
    public async Task<int> ExitAsync()
    {
        await _ended.InTimeAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends it at once (SIGKILL), with whatever it started.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await ExitAsync();
    }

    /// <summary>Asks it to end (SIGTERM).</summary>
    public Task<int> TerminateAsync() => EndByAsync("TERM");

    /// <summary>Ends it as Ctrl-C does (SIGINT).</summary>
    public Task<int> InterruptAsync() => EndByAsync("INT");

    /// <summary>Has it read its settings again (SIGHUP).</summary>
    public Task ReloadAsync() => SignalAsync("HUP");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Listening on (http://[^\s,""]+)")]
    private static partial Regex Listening { get; }

    [GeneratedRegex(@"Test page on (http://[^\s,""]+)")]
    private static partial Regex Page { get; }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Read(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        Interlocked.Exchange(ref _more, NewSignal()).SetResult();
    }

    /// <summary>The first place where its output matches, once it does.</summary>
    private async Task<Match> FirstAsync(Regex pattern)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < Patience.Limit)
        {
            // Both are looked at before the output is, so that whatever comes after that is waited for.
            var (more, hasEnded) = (Volatile.Read(ref _more).Task, _ended.IsCompleted);
            if (pattern.Match(Output) is { Success: true } match) return match;
            if (hasEnded) break;
            await Task.WhenAny(more, _ended).InTimeAsync();
        }

        throw new InvalidOperationException($"The miner did not write '{pattern}'.\n{Output}");
    }

    private async Task<int> EndByAsync(string signal)
    {
        await SignalAsync(signal);
        return await ExitAsync();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
