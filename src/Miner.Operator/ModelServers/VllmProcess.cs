using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Miner.Operator.ModelServers;

/// <summary>A vLLM server that was started, and its HTTP interface on the loopback; disposing it ends it.</summary>
public sealed class VllmProcess : IAsyncDisposable
{
    private const int TerminationSignal = 15;
    private const int MaxResponseBytes = 1 << 20;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A start takes minutes, and hours where the model must be loaded first: there is no end to the waiting, only a slower pace.
    /// </summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>To free the GPU and to end what it has started itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    internal VllmProcess(Process process, VllmOptions options, TimeProvider time)
    {
        _process = process;
        _time = time;
        Ended = EndAsync();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false })
        {
            BaseAddress = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", options.Port).Uri,
            Timeout = RequestTimeout,
            MaxResponseContentBufferSize = MaxResponseBytes,
        };
        if (options.ApiKey is not null) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
    }

    /// <summary>Its exit status, once it has ended.</summary>
    public Task<int> Ended { get; }

    /// <summary>Waits until the server answers.</summary>
    /// <returns>The names of the models that it serves, or null when it ends first.</returns>
    public async Task<IReadOnlyList<string>?> WaitUntilItAnswersAsync(CancellationToken cancellationToken)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (Ended.IsCompleted) return null;
            if (await ListModelsAsync(cancellationToken) is { } models) return models;
            await Task.WhenAny(Ended, Task.Delay(pause, _time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The names of the models that it serves; null while it does not answer.</summary>
    internal async Task<IReadOnlyList<string>?> ListModelsAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var health = await _http.GetAsync(new Uri("health", UriKind.Relative), cancellationToken);
            using var models = await _http.GetAsync(new Uri("v1/models", UriKind.Relative), cancellationToken);
            if (!health.IsSuccessStatusCode || !models.IsSuccessStatusCode) return null;
            var list = JsonSerializer.Deserialize<ModelList>(
                await models.Content.ReadAsByteArrayAsync(cancellationToken),
                JsonSerializerOptions.Web);
            return list?.Data is { } data ? [.. data.Select(model => model?.Id).OfType<string>()] : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Ended.IsCompleted)
        {
            if (OperatingSystem.IsWindows()) _process.Kill(entireProcessTree: true);
            else _ = Signal(_process.Id, TerminationSignal);
            await EndWithinGraceAsync();
        }

        _http.Dispose();
        _process.Dispose();
    }

    private async Task EndWithinGraceAsync()
    {
        try
        {
            await Ended.WaitAsync(Grace, _time);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await Ended;
        }
    }

    private async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>kill(2), which <see cref="Process"/> offers for SIGKILL only.</summary>
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int processId, int signal);

    private sealed record ModelList(IReadOnlyList<ServedModel?>? Data);

    private sealed record ServedModel(string? Id);
}
