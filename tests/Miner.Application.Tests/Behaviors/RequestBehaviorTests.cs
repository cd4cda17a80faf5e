using System.Diagnostics;
using System.Diagnostics.Metrics;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Behaviors;
using Miner.Application.Components;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Status;
using Miner.Application.Telemetry;
using Miner.Domain.Components;

namespace Miner.Application.Tests.Behaviors;

/// <summary>What is logged, counted, noted and traced of each command and query on its way.</summary>
[TestFixture, NonParallelizable]
internal sealed class RequestBehaviorTests
{
    private static readonly ComponentResult Answer = new(
        new ComponentOutput("Secret answer", "Secret notebook") { Truncated = true },
        new ModelUsage("gpt", 50, 20, TimeSpan.FromSeconds(1), Samples: 3));

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _log = [];
    private readonly MinerMetrics _metrics = new();

    [OneTimeTearDown]
    public void DisposeMetrics() => _metrics.Dispose();

    [SetUp]
    public void Forget() => _log.Clear();

    [Test]
    public async Task Handle_OfAComponent_TellsWhatItCostAndNothingOfWhatWasSaid()
    {
        var samples = new List<long>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => samples.Add(count));
        listener.EnableMeasurementEvents(_metrics.ModelSamples);
        listener.Start();
        var record = CallRecord.Begin("trace", _time);

        var response = await HandleAsync(new Asked(), () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(1_234));
            return Task.FromResult(Answer);
        });

        Assert.That(response, Is.SameAs(Answer));
        Assert.That(_log, Is.EqualTo(new[]
        {
            "Information 1020 Asked answered in 1234 ms: model gpt, 70 tokens, 3 samples, response of 13, notebook of 15, truncated True",
        }));
        Assert.That(samples, Is.EqualTo(new[] { 3L }));
        Assert.That(record.End().Select(noted => noted.Note), Is.EqualTo(new[] { new AnswerNote(Answer.Output, Answer.Usage) }));
    }

    [Test]
    public async Task Handle_OfAQuery_TellsNothing()
    {
        var capabilities = new Capabilities(new ChatModelDescription("openai", "gpt"), null!, InternetSearch: false);

        var response = await HandleAsync(new GetCapabilitiesQuery(), () => Task.FromResult(capabilities));

        Assert.That((response, _log.Count), Is.EqualTo((capabilities, 0)));
    }

    [Test]
    public void Handle_WhenTheHandlerFails_MarksTheStepAndThrowsTheSame([Values] bool isTraced)
    {
        var steps = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => isTraced && source.Name == MinerActivity.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = steps.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var failure = new ChatModelException(ChatModelFailure.TimedOut, "late");

        Assert.That(
            () => HandleAsync(new Asked(), () => Task.FromException<ComponentResult>(failure)), Throws.Exception.SameAs(failure));

        Assert.That(
            steps.Where(step => step.DisplayName == nameof(Asked)).Select(step => (step.Status, step.GetTagItem("error.type"))),
            Is.EqualTo(isTraced ? [(ActivityStatusCode.Error, (object?)"timed_out")] : Array.Empty<(ActivityStatusCode, object?)>()));
        Assert.That(_log, Is.Empty, "failures are told by who answers the caller");
    }

    private Task<TResponse> HandleAsync<TRequest, TResponse>(TRequest request, RequestHandlerDelegate<TResponse> next)
        where TRequest : notnull =>
        new RequestBehavior<TRequest, TResponse>(_time, _metrics, new ListLogger<RequestBehavior<TRequest, TResponse>>(_log))
            .Handle(request, CancellationToken.None, next);

    private sealed record Asked;

    private sealed class ListLogger<T>(List<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel} {eventId.Id} {formatter(state, exception)}");
    }
}
