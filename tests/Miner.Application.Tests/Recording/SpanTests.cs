using System.Diagnostics;
using Miner.Application.Recording;
using Miner.Application.Telemetry;

namespace Miner.Application.Tests.Recording;

/// <summary>The steps of a recorded request's trace.</summary>
[TestFixture, NonParallelizable]
internal sealed class SpanTests
{
    private Records _records = null!;

    [SetUp]
    public void Begin() => _records = new Records();

    [Test]
    public async Task Spans_OfNestedSteps_TellWhereEachBelongsAndHowLongItTook()
    {
        using var request = new Activity("request").Start();
        using var outer = new Activity("outer").Start();
        using var inner = new Activity("inner").Start();
        inner.SetTag(MetricTags.Error, "timed_out");
        var attempt = new object();

        var spans = (await _records.KeepAsync(
            new SpanStartNote(outer), new SpanStartNote(inner), new SpanStartNote(inner),
            new AttemptStartNote(attempt, "chat-model", inner.SpanId), new AttemptEndNote(attempt, "503"),
            new AttemptStartNote(attempt, "chat-model", inner.SpanId), new AttemptEndNote(attempt, Error: null),
            new SpanEndNote(inner), new SpanEndNote(inner), new AttemptEndNote(new object(), "lost"),
            new SpanEndNote(request))).Detail.Spans;

        Assert.That(
            spans.Select(span => (span.Name, span.AtMs, span.DurationMs, span.Error)),
            Is.EqualTo(new[]
            {
                ("outer", 10.0, (double?)null, (string?)null), ("inner", 20.0, 60.0, "timed_out"), ("HTTP chat-model", 40.0, 10.0, "503"),
                ("HTTP chat-model", 60.0, 10.0, null),
            }));
        Assert.That(
            spans.Select(span => span.ParentSpanId),
            Is.EqualTo(new[] { null, spans[0].SpanId, spans[1].SpanId, spans[1].SpanId }), "the request itself is no step of its own");
        Assert.That(spans.Select(span => span.SpanId), Is.Unique);
    }

    /// <summary>0.1 and 0.3 have no exact difference as binary fractions.</summary>
    [Test]
    public void Spans_OfAFractionOfAMillisecond_AreRoundedOnce()
    {
        using var step = new Activity("step").Start();
        var (record, attempt) = (_records.Recorder.Begin("trace"), new object());
        foreach (var note in new CallNote[]
        {
            new SpanStartNote(step), new AttemptStartNote(attempt, "chat-model", step.SpanId), new SpanEndNote(step),
            new AttemptEndNote(attempt, Error: null),
        })
        {
            _records.Time.Advance(TimeSpan.FromMicroseconds(100));
            record.Note(note);
        }

        _records.Recorder.Keep(record, new CallOutcome("complete", "POST /complete", "::1", "key-1", 200, Error: null));

        var spans = _records.Recorder.Calls()[0].Detail().Spans;
        Assert.That(spans.Select(span => (span.AtMs, span.DurationMs)), Is.EqualTo(new[] { (0.1, (double?)0.2), (0.2, 0.2) }));
    }

    /// <summary>What belongs to no recorded request is not even started for its sake.</summary>
    [Test]
    public async Task Listen_WithAndWithoutARecord_StartsOnlyWhatIsRecorded()
    {
        using var recorder = new SpanRecorder();
        recorder.Listen();
        Task<Activity?> unrecorded;
        using (ExecutionContext.SuppressFlow()) unrecorded = Task.Run(() => MinerActivity.Source.StartActivity("unrecorded"));
        var record = _records.Recorder.Begin("trace");
        var recorded = MinerActivity.Source.StartActivity("recorded");
        recorded?.Dispose();

        Assert.That(await unrecorded, Is.Null);
        Assert.That(record.End().Select(noted => noted.Note.GetType()), Is.EqualTo(new[] { typeof(SpanStartNote), typeof(SpanEndNote) }));
    }
}
