using Microsoft.Extensions.Time.Testing;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Domain.Components;

namespace Miner.Application.Tests.Recording;

/// <summary>Calls that are recorded note by note, and read as an operator reads them.</summary>
internal sealed class Records
{
    private static readonly CallOutcome Answered = new("complete", "POST /complete", "127.0.0.1", "key-1", 200, Error: null);

    public Records(int calls = 100, params string[] secrets) =>
        Recorder = new CallRecorder(new RecordingOptions { Calls = calls, Secrets = secrets }, Time);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public CallRecorder Recorder { get; }

    /// <summary>Records a call in which <paramref name="notes"/> happen, 10 ms apart, the first after 10 ms.</summary>
    public async Task<DetailedCall> KeepAsync(params CallNote[] notes)
    {
        Keep("trace", Answered, notes);
        return (await new GetCallHandler(Recorder).Handle(new GetCallQuery("trace", Number: null), CancellationToken.None))!;
    }

    public void Keep(string traceId, CallOutcome? outcome = null, params CallNote[] notes)
    {
        var record = Recorder.Begin(traceId);
        foreach (var note in notes)
        {
            Time.Advance(TimeSpan.FromMilliseconds(10));
            record.Note(note);
        }

        Recorder.Keep(record, outcome ?? Answered);
    }

    public Task<CallPage> ListAsync(CallFilter? filter = null, bool slowestFirst = false, int limit = 100, int offset = 0) =>
        new ListCallsHandler(Recorder).Handle(
            new ListCallsQuery(filter ?? new CallFilter(), slowestFirst, limit, offset), CancellationToken.None);

    public static ChatCompletion Completion(params ChatChoice[] choices) =>
        new(choices, new ModelUsage("m", 50, 20, TimeSpan.Zero, choices.Length));

    public static ChatChoice Choice(string text) => new(text, ChoiceEnd.Complete);

    public static ComponentOutput Output(string response) => new(response, Notebook.NoUpdate);
}
