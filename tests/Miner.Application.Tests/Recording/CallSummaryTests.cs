using Miner.Application.ModelOutput;
using Miner.Application.Ports;
using Miner.Application.Recording;
using Miner.Application.Telemetry;
using Miner.Domain.Components;
using Miner.Domain.Voting;

namespace Miner.Application.Tests.Recording;

/// <summary>A recorded call in a line: figures, flags and what of its texts is shown.</summary>
[TestFixture]
internal sealed class CallSummaryTests
{
    private static readonly ModelUsage Usage = new("m", 50, 20, TimeSpan.Zero, Samples: 2);

    private readonly object _call = new();
    private Records _records = null!;

    [SetUp]
    public void Begin() => _records = new Records(secrets: ["s3cret"]);

    [Test]
    public async Task Summary_OfAnAnswer_TellsItsFigures()
    {
        var summary = (await _records.KeepAsync(
            new InputNote(Inputs.Usual with { Queries = ["One?", "Two?"] }),
            new CompletionNote(_call, new ChatCompletion([], Usage), 0.1234567891),
            new CompletionNote(_call, new ChatCompletion([], Usage), 0.2),
            new UpstreamNote("a", UpstreamEvent.Answered), new UpstreamNote("b", UpstreamEvent.Answered),
            new UpstreamNote("c", UpstreamEvent.Failed),
            new AnswerNote(Records.Output("Well."), Usage))).Summary;

        Assert.That(summary, Is.EqualTo(new CallSummary(
            1, "trace", _records.Time.GetUtcNow() - TimeSpan.FromMilliseconds(70), "complete", "POST /complete", "127.0.0.1", "key-1", 200,
            Error: null, 70, "b", "m", 70, 2, 0.323456789, summary.Flags, "cid", "One?\nTwo?", "Well.")));
        Assert.That(summary.Flags, Is.Empty);
    }

    /// <summary>What was paid for is told, though it came to nothing.</summary>
    [Test]
    public async Task Summary_OfAFailure_SumsWhatWasSpentAndTellsTheProblem()
    {
        var summary = (await _records.KeepAsync(
            new CompletionNote(_call, new ChatCompletion([], Usage), 0),
            new CompletionNote(_call, new ChatCompletion([], Usage with { Model = "n" }), 0),
            new ProblemNote(new CallProblem(502, "Bad gateway", "The model said nothing.", [])))).Summary;

        Assert.That(
            (summary.Model, summary.Tokens, summary.Samples, summary.Answer), Is.EqualTo(("n", 140L, 4, "The model said nothing.")));
        Assert.That(new object?[] { summary.Cost, summary.Question, summary.Cid, summary.Upstream }, Has.All.Null);
    }

    [Test]
    public async Task Summary_OfAnAnswerWithoutAModel_NamesNone() => Assert.That(
        (await _records.KeepAsync(new AnswerNote(Records.Output("Consensus: 42"), ModelUsage.None))).Summary.Model, Is.Null);

    private static IEnumerable<TestCaseData> Raising()
    {
        var (call, whole, cut) = (new object(), Records.Choice("a"), new ChatChoice("a", ChoiceEnd.AtTokenLimit));
        yield return Case(new CompletionNote(call, Records.Completion(whole), 0));
        yield return Case(new CompletionNote(call, Records.Completion(whole, cut), 0), CallFlag.Cut);
        yield return Case(new AnswerNote(Records.Output("a"), Usage));
        yield return Case(new AnswerNote(Records.Output("a") with { Truncated = true }, Usage), CallFlag.Cut);
        yield return Case(new UpstreamNote("a", UpstreamEvent.Answered));
        yield return Case(new UpstreamNote("a", UpstreamEvent.Failed));
        yield return Case(new UpstreamNote("a", UpstreamEvent.Waited));
        yield return Case(new UpstreamNote("a", UpstreamEvent.FellBack), CallFlag.Fallback);
        yield return Case(new UpstreamNote("a", UpstreamEvent.Hedged), CallFlag.Hedged);
        yield return Case(new UpstreamNote("a", UpstreamEvent.Retried), CallFlag.Retried);
        yield return Case(new ReAskNote("a"), CallFlag.ReAsked);
        yield return Case(Vote("The answer is 1.", "The answer is 1."));
        yield return Case(Vote("The answer is 1.", "Who knows?"));
        yield return Case(Vote("The answer is 1.", "The answer is 2."), CallFlag.SplitVote);
        foreach (var repair in Enum.GetValues<AnswerRepairs>())
        {
            var isDamage = repair is AnswerRepairs.TolerantJson or AnswerRepairs.FieldNames or AnswerRepairs.Unescaped;
            CallFlag[] flags = isDamage ? [CallFlag.RepairedJson] : [];
            yield return Case(new ReadingNote(whole, Output: null, repair), flags);
        }

        static TestCaseData Case(CallNote note, params CallFlag[] flags) => new(note, flags);
        static VoteNote Vote(params string[] outputs) => new(MajorityVote.Count("How many?", outputs), OfSamples: true);
    }

    [TestCaseSource(nameof(Raising))]
    public async Task Summary_OfANote_RaisesItsFlag(CallNote note, CallFlag[] flags) =>
        Assert.That((await _records.KeepAsync(new NoCompletionNote(_call, ""), note)).Summary.Flags, Is.EqualTo(flags));

    [Test]
    public async Task Summary_WithoutNotes_RaisesNoFlag() => Assert.That((await _records.KeepAsync()).Summary.Flags, Is.Empty);

    /// <summary>Masked before it is cut: no half of a secret stays.</summary>
    [TestCase(200, 200, "x")]
    [TestCase(201, 200, "x")]
    [TestCase(197, 200, "***")]
    [TestCase(198, 200, "**")]
    public async Task Summary_OfALongQuestion_ShowsItsBeginningWithoutSecrets(int before, int shown, string end)
    {
        var question = new string('x', before) + "s3cret and more";

        var summary = (await _records.KeepAsync(
            new InputNote(Inputs.Usual with { Cid = question, Queries = [question] }),
            new AnswerNote(Records.Output(question), Usage))).Summary;

        foreach (var text in new[] { summary.Cid, summary.Question, summary.Answer })
            Assert.That(text, Has.Length.EqualTo(shown).And.EndsWith(end).And.Not.Contain("s3"));
    }

    [Test]
    public void Summary_OfALongEndpoint_ShowsItsBeginning()
    {
        _records.Keep("t", new CallOutcome(null, "GET /" + new string('e', 500), "127.0.0.1", null, 404, "not_found"));

        var summary = _records.Recorder.Calls().Single().Summary;

        Assert.That((summary.Endpoint.Length, summary.Status, summary.Error), Is.EqualTo((200, 404, "not_found")));
        Assert.That((summary.Key, summary.Component), Is.EqualTo(((string?)null, (string?)null)));
    }

    [Test]
    public async Task Hide_OfALaterSecret_MasksItTooAndThoseOfBefore()
    {
        _records.Recorder.Hide(["n3w"]);

        var call = await _records.KeepAsync(
            new AnswerNote(new ComponentOutput("n3w s3cret", "s3cret n3w"), Usage),
            new ProblemNote(new CallProblem(422, "t", "n3w", [new CallFieldError("body.s3cret", "n3w")])),
            new InputNote(new ComponentInput("s3cret", "n3w", ["s3cret"], [], true, true)));

        var (detail, problem) = (call.Detail, call.Detail.Problem!);
        Assert.That(
            new[]
            {
                detail.Answer!.ImmediateResponse, detail.Answer.Notebook, problem.Detail, problem.Errors[0].Field,
                problem.Errors[0].Message, detail.Input!.Cid, detail.Input.Task, detail.Input.Queries[0], call.Summary.Answer,
                call.Summary.Question,
            },
            Is.EqualTo(new[] { "*** ***", "*** ***", "***", "body.***", "***", "***", "***", "***", "*** ***", "***" }));
    }
}
