using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Application.Telemetry;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What is measured and traced of a completion, under the names of the semantic conventions for generative AI.</summary>
internal sealed class ModelOperationTests : ChatModelFixture
{
    private static readonly string[] Common =
    [
        "gen_ai.operation.name=chat",
        "gen_ai.provider.name=openai",
        "gen_ai.request.model=gpt-4o-mini",
    ];

    private readonly List<string> _measured = [];
    private readonly List<Activity> _activities = [];
    private ActivityListener _activityListener = null!;

    [SetUp]
    public void ListenToActivities()
    {
        _measured.Clear();
        _activities.Clear();
        _activityListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MinerActivity.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Add,
        };
        ActivitySource.AddActivityListener(_activityListener);
    }

    [TearDown]
    public void StopListening() => _activityListener.Dispose();

    [Test]
    public async Task CompleteAsync_WhenAnswered_RecordsDurationAndTokens()
    {
        await CompleteAsync();

        var tags = string.Join(' ', [.. Common, .. Server(), "gen_ai.response.model=fake-model"]);
        Assert.That(OfTheModel, Is.EquivalentTo(new[]
        {
            $"gen_ai.client.operation.duration 0 {tags}",
            $"gen_ai.client.token.usage 50 {tags} gen_ai.token.type=input",
            $"gen_ai.client.token.usage 20 {tags} gen_ai.token.type=output",
        }));
    }

    [TestCase(401, "failed")]
    [TestCase(429, "overloaded")]
    public async Task CompleteAsync_WhenItFails_RecordsTheDurationWithTheReason(int status, string reason)
    {
        Upstream.Respond = _ => StubAnswer.Error(status, retryAfter: "3600");

        await CompleteAsync();

        Assert.That(OfTheModel, Is.EqualTo(new[]
        {
            string.Join(' ', ["gen_ai.client.operation.duration 0", .. Common, .. Server(), $"error.type={reason}"]),
        }));
        Assert.That(_activities.Single().Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(_activities.Single().StatusDescription, Is.Null);
    }

    [Test]
    public async Task CompleteAsync_OfAnUpstreamThatCountsNoTokens_RecordsNone()
    {
        Upstream.Respond = _ => StubAnswer.Json(
            System.Text.Json.Nodes.JsonNode.Parse("""{"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}]}""")!);

        await CompleteAsync();

        Assert.That(OfTheModel.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenTraced_TellsWhatItUsedAndNothingThatWasSaid()
    {
        Upstream.Respond = _ => StubAnswer.Content("the-answer");

        await CompleteAsync("the-prompt");

        var activity = _activities.Single();
        var tags = activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").ToList();
        Assert.That((activity.DisplayName, activity.Kind), Is.EqualTo(("chat gpt-4o-mini", ActivityKind.Client)));
        Assert.That(tags, Is.SupersetOf(Common));
        Assert.That(tags, Is.SupersetOf(new[] { "gen_ai.usage.input_tokens=50", "gen_ai.usage.output_tokens=20" }));
        Assert.That(tags, Has.None.Contains("the-").And.None.Contains(Key));
    }

    [Test]
    public async Task UpstreamEvents_OfARequest_AreCountedUnderItsName()
    {
        Upstream.RespondInTurn(StubAnswer.Error(500), StubAnswer.Error(500), StubAnswer.Content("hi"));

        await CompleteAsync();

        Assert.That(_measured.Where(line => line.StartsWith("miner.", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "miner.upstream.events 1 miner.upstream=chat-model miner.upstream.event=failed",
            "miner.upstream.events 1 miner.upstream=chat-model miner.upstream.event=retried",
            "miner.upstream.events 1 miner.upstream=chat-model miner.upstream.event=failed",
            "miner.upstream.events 1 miner.upstream=chat-model miner.upstream.event=retried",
            "miner.upstream.events 1 miner.upstream=chat-model miner.upstream.event=answered",
        }));
    }

    private IEnumerable<string> OfTheModel => _measured.Where(line => line.StartsWith("gen_ai.", StringComparison.Ordinal));

    /// <summary>One completion, answered or not, with what it records.</summary>
    private async Task CompleteAsync(string prompt = "hello")
    {
        var services = Services(Options());
        var model = services.GetRequiredService<IChatModel>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        var metrics = services.GetRequiredService<MinerMetrics>();
        foreach (var instrument in new Instrument[] { metrics.OperationDuration, metrics.TokenUsage, metrics.UpstreamEvents })
            listener.EnableMeasurementEvents(instrument);
        listener.Start();

        await model.CompleteAsync(Request(prompt), CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // A clock that waits between attempts makes durations of its own.
        var shown = instrument.Unit == "s" && value > 0 ? 1 : value;
        var all = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        lock (_measured) _measured.Add($"{instrument.Name} {shown} {all}");
    }

    private string[] Server() => [$"server.address={Upstream.BaseUrl.Host}", $"server.port={Upstream.BaseUrl.Port}"];
}
