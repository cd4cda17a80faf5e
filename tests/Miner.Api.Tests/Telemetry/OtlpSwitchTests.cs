using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Api.Tests.Telemetry;

/// <summary>The one variable that turns the export on. What is exported is tested with the process of its own.</summary>
[TestFixture]
internal sealed class OtlpSwitchTests
{
    [Test]
    public async Task Miner_WithoutACollector_HasNobodyListeningToItsTraces()
    {
        await using var miner = await MinerFactory.StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", ""));
        using var client = miner.CreateKeyedClient();

        await client.AskAsync("/complete", Requests.Body("c"));

        Assert.That(MinerActivity.Source.HasListeners(), Is.False);
    }

    [Test]
    public async Task Miner_WhoseCollectorIsGone_AnswersAllTheSameAndStopsListeningAtItsEnd()
    {
        var collector = await StubUpstream.StartAsync();
        var address = new Uri(collector.BaseUrl, "/").ToString();
        await collector.DisposeAsync();
        await using (var miner = await MinerFactory.StartAsync(("OTEL_EXPORTER_OTLP_ENDPOINT", address)))
        {
            using var client = miner.CreateKeyedClient();

            await client.AskAsync("/complete", Requests.Body("c"));

            Assert.That(MinerActivity.Source.HasListeners(), Is.True);
        }

        Assert.That(MinerActivity.Source.HasListeners(), Is.False);
    }
}
