using Miner.Api.Settings;
using Miner.Application.Recording;
using Miner.Testing;

namespace Miner.Api.Tests.Calls;

/// <summary>Whatever an operator keeps secret is in no recorded call, whoever quotes it.</summary>
[TestFixture]
internal sealed class RecordedSecretsTests : SharedMinerFixture
{
    /// <summary>Nothing listens on the port, so that limits are counted by this miner alone.</summary>
    private const string Redis = "redis://counter:redis%2Dpa%40ss@127.0.0.1:1/0";

    private const string Postgres = "postgresql://miner:data%2Dpa%40ss@127.0.0.1:1/miner";

    protected override IEnumerable<(string Name, string Value)> Settings =>
    [
        ("RECORD_CALLS", "5"), ("REDIS_URL", Redis), ("METRICS_KEY", "metrics-key-0123456789"), ("BRAVE_API_KEY", "brave-key"),
        ("GOOGLE_SEARCH_API_KEY", "google-key"), ("TAVILY_API_KEY", "tavily-key"), ("OPENAI_API_KEY", "first-key,second-key"),
        ("LLM_FALLBACKS", "backup"), ("LLM_BACKUP_PROVIDER", "vllm"), ("LLM_BACKUP_BASE_URL", "http://127.0.0.1:1/v1"),
        ("LLM_BACKUP_MODEL", "m"), ("LLM_BACKUP_API_KEY", "backup-key"),
        ("OTEL_EXPORTER_OTLP_HEADERS", "x-api-key=otel%20key,x-other=other-key"),
        ("AUTOMAPPER_LICENSE_KEY", "licence-key"), ("PGPASSWORD", "libpq-password"),
    ];

    [TearDown]
    public async Task ForgetCalls()
    {
        using var forgotten = await Http.DeleteAsync(new Uri("/calls", UriKind.Relative));
        forgotten.EnsureSuccessStatusCode();
    }

    [TestCase("redis-pa@ss")]
    [TestCase("redis%2Dpa%40ss")]
    [TestCase("metrics-key-0123456789")]
    [TestCase("brave-key")]
    [TestCase("google-key")]
    [TestCase("tavily-key")]
    [TestCase("first-key")]
    [TestCase("second-key")]
    [TestCase("backup-key")]
    [TestCase("otel key")]
    [TestCase("other-key")]
    [TestCase("licence-key")]
    [TestCase("libpq-password")]
    [TestCase(MinerFactory.Key)]
    public Task Call_QuotingASecret_HidesIt(string secret) => HidesAsync(secret);

    [TestCase("data-pa@ss", Postgres)]
    [TestCase("data%2Dpa%40ss", Postgres)]
    [TestCase("option-pass", "postgresql://127.0.0.1:1/miner?user=miner&password=option-pass")]
    [TestCase("key-pass", "postgresql://127.0.0.1:1/miner?sslpassword=key-pass")]
    public Task Call_QuotingThePasswordOfADatabase_HidesIt(string secret, string url)
    {
        var recorder = Service.Services.GetRequiredService<CallRecorder>();
        recorder.Hide(MinerSettings.Read(Configured(("DATABASE_URL", url))).Recording.Secrets);
        return HidesAsync(secret);
    }

    private async Task HidesAsync(string secret)
    {
        Upstream.RespondInTurn(StubAnswer.Content($"The answer is <{secret}>."));

        await Http.AskAsync("/complete", Requests.Body("c", $"What is [{secret}]?"));

        var record = (await Http.OnlyRecordAsync()).ToJsonString();
        Assert.That(record, Does.Contain("What is [***]?").And.Not.Contain(secret));
    }

    private ConfigurationManager Configured(params IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddConfiguration(Service.Services.GetRequiredService<IConfiguration>());
        configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value));
        return configuration;
    }
}
