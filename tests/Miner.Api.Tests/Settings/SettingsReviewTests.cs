using Miner.Api.Settings;

namespace Miner.Api.Tests.Settings;

[TestFixture]
internal sealed class SettingsReviewTests
{
    private static readonly string[] Sound = ["API_KEY=0123456789abcdef", "LLM_PROVIDER=offline"];

    [TestCase("API_KEY=fifteen-letters", "API_KEY holds a key of fewer than 16 characters, which may be guessed: see keygen.")]
    [TestCase("API_KEY=sixteen-letters-,short", "API_KEY holds a key of fewer than 16 characters, which may be guessed: see keygen.")]
    [TestCase("API_KEY=sixteen-letters-", null)]
    public void Warnings_OfAKey_NameOneThatIsShort(string line, string? warning) =>
        Assert.That(Of(file: [line, "LLM_PROVIDER=offline"]).Warnings, Is.EqualTo(warning is null ? [] : new[] { warning }));

    [TestCase("RATE_LIMIT_COMPLTE=1/day", "RATE_LIMIT_COMPLTE (.env) is no setting. Is RATE_LIMIT_COMPLETE meant?")]
    [TestCase("OPENAI_BASEURL=http://x", "OPENAI_BASEURL (.env) is no setting. Is OPENAI_BASE_URL meant?")]
    [TestCase("POTR=1", "POTR (.env) is no setting. Is PORT meant?")]
    [TestCase("port_=1", "port_ (.env) is no setting. Is PORT meant?")]
    [TestCase("GREETING_FOR_ALL_WHO_CALL=hi", "GREETING_FOR_ALL_WHO_CALL (.env) is no setting.")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPIONT=http://x",
        "OTEL_EXPORTER_OTLP_ENDPIONT (.env) is no setting. Is OTEL_EXPORTER_OTLP_ENDPOINT meant?")]
    [TestCase("LLM_BACKUP_MODEL=m", "LLM_BACKUP_MODEL (.env) has no effect: LLM_FALLBACKS does not name backup.")]
    [TestCase("DEBUG=true", "Settings that mean nothing here are ignored: DEBUG.")]
    [TestCase("PORT 80", ".env, line 3, cannot be read: it is not NAME=value.")]
    public void Warnings_OfALineThatHasNoEffect_NameIt(string line, string warning) =>
        Assert.That(Of(file: [.. Sound, line]).Warnings, Is.EqualTo(new[] { warning }));

    [TestCase("OTEL_RESOURCE_ATTRIBUTES=a=b")]
    [TestCase("OTEL_METRIC_EXPORT_INTERVAL=1000")]
    [TestCase("rate_limit_complete=1/day")]
    public void Warnings_OfALineThatCounts_AreNone(string line) => Assert.That(Of(file: [.. Sound, line]).Warnings, Is.Empty);

    [TestCase("RATE_LIMIT_COMPLTE=1/day", "RATE_LIMIT_COMPLTE (environment) is no setting. Is RATE_LIMIT_COMPLETE meant?")]
    [TestCase("LLM_TOP_K=4", "LLM_TOP_K (environment) is no setting.")]
    [TestCase("SEARCH_PROVIDERS=brave", "SEARCH_PROVIDERS (environment) is no setting. Is SEARCH_PROVIDER meant?")]
    [TestCase("HOME=/root", null)]
    [TestCase("HOSTNAME=x", null)]
    [TestCase("VLLM_ATTENTION_BACKEND=x", null)]
    [TestCase("OPENAI_ORG_ID=x", null)]
    [TestCase("ANTHROPIC_AUTH_TOKEN=x", null)]
    [TestCase("GREETING=x", null)]
    public void Warnings_OfAVariable_AreOfWhatIsNearASettingOrBeginsLikeOne(string variable, string? warning)
    {
        System.Environment.SetEnvironmentVariable(Name(variable), Value(variable));
        var others = Of(file: Sound).Warnings.Where(found => found.StartsWith(Name(variable), StringComparison.Ordinal)).ToList();
        System.Environment.SetEnvironmentVariable(Name(variable), value: null);

        Assert.That(others, Is.EqualTo(warning is null ? [] : new[] { warning }));
    }

    [TestCase("LLM_PROVIDER=anthropic", "REASONING_EFFORT=low",
        "REASONING_EFFORT has no effect on the Messages API of Anthropic.")]
    [TestCase("LLM_BACKUP_PROVIDER=anthropic", "LLM_BACKUP_REASONING_EFFORT=low",
        "LLM_BACKUP_REASONING_EFFORT has no effect on the Messages API of Anthropic.")]
    public void Warnings_OfAnEffortThatCannotBeSent_NameTheSetting(string provider, string effort, string warning) => Assert.That(
        Of(file: [
            "API_KEY=0123456789abcdef", "OPENAI_API_KEY=sk", "LLM_FALLBACKS=backup", "LLM_BACKUP_API_KEY=sk", "ANTHROPIC_API_KEY=sk",
            provider, effort,
        ]).Warnings,
        Is.EqualTo(new[] { warning }));

    [Test]
    public void OwnPrefixes_EachBegin_ASetting()
    {
        var names = Of(file: Sound).Read.Select(setting => setting.Name).Append("LLM_X_MODEL").ToList();

        Assert.That(
            UnknownSettings.OwnPrefixes.Where(prefix => !names.Exists(name => name.StartsWith(prefix, StringComparison.Ordinal))),
            Is.Empty);
    }

    [Test]
    public void Read_OfEveryKey_IsSecret() => Assert.That(
        Of(file: [.. Sound, "LLM_FALLBACKS=backup"]).Read
            .Where(setting => setting.Name.EndsWith("_KEY", StringComparison.Ordinal) && !setting.IsSecret)
            .Where(setting => !setting.Name.EndsWith("_PER_KEY", StringComparison.Ordinal)),
        Is.Empty);

    [TestCase("API_KEY=first-secret,second-secret", "12 and 13 characters")]
    [TestCase("DATABASE_URL=postgresql://user:se/cr@et@host/db?sslpassword=secret&x=1", "postgresql://***@host/db?sslpassword=***&x=1")]
    [TestCase("""LLM_EXTRA_BODY={"api_key": "se cret", "top_p": 1}""", """{"api_key": ***, "top_p": 1}""")]
    [TestCase("PORT=80", "80")]
    [TestCase("OPENAI_MODEL=", "gpt-4o-mini")]
    [TestCase("SEARCH_PROVIDER=", "(none)")]
    public void Shown_OfASetting_TellsNoSecret(string line, string shown) => Assert.That(
        Of(file: ["LLM_PROVIDER=offline", line]).Read.Single(setting => setting.Name == Name(line)).Shown, Is.EqualTo(shown));

    [Test]
    public void Of_ASettingGivenTwice_IsWhereItCounts()
    {
        var configuration = Configuration(file: ["PORT=1", "HOST=::", "MINER_NAME="]);
        configuration.AddCommandLine(["--PORT=2"]);

        Assert.That(
            new[] { "PORT", "HOST", "MINER_NAME", "UI_PORT" }.Select(name => SettingOrigin.Of(configuration, name)),
            Is.EqualTo(new[] { "command line", ".env", null, null }));
    }

    private static SettingsReview Of(string[] file) => SettingsReview.Of(Configuration(file));

    private static ConfigurationManager Configuration(string[] file)
    {
        var configuration = new ConfigurationManager();
        configuration.Sources.Add(new DotEnvSource(new DotEnvText(string.Join('\n', file))));
        configuration.AddEnvironmentVariables();
        return configuration;
    }

    private static string Name(string line) => line[..line.IndexOf('=')];

    private static string Value(string line) => line[(line.IndexOf('=') + 1)..];
}
