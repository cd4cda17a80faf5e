using Miner.Api.Settings;
using Miner.Infrastructure.Telemetry;

namespace Miner.Api.Tests.Settings;

/// <summary>What OpenTelemetry's SDK would pass over in silence, exporting nothing.</summary>
[TestFixture]
internal sealed class TelemetrySettingsTests
{
    private const string Collector = "http://localhost:4318";

    [TestCase("http/json")]
    [TestCase("http")]
    [TestCase("GRPC")]
    public void Read_OfAProtocolThatCannotBeSpoken_NamesThoseThatCan(string protocol) => Assert.That(
        Problems(Collector, ("OTEL_EXPORTER_OTLP_PROTOCOL", protocol)),
        Is.EqualTo(new[] { "OTEL_EXPORTER_OTLP_PROTOCOL must be one of grpc, http/protobuf." }));

    [TestCase("secret")]
    [TestCase("x-key=secret,secret")]
    [TestCase("x-key: secret")]
    [TestCase("=secret")]
    [TestCase("x key=secret")]
    [TestCase("x-key=sécret")]
    [TestCase("x-key=secret%0Ax: y")]
    [TestCase("x-key=secret%2Csecret")]
    public void Read_OfHeadersThatCannotBeSent_SaysHowTheyAreWrittenAndShowsNone(string headers) => Assert.That(
        Problems(Collector, ("OTEL_EXPORTER_OTLP_HEADERS", headers)).Single(),
        Does.StartWith("OTEL_EXPORTER_OTLP_HEADERS must list headers as name=value").And.Not.Contain("secret"));

    [TestCase("OTEL_EXPORTER_OTLP_TIMEOUT", "0")]
    [TestCase("OTEL_EXPORTER_OTLP_TIMEOUT", "soon")]
    [TestCase("OTEL_METRIC_EXPORT_INTERVAL", "0")]
    [TestCase("OTEL_METRIC_EXPORT_INTERVAL", "2147483648")]
    public void Read_OfATimeThatIsNotAboveZero_SaysWhatItMayBe(string name, string value) => Assert.That(
        Problems(Collector, (name, value)),
        Is.EqualTo(new[] { $"{name} must be a whole number of milliseconds from 1 to 2147483647." }));

    [TestCase("OTEL_EXPORTER_OTLP_TIMEOUT", "1")]
    [TestCase("OTEL_METRIC_EXPORT_INTERVAL", "60000")]
    [TestCase("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")]
    [TestCase("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")]
    [TestCase("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a")]
    [TestCase("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Basic%20YTpi==, x-tenant=")]
    [TestCase("OTEL_EXPORTER_OTLP_HEADERS", "x-key=a,")]
    public void Read_OfWhatTheSdkTakes_FindsNothingWrong(string name, string value) =>
        Assert.That(Problems(Collector, (name, value)), Is.Empty);

    [Test]
    public void Read_WithoutACollector_LeavesTheOtherVariablesAlone() => Assert.That(
        Problems(
            "",
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json"),
            ("OTEL_EXPORTER_OTLP_HEADERS", "secret"),
            ("OTEL_EXPORTER_OTLP_TIMEOUT", "0")),
        Is.Empty);

    [Test]
    public void Read_WithACollector_NamesTheServiceAfterTheMiner() => Assert.That(
        TelemetrySettings.Read(Reader(Collector), new ServerSettings { MinerName = "m" }),
        Is.EqualTo(new TelemetryOptions { OtlpEndpoint = new Uri(Collector), ServiceName = "m" }));

    private static IReadOnlyList<string> Problems(string collector, params (string Name, string Value)[] settings)
    {
        var reader = Reader(collector, settings);
        TelemetrySettings.Read(reader, new ServerSettings());
        return reader.Problems;
    }

    private static SettingReader Reader(string collector, params (string Name, string Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Append((Name: "OTEL_EXPORTER_OTLP_ENDPOINT", Value: collector))
            .Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        .Build());
}
