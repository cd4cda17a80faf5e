using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Application.Telemetry;

namespace Miner.Application.Tests.Telemetry;

/// <summary>What is measured of one answer of a model, under the names that others agreed on.</summary>
[TestFixture]
internal sealed class ModelOperationTests
{
    private const string Asked = "gen_ai.operation.name=chat gen_ai.provider.name=openai gen_ai.request.model=gpt";
    private const string Upstream = " server.address=api.example server.port=8443";

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _measured = [];
    private MinerMetrics _metrics = null!;
    private MeterListener _listener = null!;

    [SetUp]
    public void Listen()
    {
        _measured.Clear();
        (_metrics, _listener) = (new MinerMetrics(), new MeterListener());
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        foreach (var instrument in new Instrument[] { _metrics.OperationDuration, _metrics.TokenUsage, _metrics.ModelCost })
            _listener.EnableMeasurementEvents(instrument);
        _listener.Start();
    }

    [TearDown]
    public void StopListening()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    [Test]
    public void Complete_OfAnUpstream_MeasuresTokensCostAndTime([Values] bool hasPrice)
    {
        var (model, host) = (new ChatModelDescription("openai", "gpt"), new Uri("https://api.example:8443/v1"));
        using (var operation = new ModelOperation(model, host, _metrics, _time))
        {
            _time.Advance(TimeSpan.FromSeconds(2));
            operation.Complete(
                new ModelUsage("gpt-4", 50_000, 20_000, TimeSpan.FromSeconds(1), 1), hasPrice ? new TokenPrice(1, 2) : default);
        }

        var tags = $"{Asked}{Upstream} gen_ai.response.model=gpt-4";
        Assert.That(_measured, Is.EqualTo((string[])
        [
            $"gen_ai.client.token.usage 50000 {tags} gen_ai.token.type=input",
            $"gen_ai.client.token.usage 20000 {tags} gen_ai.token.type=output",
            .. hasPrice ? [$"miner.model.cost 0.09 {tags}"] : (string[])[],
            $"gen_ai.client.operation.duration 2 {tags}",
        ]));
    }

    [Test]
    public void Complete_OfAnEmbeddedModel_MeasuresItsTimeAlone()
    {
        using (var operation = new ModelOperation(new ChatModelDescription("openai", "gpt"), upstream: null, _metrics, _time))
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            Assert.That(operation.Complete(), Is.EqualTo(new ModelUsage("gpt", 0, 0, TimeSpan.FromMilliseconds(250), Samples: 1)));
        }

        Assert.That(_measured, Is.EqualTo(new[] { $"gen_ai.client.operation.duration 0.25 {Asked} gen_ai.response.model=gpt" }));
    }

    [TestCase(null, "no_answer")]
    [TestCase(ChatModelFailure.Failed, "failed")]
    [TestCase(ChatModelFailure.NoAnswer, "no_answer")]
    [TestCase(ChatModelFailure.Overloaded, "overloaded")]
    [TestCase(ChatModelFailure.TimedOut, "timed_out")]
    public void Dispose_OfAnOperationWithoutAnswer_SaysWhy(ChatModelFailure? failure, string error)
    {
        using (var operation = new ModelOperation(new ChatModelDescription("openai", "gpt"), upstream: null, _metrics, _time))
            if (failure is { } known) operation.Fail(new ChatModelException(known, "Sorry."));

        Assert.That(_measured, Is.EqualTo(new[] { $"gen_ai.client.operation.duration 0 {Asked} error.type={error}" }));
    }

    private static IEnumerable<TestCaseData> Failures()
    {
        yield return new TestCaseData(new WebSearchException(UpstreamFailure.Failed, ""), "failed");
        yield return new TestCaseData(new WebSearchException(UpstreamFailure.Overloaded, ""), "overloaded");
        yield return new TestCaseData(new WebSearchException(UpstreamFailure.TimedOut, ""), "timed_out");
        yield return new TestCaseData(new TaskCanceledException("a prompt"), "cancelled");
        yield return new TestCaseData(new StorageException("a path", null), "Miner.Application.Ports.StorageException");
    }

    /// <summary>The exception's text may quote what a caller sent, so only its kind is told.</summary>
    [TestCaseSource(nameof(Failures))]
    public void Fail_OfAnActivity_TellsTheKindAlone(Exception exception, string error)
    {
        using var activity = new Activity("step");

        activity.Fail(exception);

        Assert.That((activity.Status, activity.StatusDescription), Is.EqualTo((ActivityStatusCode.Error, (string?)null)));
        Assert.That(activity.TagObjects.Single(), Is.EqualTo(new KeyValuePair<string, object?>("error.type", error)));
    }

    [Test]
    public void Names_OfAllEvents_AreInSnakeCaseAndDiffer()
    {
        var names = Enum.GetValues<SecurityEvent>().ToDictionary(happened => happened.ToString(), happened => happened.Name())
            .Concat(Enum.GetValues<UpstreamEvent>().ToDictionary(happened => $"{happened}", happened => happened.Name())).ToList();

        foreach (var (name, told) in names)
            Assert.That(told, Is.EqualTo(System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name)));
        Assert.That(names.Select(name => name.Value), Is.Unique);
    }

    private void Note<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        where T : IFormattable
    {
        var told = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        _measured.Add($"{instrument.Name} {value.ToString(format: null, CultureInfo.InvariantCulture)} {told}");
    }
}
