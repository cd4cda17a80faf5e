using System.Globalization;
using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>Two miners on one PostgreSQL database behind nginx, as <c>docs/scaling.md</c> sets them up.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private readonly string _folder;
    private readonly StubUpstream _upstream;
    private readonly (string Name, string Value)[] _settings;
    private readonly int[] _ports = [UnusedPort.Find(), UnusedPort.Find()];
    private readonly MinerProcess[] _miners = new MinerProcess[2];
    private NginxProcess? _nginx;

    private Replicas(string folder, StubUpstream upstream, IEnumerable<(string Name, string Value)> settings) =>
        (_folder, _upstream, _settings) = (folder, upstream, [.. settings]);

    public IReadOnlyList<MinerProcess> Miners => _miners;

    /// <param name="settings">Those of both miners: the database, and what they count in.</param>
    public static async Task<Replicas> StartAsync(
        string folder, StubUpstream upstream, params IEnumerable<(string Name, string Value)> settings)
    {
        var replicas = new Replicas(folder, upstream, settings);
        await Task.WhenAll(replicas.StartAsync(0), replicas.StartAsync(1));
        replicas.Port = UnusedPort.Find();
        replicas._nginx = await NginxProcess.StartAsync(folder, replicas.Site(), replicas.Port);
        return replicas;
    }

    /// <summary>The port that nginx listens on.</summary>
    public int Port { get; private set; }

    /// <summary>A client of nginx, with connections of its own.</summary>
    public HttpClient Connect()
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}") };
        client.DefaultRequestHeaders.Add("X-API-Key", MinerProcess.Key);
        return client;
    }

    /// <summary>Starts a miner, or one in the place of one that has ended.</summary>
    public async Task StartAsync(int number)
    {
        if (_miners[number] is { } ended) await ended.DisposeAsync();
        _miners[number] = MinerProcess.Serving(
            _folder,
            [
                ("PORT", _ports[number].ToString(CultureInfo.InvariantCulture)),
                ("LLM_PROVIDER", "vllm"),
                ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()),
                ("TRUSTED_PROXIES", "127.0.0.1"),
                .. _settings,
            ]);
        await _miners[number].AddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_nginx is not null) await _nginx.DisposeAsync();
        foreach (var miner in _miners.OfType<MinerProcess>()) await miner.DisposeAsync();
    }

    private string Site()
    {
        var site = Guide.Block("scaling.md", "nginx before them", 0)
            .Replace("10.0.0.1:8001", $"127.0.0.1:{_ports[0]}", StringComparison.Ordinal)
            .Replace("10.0.0.2:8001", $"127.0.0.1:{_ports[1]}", StringComparison.Ordinal)
            .Replace("listen 443 ssl;", $"listen 127.0.0.1:{Port};", StringComparison.Ordinal);
        return Regex.Replace(site, "^ *ssl_.*\n", "", RegexOptions.Multiline);
    }
}
