using System.Net;
using Miner.Api.Settings;
using Miner.Infrastructure.Llm;

namespace Miner.Api.Tests.Settings;

[TestFixture]
internal sealed class MinerSettingsTests
{
    [Test]
    public void Read_WithNothingSetInDevelopment_IsOfflineWithAKeyOfItsOwn()
    {
        var settings = Read("ENVIRONMENT=development");

        Assert.Multiple(() =>
        {
            Assert.That(settings.Models.Models, Is.Empty);
            Assert.That(settings.ApiKeys.MadeForThisRun, Is.True);
            Assert.That(settings.ApiKeys.Keys.Single(), Has.Length.EqualTo(43));
            Assert.That(settings.Server.Port, Is.EqualTo(8001));
            Assert.That(settings.Server.MaxConcurrentRequests, Is.EqualTo(1_000));
            Assert.That(settings.RequestLimits.Limits["complete"], Is.EqualTo(new RequestLimit(20, TimeSpan.FromMinutes(1))));
        });
    }

    [Test]
    public void Read_WithThePlaceholderKeyInDevelopment_MakesOne() =>
        Assert.That(Read("ENVIRONMENT=development", "API_KEY=change-me").ApiKeys.MadeForThisRun, Is.True);

    [Test]
    public void Read_WithTwoKeys_TakesBoth() =>
        Assert.That(Read("API_KEY=new, old", "LLM_PROVIDER=offline").ApiKeys.Keys, Is.EqualTo(new[] { "new", "old" }));

    [TestCase("", false)]
    [TestCase("calculator", true)]
    [TestCase(" Calculator, ", true)]
    public void Read_WithTools_OffersThose(string tools, bool offered) => Assert.That(
        Read("API_KEY=k", "LLM_PROVIDER=offline", $"ANSWER_TOOLS={tools}").Answering.OffersCalculator, Is.EqualTo(offered));

    [TestCase("API_KEY is required", "LLM_PROVIDER=offline")]
    [TestCase("API_KEY is required", "LLM_PROVIDER=offline", "ENVIRONMENT=staging")]
    [TestCase("placeholder", "LLM_PROVIDER=offline", "API_KEY=change-me")]
    [TestCase("placeholder", "LLM_PROVIDER=offline", "API_KEY=real,change-me")]
    [TestCase("placeholder", "LLM_PROVIDER=offline", "API_KEY=your-secure-random-api-key-here")]
    [TestCase("placeholder", "LLM_PROVIDER=offline", "API_KEY=Your-API-Key-Here")]
    [TestCase("API_KEY may hold", "LLM_PROVIDER=offline", "API_KEY=clé")]
    [TestCase("No model is configured", "API_KEY=k")]
    [TestCase("OPENAI_API_KEY is required", "API_KEY=k", "LLM_PROVIDER=openai")]
    [TestCase(
        "LLM_PROVIDER must be one of openai, vllm, anthropic, offline", "API_KEY=k", "OPENAI_API_KEY=sk", "LLM_PROVIDER=gemini")]
    [TestCase("PORT must be a whole number from 0 to 65535", "API_KEY=k", "LLM_PROVIDER=offline", "PORT=abc")]
    [TestCase("PORT must be", "API_KEY=k", "LLM_PROVIDER=offline", "PORT=65536")]
    [TestCase("HOST must be", "API_KEY=k", "LLM_PROVIDER=offline", "HOST=example.org")]
    [TestCase("UI_HOST must be", "API_KEY=k", "LLM_PROVIDER=offline", "UI_HOST=example.org")]
    [TestCase("UI_PORT must be", "API_KEY=k", "LLM_PROVIDER=offline", "UI_PORT=-1")]
    [TestCase("API_BASE_URL must be", "API_KEY=k", "LLM_PROVIDER=offline", "API_BASE_URL=localhost:8001")]
    [TestCase("ENVIRONMENT must be", "API_KEY=k", "LLM_PROVIDER=offline", "ENVIRONMENT=test")]
    [TestCase("LOG_LEVEL must be", "API_KEY=k", "LLM_PROVIDER=offline", "LOG_LEVEL=LOUD")]
    [TestCase("LOG_FORMAT must be one of text, json", "API_KEY=k", "LLM_PROVIDER=offline", "LOG_FORMAT=xml")]
    [TestCase("LOG_FILE_MIB must be", "API_KEY=k", "LLM_PROVIDER=offline", "LOG_FILE_MIB=0")]
    [TestCase("LOG_FILES_KEPT must be", "API_KEY=k", "LLM_PROVIDER=offline", "LOG_FILES_KEPT=1001")]
    [TestCase("REQUEST_TIMEOUT must be", "API_KEY=k", "LLM_PROVIDER=offline", "REQUEST_TIMEOUT=61")]
    [TestCase("MAX_CONCURRENT_REQUESTS must be", "API_KEY=k", "LLM_PROVIDER=offline", "MAX_CONCURRENT_REQUESTS=0")]
    [TestCase("MAX_CONCURRENT_REQUESTS must be", "API_KEY=k", "LLM_PROVIDER=offline", "MAX_CONCURRENT_REQUESTS=100001")]
    [TestCase("MAX_CONNECTIONS must be", "API_KEY=k", "LLM_PROVIDER=offline", "MAX_CONNECTIONS=99")]
    [TestCase("ANSWER_TOOLS must be calculator, or empty", "API_KEY=k", "LLM_PROVIDER=offline", "ANSWER_TOOLS=calculator,browser")]
    [TestCase("TEMPERATURE must be a number from 0 to 2", "API_KEY=k", "LLM_PROVIDER=offline", "TEMPERATURE=NaN")]
    [TestCase("OPENAI_BASE_URL must be", "API_KEY=k", "LLM_PROVIDER=offline", "OPENAI_BASE_URL=ftp://x")]
    [TestCase("VLLM_BASE_URL must be", "API_KEY=k", "LLM_PROVIDER=offline", "VLLM_BASE_URL=http://user:pw@x")]
    [TestCase("TRUSTED_PROXIES must list", "API_KEY=k", "LLM_PROVIDER=offline", "TRUSTED_PROXIES=everyone")]
    [TestCase("CORS_ALLOWED_ORIGINS must list", "API_KEY=k", "LLM_PROVIDER=offline", "CORS_ALLOWED_ORIGINS=*")]
    [TestCase("RATE_LIMIT_COMPLETE must be", "API_KEY=k", "LLM_PROVIDER=offline", "RATE_LIMIT_COMPLETE=twenty")]
    [TestCase("RATE_LIMIT_KEY_TOTAL must be", "API_KEY=k", "LLM_PROVIDER=offline", "RATE_LIMIT_KEY_TOTAL=many")]
    [TestCase("RATE_LIMIT_ENABLED must be", "API_KEY=k", "LLM_PROVIDER=offline", "RATE_LIMIT_ENABLED=maybe")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT must be", "API_KEY=k", "LLM_PROVIDER=offline", "OTEL_EXPORTER_OTLP_ENDPOINT=localhost:4317")]
    [TestCase("ANTHROPIC_API_KEY is required", "API_KEY=k", "LLM_PROVIDER=anthropic")]
    [TestCase("LLM_FALLBACKS must list names", "API_KEY=k", "OPENAI_API_KEY=sk", "LLM_FALLBACKS=a b")]
    [TestCase("LLM_FALLBACKS must name each", "API_KEY=k", "OPENAI_API_KEY=sk", "LLM_FALLBACKS=a,A", "LLM_A_API_KEY=sk")]
    [TestCase("LLM_FALLBACKS follow another", "API_KEY=k", "LLM_PROVIDER=offline", "LLM_FALLBACKS=a", "LLM_A_API_KEY=sk")]
    [TestCase("LLM_A_API_KEY is required", "API_KEY=k", "OPENAI_API_KEY=sk", "LLM_FALLBACKS=a")]
    [TestCase("LLM_A_PROVIDER must be one of", "API_KEY=k", "OPENAI_API_KEY=sk", "LLM_FALLBACKS=a", "LLM_A_API_KEY=sk", "LLM_A_PROVIDER=b")]
    [TestCase("LLM_EXTRA_BODY must be a JSON object", "API_KEY=k", "LLM_PROVIDER=offline", "LLM_EXTRA_BODY=[1]")]
    [TestCase("LLM_EXTRA_BODY must be a JSON object", "API_KEY=k", "LLM_PROVIDER=offline", "LLM_EXTRA_BODY={")]
    [TestCase("LLM_EXTRA_BODY must be", "API_KEY=k", "LLM_PROVIDER=offline", """LLM_EXTRA_BODY={"a":1,"a":2}""")]
    [TestCase("LLM_EXTRA_BODY must be", "API_KEY=k", "LLM_PROVIDER=offline", """LLM_EXTRA_BODY={"a":{"b":1,"b":2}}""")]
    [TestCase("LLM_EXTRA_BODY must be", "API_KEY=k", "LLM_PROVIDER=offline", """LLM_EXTRA_BODY={"a":"\ud800"}""")]
    [TestCase("DATABASE_URL", "API_KEY=k", "LLM_PROVIDER=offline", "DATABASE_URL=mysql://x")]
    public void Read_WithOneWrongSetting_SaysWhatItMayBe(string problem, params string[] lines) =>
        Assert.That(() => Read(lines), Throws.TypeOf<SettingsException>()
            .With.Property(nameof(SettingsException.Problems)).Count.EqualTo(1).And.Message.Contains(problem));

    [Test]
    public void Read_WithSeveralWrongSettings_ListsThemAllAndRepeatsNoValue()
    {
        var exception = Assert.Throws<SettingsException>(() => Read(
            "PORT=secret-1", "LLM_PROVIDER=secret-2", "MAX_TOKENS=secret-3", "DATABASE_URL=postgresql://user:secret-4@host:x/db"));

        Assert.That(exception.Problems, Has.Count.EqualTo(5));
        Assert.That(exception.Message, Does.Contain("DATABASE_URL").And.Not.Contain("secret"));
    }

    [Test]
    public void Read_WithAnOpenAiKeyAndNoProvider_TakesOpenAi()
    {
        var chain = Read("API_KEY=k", "OPENAI_API_KEY=sk", "OPENAI_MODEL=m", "OPENAI_BASE_URL=http://localhost:1/v1").Models;
        var model = chain.Models.Single();

        Assert.That((model.Provider, model.Model, model.BaseUrl.Port), Is.EqualTo((ChatModelProvider.OpenAi, "m", 1)));
        Assert.That(model.ApiKeys, Is.EqualTo(new[] { "sk" }));
    }

    [Test]
    public void Read_WithVllm_TakesItsOwnSettings()
    {
        var model = Read("API_KEY=k", "LLM_PROVIDER=VLLM", "OPENAI_API_KEY=sk").Models.Models.Single();

        Assert.That(
            (model.Provider, model.ApiKeys.Count, model.BaseUrl.ToString()),
            Is.EqualTo((ChatModelProvider.Vllm, 0, "http://localhost:8000/v1")));
    }

    [Test]
    public void Read_WithFallbacks_TakesThemInOrderEachWithItsOwnSettings()
    {
        var chain = Read(
            "API_KEY=k", "OPENAI_API_KEY=sk-1, sk-2", "REASONING_EFFORT=low", "LLM_HEDGE=true", "LLM_FALLBACKS=Backup, cheap",
            "LLM_BACKUP_PROVIDER=anthropic", "LLM_BACKUP_API_KEY=ak", "LLM_BACKUP_MODEL=m",
            "LLM_CHEAP_BASE_URL=http://localhost:1/v1", """LLM_CHEAP_EXTRA_BODY={"top_k":1}""").Models;

        Assert.That(chain.Hedges, Is.True);
        Assert.That(
            chain.Models.Select(model => string.Join(
                '|', model.Name, model, string.Join('+', model.ApiKeys), $"{model.ReasoningEffort}{model.ExtraBody}")),
            Is.EqualTo(new[]
            {
                "|OpenAi gpt-4o-mini|sk-1+sk-2|low", "backup|Anthropic m|ak|", """cheap|OpenAi gpt-4o-mini||{"top_k":1}""",
            }));
    }

    [TestCase("MAX_CONCURRENT_REQUESTS=70", 70)]
    [TestCase("CONNECTION_POOL_MAX=7", 7)]
    public void Read_OfTheConnections_TakesThoseOfTheRequestsWhereNothingElseIsSet(string line, int connections)
    {
        var chain = Read(line, "API_KEY=k", "OPENAI_API_KEY=sk", "LLM_FALLBACKS=b", "LLM_B_API_KEY=sk").Models;

        Assert.That(chain.Models.Select(model => model.MaxConnections), Is.EqualTo(new[] { connections, connections }));
    }

    [TestCase("ENVIRONMENT=development", true)]
    [TestCase("ENVIRONMENT=production", false)]
    [TestCase("UI_ENABLED=true", true)]
    public void Read_OfTheTestPage_IsOnInDevelopmentOnlyByDefault(string line, bool enabled) =>
        Assert.That(Read(line, "API_KEY=k", "LLM_PROVIDER=offline").TestUi.Enabled, Is.EqualTo(enabled));

    [Test]
    public void Read_WithTrustedProxies_TakesAddressesAndNetworks() =>
        Assert.That(
            Read("API_KEY=k", "LLM_PROVIDER=offline", "TRUSTED_PROXIES=127.0.0.1, 10.0.0.0/8, ::1").Server.TrustedProxies,
            Is.EqualTo(new[] { IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("::1/128") }));

    [TestCase("20/minute", 20, 60)]
    [TestCase("1 / SECOND", 1, 1)]
    [TestCase("5/hour", 5, 3_600)]
    [TestCase("7/day", 7, 86_400)]
    public void TryParse_OfALimit_ReadsCountAndPeriod(string text, int requests, int seconds)
    {
        Assert.That(RequestLimitSettings.TryParse(text, out var limit), Is.True);
        Assert.That(limit, Is.EqualTo(new RequestLimit(requests, TimeSpan.FromSeconds(seconds))));
    }

    [TestCase("0")]
    [TestCase("0/minute")]
    public void TryParse_OfZero_IsNoLimit(string text)
    {
        Assert.That(RequestLimitSettings.TryParse(text, out var limit), Is.True);
        Assert.That(limit, Is.Null);
    }

    [TestCase("")]
    [TestCase("20")]
    [TestCase("-1/minute")]
    [TestCase("20/fortnight")]
    [TestCase("20/minute/minute")]
    [TestCase("99999999999/minute")]
    public void TryParse_OfAnythingElse_IsRefused(string text) =>
        Assert.That(RequestLimitSettings.TryParse(text, out _), Is.False);

    [Test]
    public void In_WithSettingsOfTheOriginal_NamesThem() =>
        Assert.That(IgnoredSettings.In(Configuration("TOP_P=0.9", "DEBUG=true", "PORT=1")), Is.EqualTo(new[] { "DEBUG", "TOP_P" }));

    [Test]
    public void EnvExample_ListsEverySettingWithItsDefault()
    {
        var path = Path.Combine(AppContext.BaseDirectory, ".env.example");
        var listed = File.ReadAllLines(path)
            .Select(line => line.TrimStart('#'))
            .Where(line =>
                line.Contains('=') && line[..line.IndexOf('=')].All(character => char.IsAsciiLetterUpper(character) || character == '_'))
            .ToDictionary(line => line[..line.IndexOf('=')], line => line[(line.IndexOf('=') + 1)..]);
        var reader = new SettingReader(Configuration());
        MinerSettings.Read(reader);
        var defaults = reader.Settings.ToDictionary(setting => setting.Name, setting => setting.Default);
        defaults["API_KEY"] = ApiKeySettings.Placeholder;

        Assert.That(listed, Is.EquivalentTo(defaults));
    }

    private static MinerSettings Read(params string[] lines) => MinerSettings.Read(Configuration(lines));

    private static IConfiguration Configuration(params string[] lines) => new ConfigurationBuilder()
            .AddInMemoryCollection(
                lines.Select(line => KeyValuePair.Create(line[..line.IndexOf('=')], (string?)line[(line.IndexOf('=') + 1)..])))
            .Build();
}
