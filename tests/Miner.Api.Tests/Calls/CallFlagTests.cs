using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Calls;

/// <summary>One recorded call of each flag shows what happened, in order.</summary>
[TestFixture]
internal sealed class CallFlagTests : MinerFixture
{
    protected override IEnumerable<(string Name, string Value)> Settings => [("RECORD_CALLS", "10"), ("OFFLINE_FALLBACK", "false")];

    [Test]
    public async Task Cut_ThenReAsked_ShowsBothCompletions()
    {
        Upstream.RespondInTurn(StubAnswer.Content("It comes to 4", "length"), StubAnswer.Content("It comes to 42."));

        var call = await AskAsync("Tell me of numbers.");

        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "cut", "re_asked" }));
            Assert.That(Texts(call), Is.EqualTo(new[] { "It comes to 4", "It comes to 42." }));
            Assert.That(Events(call), Is.EqualTo(new[] { "answered", "re_asked", "answered" }));
            Assert.That(Completions(call).Select(completion => completion.Step()), Is.Ordered.And.Unique);
            Assert.That(call["detail"]!["answer"]!["immediate_response"]!.ToString(), Is.EqualTo("It comes to 42."));
        });
    }

    [Test]
    public async Task ReAsked_ForAFalseEquation_ShowsItAndTheSecondPrompt()
    {
        Upstream.RespondInTurn(
            StubAnswer.Content("6*7 = 43. The answer is 43."),
            StubAnswer.Content("6*7 = 42. The answer is 42."),
            StubAnswer.Content("The answer is 42."));

        var call = await AskAsync("What is 6*7?");

        var checks = call["detail"]!["checks"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "re_asked" }));
            Assert.That(checks[0]!["sample"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(checks[0]!["failing"]!.ToJsonString(), Is.EqualTo("""[{"text":"6*7 = 43","correct":"42"}]"""));
            Assert.That(checks[1]!["holding"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(call["detail"]!["prompts"]!.AsArray(), Has.Count.EqualTo(3), "the third is asked as the first");
            Assert.That(FinalAnswers(call), Is.EqualTo(new[] { "43", "42", "42" }));
        });
    }

    [Test]
    public async Task Retried_AfterAnError_ShowsBothAttempts()
    {
        Upstream.RespondInTurn(StubAnswer.Error(500), StubAnswer.Content("Well."));

        var call = await AskAsync("Tell me of numbers.");

        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "retried" }));
            Assert.That(Events(call), Is.EqualTo(new[] { "failed", "retried", "answered" }));
            Assert.That(call["detail"]!["events"]![0]!["reason"]!.ToString(), Is.EqualTo("answered with status 500"));
            Assert.That(Spans(call, "HTTP chat-model").Select(span => span["error"]?.ToString()), Is.EqualTo(new[] { "500", null }));
            Assert.That(Completions(call), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Fallback_AfterAFailure_ShowsBothUpstreams()
    {
        await using var second = await StubUpstream.StartAsync();
        second.RespondInTurn(StubAnswer.Content("Well."));
        await RestartAsync([.. Settings, .. Fallback(second)]);
        Upstream.RespondInTurn(StubAnswer.Error(401));

        var call = await AskAsync("Tell me of numbers.");

        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "fallback" }));
            Assert.That(Events(call), Is.EqualTo(new[] { "failed", "fell_back", "answered" }));
            Assert.That(
                Completions(call).Select(completion => completion["upstream"]!.ToString()),
                Is.EqualTo(new[] { "chat-model", "chat-model-b" }));
            Assert.That(Completions(call)[0]["failure"]!.ToString(), Does.Contain("401"));
            Assert.That(call["summary"]!["upstream"]!.ToString(), Is.EqualTo("chat-model-b"));
        });
    }

    [Test]
    public async Task Hedged_BesideASilentCall_ShowsTheOneThatWasGivenUp()
    {
        await using var second = await StubUpstream.StartAsync();
        second.RespondInTurn(StubAnswer.Content("Well."));
        await RestartAsync([.. Settings, .. Fallback(second)]);
        Upstream.RespondInTurn(StubAnswer.Hang);

        var asking = AskAsync("Tell me of numbers.");
        await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(30));
        var call = await asking;

        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "hedged" }));
            Assert.That(Events(call).Take(2), Is.EqualTo(new[] { "hedged", "answered" }), "how the silent one ends may come too late");
            Assert.That(Completions(call)[0]["samples"]!.AsArray(), Is.Empty);
            Assert.That(Completions(call)[1]["at_ms"]!.GetValue<double>(), Is.EqualTo(30_000));
            Assert.That(call["summary"]!["milliseconds"]!.GetValue<double>(), Is.EqualTo(30_000));
        });
    }

    [Test]
    public async Task SplitVote_OfSamples_ShowsItsTable()
    {
        await RestartAsync([.. Settings, ("SELF_CONSISTENCY_SAMPLES", "5")]);
        var turn = 0;
        Upstream.Respond = request => StubAnswer.Choices(
            Enumerable.Range(0, request.Body["n"]?.GetValue<int>() ?? 1)
                .Select(_ => turn++ == 0 ? "The answer is 11." : "The answer is 12."));

        var call = await AskAsync("Tom has 3 bags of 4 apples each. How many apples does Tom have?");

        var last = call["detail"]!["votes"]!.AsArray()[^1]!;
        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "split_vote" }));
            Assert.That(last["of_samples"]!.GetValue<bool>(), Is.True);
            Assert.That(last["groups"]![0]!["answer"]!.ToString(), Is.EqualTo("12"));
            Assert.That(last["groups"]![1]!.ToJsonString(), Is.EqualTo("""{"answer":"11","final":true,"count":1,"samples":[1]}"""));
            Assert.That(FinalAnswers(call)[..2], Is.EqualTo(new[] { "11", "12" }));
        });
    }

    [Test]
    public async Task SplitVote_OfPreviousOutputs_ShowsItsTable()
    {
        var body = Requests.Body("c1").WithPreviousOutputs(
            Requests.PreviousOutput("The answer is 42."), Requests.PreviousOutput("The answer is 42."),
            Requests.PreviousOutput("The answer is 41."));
        await Http.AskAsync("/aggregate", body);

        var call = await Http.OnlyRecordAsync();

        Assert.That(Flags(call), Is.EqualTo(new[] { "split_vote" }));
        Assert.That(call["detail"]!["votes"]![0]!["groups"]![0]!["count"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(call["detail"]!["votes"]![0]!["of_samples"]!.GetValue<bool>(), Is.False);
        Assert.That(call["summary"]!["model"], Is.Null);
    }

    [TestCase("{'immediate_response': 'Well.', 'notebook': 'no update'}", """["tolerant_json"]""")]
    [TestCase("""<think>hm</think>{"immediate_response": "Well.", "notebook": "no update",}""", """["thoughts","tolerant_json"]""")]
    public async Task RepairedJson_Always_ShowsRawTextAndRepairs(string raw, string repairs)
    {
        Upstream.RespondInTurn(StubAnswer.Content(raw));

        var call = await AskAsync("Tell me of numbers.");

        var sample = Completions(call)[0]["samples"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(Flags(call), Is.EqualTo(new[] { "repaired_json" }));
            Assert.That(sample["text"]!.ToString(), Is.EqualTo(raw));
            Assert.That(sample["reading"]!["response"]!.ToString(), Is.EqualTo("Well."));
            Assert.That(sample["reading"]!["repairs"]!.ToJsonString(), Is.EqualTo(repairs));
        });
    }

    [Test]
    public async Task HumanFeedback_Always_ShowsWhatWasLearnt()
    {
        Upstream.RespondInTurn(StubAnswer.Content(
            """{"insights": [{"insight_type": "preference", "key": "style", "value": "Short.", "operation": "insert"}, {"key": "x"}]}"""));
        await Http.AskAsync("/human_feedback", Requests.Body("c1", "Be short."));

        var detail = await Http.OnlyCallAsync();

        var reading = detail["completions"]![0]!["samples"]![0]!["reading"]!;
        Assert.Multiple(() =>
        {
            Assert.That(reading["insights"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(reading["rejected"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(
                detail["stored"]![0]!["changes"]!.ToJsonString(),
                Is.EqualTo("""[{"insight_type":"preference","key":"style","value":"Short.","operation":"insert","outcome":"inserted"}]"""));
        });
    }

    private async Task<JsonObject> AskAsync(string query)
    {
        await Http.AskAsync("/complete", Requests.Body("c1", query));
        return await Http.OnlyRecordAsync();
    }

    private static IEnumerable<(string Name, string Value)> Fallback(StubUpstream second) =>
    [
        ("LLM_FALLBACKS", "b"), ("LLM_B_PROVIDER", "openai"), ("LLM_B_BASE_URL", second.BaseUrl.ToString()),
        ("LLM_B_API_KEY", "sk-second-secret"),
    ];

    private static IEnumerable<string> Flags(JsonObject call) => call["summary"]!["flags"]!.AsArray().Select(flag => flag!.ToString());

    private static IReadOnlyList<JsonNode> Completions(JsonObject call) =>
        [.. call["detail"]!["completions"]!.AsArray().Select(completion => completion!)];

    private static IEnumerable<JsonNode> Samples(JsonObject call) =>
        Completions(call).SelectMany(completion => completion["samples"]!.AsArray()).Select(sample => sample!);

    private static IEnumerable<string> Texts(JsonObject call) => Samples(call).Select(sample => sample["text"]!.ToString());

    private static string?[] FinalAnswers(JsonObject call) =>
        [.. Samples(call).Select(sample => sample["reading"]!["final_answer"]?.ToString())];

    private static IEnumerable<string> Events(JsonObject call) =>
        call["detail"]!["events"]!.AsArray().Select(happened => happened!["event"]!.ToString());

    private static IEnumerable<JsonNode> Spans(JsonObject call, string name) =>
        call["detail"]!["spans"]!.AsArray().Where(span => span!["name"]!.ToString() == name).Select(span => span!);
}
