using System.Text;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Domain.Components;

namespace Miner.Application.Tests.Recording;

[TestFixture]
internal sealed class CallRecorderTests
{
    private static readonly CallOutcome Answered = new("complete", "POST /complete", "127.0.0.1", "key-1", 200, Error: null);

    private readonly FakeTimeProvider _time = new();

    [Test]
    public void Keep_BeyondTheBytes_DropsTheOldest()
    {
        var recorder = new CallRecorder(new RecordingOptions { Calls = 1_000, MaxBytes = 100_000 }, _time);

        for (var i = 0; i < 100; i++) Record(recorder, $"trace-{i}", Random(i, 10_000));

        var (calls, bytes) = recorder.Size();
        Assert.Multiple(() =>
        {
            Assert.That(bytes, Is.InRange(50_000, 90_000));
            Assert.That(calls, Is.InRange(5, 15));
            Assert.That(recorder.Calls()[0].Summary.TraceId, Is.EqualTo("trace-99"));
        });
    }

    [Test]
    public void Keep_OfACallThatIsTooLargeAlone_KeepsTheOthers()
    {
        var recorder = new CallRecorder(new RecordingOptions { Calls = 1_000, MaxBytes = 100_000 }, _time);
        Record(recorder, "small", "Well.");

        Record(recorder, "large", Random(1, 400_000));

        Assert.That(recorder.Calls().Select(call => call.Summary.TraceId), Is.EqualTo(new[] { "small" }));
    }

    [Test]
    public void Keep_OfMoreTextThanOneCallMayHave_SaysThatItIsCut()
    {
        var recorder = new CallRecorder(new RecordingOptions { Calls = 10 }, _time);

        Record(recorder, "trace", new string('x', 2_000_000));

        var detail = recorder.Calls().Single().Detail();
        Assert.That(detail.Cut, Is.True);
        Assert.That(detail.Answer!.ImmediateResponse, Has.Length.EqualTo(1_000_000));
    }

    [Test]
    public void Keep_OfMoreNotesThanOneCallMayHave_SaysThatItIsCut()
    {
        var recorder = new CallRecorder(new RecordingOptions { Calls = 10 }, _time);
        var record = recorder.Begin("trace");
        for (var i = 0; i < 2 * CallRecord.MostNotes; i++) record.Note(new ReAskNote("again"));

        recorder.Keep(record, Answered);

        var detail = recorder.Calls().Single().Detail();
        Assert.That(detail.Cut, Is.True);
        Assert.That(detail.Events, Has.Count.EqualTo(CallRecord.MostNotes));
    }

    [Test]
    public void Note_AfterTheEnd_IsForgotten()
    {
        var recorder = new CallRecorder(new RecordingOptions { Calls = 10 }, _time);
        var record = recorder.Begin("trace");
        recorder.Keep(record, Answered);

        record.Note(new ReAskNote("too late"));

        Assert.That(recorder.Calls().Single().Detail().Events, Is.Empty);
    }

    [Test]
    public async Task Begin_InOneFlow_IsNotSeenByOthers()
    {
        var recorder = new CallRecorder(new RecordingOptions { Calls = 10 }, _time);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            var record = recorder.Begin($"trace-{i}");
            await Task.Yield();
            Assert.That(CallRecord.Current, Is.SameAs(record));
        }));

        Assert.That(CallRecord.Current, Is.Null);
    }

    [Test]
    public void Note_WhereNothingIsRecorded_AllocatesNothing()
    {
        var output = new ComponentOutput("Well.", Notebook.NoUpdate);
        NoteOften(output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        NoteOften(output);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private static void NoteOften(ComponentOutput output)
    {
        for (var i = 0; i < 1_000; i++) CallRecord.Current?.Note(new AnswerNote(output, ModelUsage.None));
    }

    private static void Record(CallRecorder recorder, string traceId, string response)
    {
        var record = recorder.Begin(traceId);
        record.Note(new AnswerNote(new ComponentOutput(response, Notebook.NoUpdate), ModelUsage.None));
        recorder.Keep(record, Answered);
    }

    /// <summary>Text that does not compress well.</summary>
    private static string Random(int seed, int length)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length);
        while (text.Length < length) text.Append((char)('!' + random.Next(90)));
        return text.ToString();
    }
}
