using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests;

/// <summary>
/// The whole service on a real port of the loopback, with a database file of its own and a stub upstream. Production settings, limits off,
/// key <see cref="Key"/>, unless a test says otherwise.
/// </summary>
internal sealed class MinerFactory : WebApplicationFactory<Program>
{
    public const string Key = "test-key";

    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-api-tests-");

    private MinerFactory(StubUpstream upstream, Dictionary<string, string> settings, Action<IServiceCollection>? services)
    {
        Upstream = upstream;
        _services = services;
        _settings = new Dictionary<string, string>
        {
            ["ENVIRONMENT"] = "production",
            ["HOST"] = "127.0.0.1",
            ["PORT"] = "0",
            ["API_KEY"] = Key,
            ["LLM_PROVIDER"] = "openai",
            ["OPENAI_API_KEY"] = "sk-upstream-secret",
            ["OPENAI_BASE_URL"] = upstream.BaseUrl.ToString(),
            ["RATE_LIMIT_ENABLED"] = "false",
            ["LOG_LEVEL"] = "DEBUG",
            ["DATABASE_URL"] = $"sqlite:///{DatabasePath}",
        };
        foreach (var (name, value) in settings) _settings[name] = value;
        UseKestrel();
    }

    public StubUpstream Upstream { get; }

    public LogCapture Log { get; } = new();

    public string DatabasePath => Path.Combine(_folder.FullName, "miner.db");

    /// <summary>Starts the service; a client of it sends no key unless one is added.</summary>
    public static async Task<MinerFactory> StartAsync(
        Dictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var factory = new MinerFactory(await StubUpstream.StartAsync(), settings ?? [], services);
        factory.StartServer();
        return factory;
    }

    /// <summary>A client that sends <see cref="Key"/>.</summary>
    public HttpClient CreateKeyedClient(string key = Key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

    /// <summary>The generated client, with <see cref="Key"/>.</summary>
    public IMinerClient CreateMinerClient() => new MinerClient(CreateKeyedClient());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Upstream.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        if (_services is not null) builder.ConfigureTestServices(_services);
    }
}
