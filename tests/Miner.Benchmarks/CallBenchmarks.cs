using BenchmarkDotNet.Attributes;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Domain.Components;

namespace Miner.Benchmarks;

/// <summary>What the recorder costs: a call kept, and lists of 100,000 of them.</summary>
public class CallBenchmarks
{
    private const int Limit = 100;

    private static readonly CallOutcome Outcome = new("complete", "POST /complete", "203.0.113.7", "key-1", 200, Error: null);
    private static readonly ComponentInput Input = new(
        "conversation-1", "Answer the question", ["How many minutes are there in a week of seven days?"], [],
        UseConversationHistory: true, UsePlaybook: true);

    private static readonly ComponentOutput Output = new(
        "There are 7*24*60 = 10,080 minutes in a week. The answer is 10080.", Notebook.NoUpdate);

    private CallRecorder _recorder = null!;
    private ListCallsHandler _list = null!;

    [GlobalSetup]
    public void Fill()
    {
        _recorder = new CallRecorder(
            new RecordingOptions { Calls = RecordingOptions.MostCalls, MaxBytes = 2_000_000_000, Secrets = ["a-long-and-secret-key"] },
            TimeProvider.System);
        _list = new ListCallsHandler(_recorder);
        for (var i = 0; i < RecordingOptions.MostCalls; i++) Keep();
    }

    /// <summary>A request's last act where calls are recorded.</summary>
    [Benchmark]
    public void Keep()
    {
        var record = _recorder.Begin("4bf92f3577b34da6a3ce929d0e0e4736");
        record.Note(new InputNote(Input));
        record.Note(new AnswerNote(Output, ModelUsage.None));
        _recorder.Keep(record, Outcome);
    }

    [Benchmark]
    public Task<CallPage> ListNewestAsync() => ListAsync(new CallFilter());

    /// <summary>Searches all of them in vain.</summary>
    [Benchmark]
    public Task<CallPage> ListWithTextAsync() => ListAsync(new CallFilter(Text: "nowhere"));

    [Benchmark]
    public Task<CallPage> ListSlowestAsync() => ListAsync(new CallFilter(), slowestFirst: true);

    private Task<CallPage> ListAsync(CallFilter filter, bool slowestFirst = false) =>
        _list.Handle(new ListCallsQuery(filter, slowestFirst, Limit, Offset: 0), CancellationToken.None);
}
