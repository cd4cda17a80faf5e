using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;

namespace Miner.Application.Tests.Recording;

/// <summary>Which calls are kept, found and forgotten.</summary>
[TestFixture]
internal sealed class RecordedCallListTests
{
    private static readonly CallOutcome Caller = new("complete", "POST /complete", "203.0.113.7", "key-1", 200, Error: null);
    private static readonly CallOutcome Stranger = Caller with { Key = null, Status = 401, Error = "key_missing" };

    /// <summary>Strangers have a tenth of the place, one call at least, and never take that of callers.</summary>
    [TestCase(20, 100, 20, 2)]
    [TestCase(9, 100, 9, 1)]
    [TestCase(1, 3, 1, 1)]
    public async Task Keep_OfCallersAndStrangers_KeepsTheNewestOfBoth(int most, int calls, int callers, int strangers)
    {
        var records = new Records(most);
        for (var i = 0; i < calls; i++)
        {
            records.Keep($"caller-{i}", Caller);
            records.Keep($"stranger-{i}", Stranger);
        }

        var page = await records.ListAsync();

        Assert.That(page.Calls.Select(call => call.Number), Is.Ordered.Descending);
        Assert.That(page.Calls.Where(call => call.Key is not null).Select(call => call.TraceId), Is.EqualTo(Newest("caller", callers)));
        Assert.That(page.Calls.Where(call => call.Key is null).Select(call => call.TraceId), Is.EqualTo(Newest("stranger", strangers)));
        Assert.That((page.Total, page.Recorded, page.Calls[0].Number), Is.EqualTo((callers + strangers, callers + strangers, 2L * calls)));

        IEnumerable<string> Newest(string name, int count) => Enumerable.Range(0, count).Select(back => $"{name}-{calls - 1 - back}");
    }

    [Test]
    public async Task Clear_OfWhatIsKept_GivesItsNumberAndLeavesNothing()
    {
        var records = new Records();
        records.Keep("a", Caller);
        records.Keep("b", Stranger);
        records.Keep("c", Caller);

        var cleared = await new ClearCallsHandler(records.Recorder).Handle(new ClearCallsCommand(), CancellationToken.None);

        Assert.That(cleared, Is.EqualTo(3));
        Assert.That(((await records.ListAsync()).Recorded, records.Recorder.Size().Bytes), Is.EqualTo((0, 0L)));
        records.Keep("d", Caller);
        Assert.That((await records.ListAsync()).Calls.Single().Number, Is.EqualTo(4), "numbers are never given twice");
    }

    [TestCase(null, 3L)]
    [TestCase(1L, 1L)]
    [TestCase(3L, 3L)]
    [TestCase(2L, null)]
    [TestCase(4L, null)]
    public async Task Get_OfCallsThatShareATrace_GivesTheOneOfTheNumberOrTheNewest(long? number, long? found)
    {
        var records = new Records();
        foreach (var trace in new[] { "same", "other", "same" }) records.Keep(trace, Caller);

        var call = await new GetCallHandler(records.Recorder).Handle(new GetCallQuery("same", number), CancellationToken.None);

        Assert.That(call?.Summary.Number, Is.EqualTo(found));
    }

    [TestCase("complete", null, null, null, "1 4")]
    [TestCase("refine", null, null, null, "3")]
    [TestCase(null, CallFlag.ReAsked, null, null, "2 3")]
    [TestCase(null, CallFlag.Cut, null, null, "")]
    [TestCase(null, null, true, null, "3 4")]
    [TestCase(null, null, false, null, "1 2")]
    [TestCase("complete", null, true, null, "4")]
    [TestCase("refine", CallFlag.ReAsked, true, "WHO", "3")]
    [TestCase("refine", CallFlag.ReAsked, false, "who", "")]
    [TestCase(null, null, null, "", "1 2 3 4")]
    [TestCase(null, null, null, "WROTE", "3")]
    [TestCase(null, null, null, "goethe", "3")]
    [TestCase(null, null, null, "TRACE-2", "2")]
    [TestCase(null, null, null, "conversation-1", "1")]
    [TestCase(null, null, null, "get /nowhere", "2")]
    [TestCase(null, null, null, "113.7", "1 3 4")]
    [TestCase(null, null, null, "Model-X", "1 3 4")]
    [TestCase(null, null, null, "upstream-", "1")]
    [TestCase(null, null, null, "key-1", "")]
    public async Task List_WithAFilter_LetsThroughWhatMeetsAllOfIt(
        string? component, CallFlag? flag, bool? failed, string? text, string found)
    {
        var records = new Records();
        var usage = new ModelUsage("model-x", 1, 1, TimeSpan.Zero, Samples: 1);
        var answer = new AnswerNote(Records.Output("Goethe did."), usage);
        records.Keep(
            "trace-1", Caller, new InputNote(Inputs.Usual with { Cid = "conversation-1", Queries = ["What?"] }),
            new AnswerNote(Records.Output("42"), usage), new UpstreamNote("upstream-a", UpstreamEvent.Answered));
        records.Keep("trace-2", Caller with { Component = null, Endpoint = "GET /nowhere", Caller = "::1" }, new ReAskNote(""));
        records.Keep(
            "trace-3", Caller with { Component = "refine", Error = "failed" },
            new InputNote(Inputs.Usual with { Queries = ["Who wrote it?"] }), answer, new ReAskNote(""));
        records.Keep("trace-4", Caller with { Error = "failed" }, new AnswerNote(Records.Output("41"), usage));

        var page = await records.ListAsync(new CallFilter(component, flag, failed, text));

        Assert.That(string.Join(' ', page.Calls.Select(call => call.Number).Order()), Is.EqualTo(found));
        Assert.That((page.Total, page.Recorded), Is.EqualTo((page.Calls.Count, 4)));
    }

    /// <summary>Calls 1 to 5 took 20, 0, 30, 20 and 10 ms.</summary>
    [TestCase(false, 100, 0, "5 4 3 2 1")]
    [TestCase(true, 100, 0, "3 4 1 5 2")]
    [TestCase(false, 2, 1, "4 3")]
    [TestCase(true, 2, 3, "5 2")]
    [TestCase(true, 0, 0, "")]
    [TestCase(false, 10, 5, "")]
    public async Task List_OfAPage_GivesItOfAllInOrder(bool slowestFirst, int limit, int offset, string expected)
    {
        var records = new Records();
        foreach (var notes in new[] { 2, 0, 3, 2, 1 }) records.Keep("t", Caller, [.. Enumerable.Repeat(new ReAskNote(""), notes)]);

        var page = await records.ListAsync(slowestFirst: slowestFirst, limit: limit, offset: offset);

        Assert.That(string.Join(' ', page.Calls.Select(call => call.Number)), Is.EqualTo(expected));
        Assert.That((page.Total, page.Options.Calls), Is.EqualTo((5, 100)));
    }

    [Test]
    public void Options_WhenPrinted_TellNoSecret() => Assert.That(
        new RecordingOptions { Calls = 3, MaxBytes = 7, Secrets = ["s3cret"] }.ToString(), Is.EqualTo("3 calls in 7 bytes"));

    [TestCase(0, false)]
    [TestCase(1, true)]
    public void Options_OfANumberOfCalls_AreOnFromOneOn(int calls, bool isOn) =>
        Assert.That(new RecordingOptions { Calls = calls }.IsOn, Is.EqualTo(isOn));
}
