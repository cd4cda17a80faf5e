using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Domain.Components;
using Miner.Testing;

namespace Miner.Application.Tests.Recording;

/// <summary>As many calls as can be recorded are listed within 100 ms, whatever is asked of them.</summary>
[TestFixture]
internal sealed class ListCallsCostTests
{
    private static readonly ComponentOutput Output = new(new string('x', 300), Notebook.NoUpdate);

    private ListCallsHandler _list = null!;

    [OneTimeSetUp]
    public void Fill()
    {
        var recorder = new CallRecorder(
            new RecordingOptions { Calls = RecordingOptions.MostCalls, MaxBytes = 1_000_000_000 }, TimeProvider.System);
        for (var i = 0; i < RecordingOptions.MostCalls; i++)
        {
            var record = recorder.Begin("4bf92f3577b34da6a3ce929d0e0e4736");
            record.Note(new AnswerNote(Output, ModelUsage.None));
            recorder.Keep(record, new CallOutcome("complete", "POST /complete", "203.0.113.7", i % 1_000 == 0 ? null : "key-1", 200, null));
        }

        _list = new ListCallsHandler(recorder);
    }

    [TestCase(false, null)]
    [TestCase(true, null)]
    [TestCase(false, "nowhere")]
    public async Task List_OfAsManyCallsAsCanBe_TakesLessThanATenthOfASecond(bool slowestFirst, string? text)
    {
        var query = new ListCallsQuery(new CallFilter(Text: text), slowestFirst, Limit: 100, Offset: 0);
        var total = (await _list.Handle(query, CancellationToken.None)).Total;

        CpuTime.EnsureLess(TimeSpan.FromMilliseconds(100), () => _list.Handle(query, CancellationToken.None), runs: 15);

        Assert.That(total, Is.EqualTo(text is null ? RecordingOptions.MostCalls : 0));
    }
}
