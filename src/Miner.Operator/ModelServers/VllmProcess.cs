using System.Diagnostics;
using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Miner.Operator.ModelServers;

/// <summary>A vLLM server that was started, and its HTTP interface on the loopback.</summary>
internal sealed class VllmProcess : IModelServer
{
    private const int TerminationSignal = 15;
    private const int MaxResponseBytes = 1 << 20;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(5);

    /// <summary>To free the GPU and to end what it has started itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly TimeProvider _time;

    public VllmProcess(Process process, ModelServerOptions options, TimeProvider time)
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

    public Task<int> Ended { get; }

    public async Task<IReadOnlyList<string>?> ListModelsAsync(CancellationToken cancellationToken)
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
