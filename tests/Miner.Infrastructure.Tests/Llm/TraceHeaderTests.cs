using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Infrastructure.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What an upstream is told of the trace that a request belongs to, whoever else listens.</summary>
[NonParallelizable]
internal sealed class TraceHeaderTests : ChatModelFixture
{
    private const string Secret = "a-callers-secret";

    [Test]
    public async Task CompleteAsync_WithinACallersTrace_TellsNoMoreThanItsIdAndThatOnlyWhereItIsExported([Values] bool isExported)
    {
        var services = Services(services =>
        {
            services.AddChatModel(new ModelChainOptions { Models = [Options()] });
            if (isExported) services.AddOtlpExport(new TelemetryOptions { ServiceName = "miner" });
        });
        services.GetService<TracerProvider>();
        using var request = new Activity("request");
        request.SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        request.TraceStateString = $"vendor={Secret}";
        request.AddBaggage("user", Secret);
        request.Start();
        Baggage.SetBaggage("user", Secret);
        try
        {
            await services.GetRequiredService<IChatModel>().CompleteAsync(Request(), CancellationToken.None);
        }
        finally
        {
            Baggage.ClearBaggage();
        }

        var headers = Upstream.Requests.Single().Headers;
        Assert.That(headers.GetValueOrDefault("traceparent"), isExported ? Does.Contain(request.TraceId.ToHexString()) : Is.Null);
        Assert.That(headers.Keys, Has.None.EqualTo("baggage").IgnoreCase.And.None.EqualTo("tracestate").IgnoreCase
            .And.None.EqualTo("Correlation-Context").IgnoreCase.And.None.EqualTo("Request-Id").IgnoreCase);
        Assert.That(string.Concat(headers.Values), Does.Not.Contain(Secret));
    }
}
