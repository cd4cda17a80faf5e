using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>
/// A chain of models as the product registers it: the first is <see cref="UpstreamFixture.Upstream"/>, the next
/// <see cref="Second"/>, the third <see cref="Third"/>, each at a real connection and with a model name of its own.
/// </summary>
internal abstract class ModelChainFixture : ChatModelFixture
{
    protected const string SecondKey = "sk-second-0123456789";
    protected const string SecondModel = "second-model";
    protected const string ThirdModel = "third-model";

    private readonly ConcurrentDictionary<(string Upstream, string Happened), long> _events = new();
    private MeterListener? _listener;

    protected StubUpstream Second { get; private set; } = null!;

    protected StubUpstream Third { get; private set; } = null!;

    [SetUp]
    public async Task StartFallbacksAsync()
    {
        _events.Clear();
        Second = await StubUpstream.StartAsync();
        Third = await StubUpstream.StartAsync();
        Second.Respond = _ => Answer(SecondModel);
        Third.Respond = _ => Answer(ThirdModel);
    }

    [TearDown]
    public async Task StopFallbacksAsync()
    {
        _listener?.Dispose();
        await Second.DisposeAsync();
        await Third.DisposeAsync();
    }

    /// <summary>A completion whose text and model are <paramref name="model"/>.</summary>
    protected static StubAnswer Answer(string model)
    {
        var body = StubAnswer.Content(model);
        return body with { Body = body.Body.Replace(StubAnswer.Model, model, StringComparison.Ordinal) };
    }

    protected ChatModelOptions SecondOptions() =>
        new() { Name = "second", BaseUrl = Second.BaseUrl, ApiKeys = [SecondKey], Model = SecondModel };

    protected ChatModelOptions ThirdOptions() => new() { Name = "third", BaseUrl = Third.BaseUrl, Model = ThirdModel };

    protected IChatModel Chain(params ChatModelOptions[] models) => Chain(new ModelChainOptions { Models = models });

    protected IChatModel Chain(ModelChainOptions options)
    {
        var services = Services(options);
        _listener = new MeterListener();
        _listener.SetMeasurementEventCallback<long>((_, count, tags, _) => _events.AddOrUpdate(
            ((string)tags[0].Value!, (string)tags[1].Value!), count, (_, earlier) => earlier + count));
        _listener.EnableMeasurementEvents(services.GetRequiredService<MinerMetrics>().UpstreamEvents);
        _listener.Start();
        return services.GetRequiredService<IChatModel>();
    }

    /// <summary>How often it <paramref name="happened"/> to an upstream.</summary>
    /// <param name="name">Its name among the operator's; empty of the first.</param>
    protected long Count(string name, UpstreamEvent happened) =>
        _events.GetValueOrDefault((new ChatModelOptions { Name = name }.ClientName, happened.Name()));
}
