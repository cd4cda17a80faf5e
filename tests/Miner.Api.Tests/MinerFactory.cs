using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Miner.Client;
using Miner.Testing;

namespace Miner.Api.Tests;

/// <summary>
/// The whole service on a real port of the loopback, with a database file of its own, a stub upstream and a clock that stands still.
/// Production settings, limits off, key <see cref="Key"/>, unless a test says otherwise.
/// </summary>
internal sealed class MinerFactory : WebApplicationFactory<Program>
{
    public const string Key = "test-key";

    private readonly Dictionary<string, string> _settings;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("miner-api-tests-");
    private readonly Lazy<HttpClient> _http;
    private readonly Action<IServiceCollection> _services;

    private MinerFactory(
        StubUpstream upstream, IEnumerable<(string Name, string Value)> settings, Action<IServiceCollection> services)
    {
        Upstream = upstream;
        _services = services;
        _http = new Lazy<HttpClient>(() => CreateKeyedClient());
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

    public DrivenClock Clock { get; } = new();

    public LogCapture Log { get; } = new();

    public string DatabasePath => Path.Combine(_folder.FullName, "miner.db");

    /// <summary>Where it listens.</summary>
    public Uri Address => Http.BaseAddress!;

    /// <summary>Sends <see cref="Key"/>.</summary>
    public HttpClient Http => _http.Value;

    /// <summary>The generated client, with <see cref="Key"/>.</summary>
    public IMinerClient Client => new MinerClient(Http);

    /// <summary>Starts the service with <paramref name="settings"/> in addition to those above, or in place of them.</summary>
    public static Task<MinerFactory> StartAsync(params IEnumerable<(string Name, string Value)> settings) =>
        StartAsync(_ => { }, settings);

    /// <inheritdoc cref="StartAsync(IEnumerable{ValueTuple{string, string}})"/>
    /// <param name="services">Changes what is registered.</param>
    public static async Task<MinerFactory> StartAsync(
        Action<IServiceCollection> services, params IEnumerable<(string Name, string Value)> settings)
    {
        var factory = new MinerFactory(await StubUpstream.StartAsync(), settings, services);
        factory.StartServer();
        return factory;
    }

    /// <summary>A client that sends <paramref name="key"/>; what <c>CreateClient</c> makes sends none.</summary>
    public HttpClient CreateKeyedClient(string key = Key)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add("X-API-Key", key);
        return client;
    }

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
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            _services(services);
        });
    }
}
