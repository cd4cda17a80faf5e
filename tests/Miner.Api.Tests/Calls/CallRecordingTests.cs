using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Calls;

[TestFixture]
internal sealed class CallRecordingTests : MinerFixture
{
    private const string Sent = """{"immediate_response": "6*7 = 42. The answer is 42.", "notebook": "no update"}""";

    protected override IEnumerable<(string Name, string Value)> Settings => [("RECORD_CALLS", "100"), ("API_KEY", "other-key,test-key")];

    [Test]
    public async Task Call_ThatIsAnswered_IsListedInALine()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Sent));

        await Http.AskAsync("/complete", Requests.Body("c1"));

        var list = await Http.GetObjectAsync("/calls");
        var call = list["calls"]!.AsArray().Single()!.AsObject();
        Assert.That(call["trace_id"]!.ToString(), Has.Length.EqualTo(32));
        call.Remove("trace_id");
        var expected = JsonNode.Parse(
            """
            {
              "number": 1, "time": "2000-01-01T00:00:00+00:00", "component": "complete", "endpoint": "POST /complete",
              "caller": "127.0.0.1", "key": "key-2", "status": 200, "error": null, "milliseconds": 0, "upstream": "chat-model",
              "model": "fake-model", "tokens": 70, "samples": 1, "cost": null, "flags": [], "cid": "c1", "question": "What is 6*7?",
              "answer": "6*7 = 42. The answer is 42."
            }
            """);
        Assert.That(JsonNode.DeepEquals(call, expected), Is.True, call.ToJsonString());
        Assert.That(list["total_calls"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(list["recorded_calls"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(list["max_calls"]!.GetValue<int>(), Is.EqualTo(100));
        Assert.That(list["bytes"]!.GetValue<long>(), Is.InRange(1_000, 10_000));
    }

    [Test]
    public async Task Call_ThatIsAnswered_TellsWhatHappenedInOrder()
    {
        Upstream.RespondInTurn(StubAnswer.Content(Sent));

        await Http.AskAsync("/complete", Requests.Body("c1"));

        var detail = await Http.OnlyCallAsync();
        var sent = Upstream.Requests.Single().Body["messages"]!.AsArray();
        var sample = detail["completions"]![0]!["samples"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That(JsonNode.DeepEquals(detail["prompts"]![0]!["messages"], sent), Is.True, "the messages sent");
            Assert.That(sample["text"]!.ToString(), Is.EqualTo(Sent));
            Assert.That(sample["reading"]!["response"]!.ToString(), Is.EqualTo("6*7 = 42. The answer is 42."));
            Assert.That(sample["reading"]!["final_answer"]!.ToString(), Is.EqualTo("42"));
            Assert.That(detail["checks"]![0]!["holding"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(detail["checks"]![0]!["sample"]!.GetValue<int>(), Is.EqualTo(1));
            Assert.That(detail["stored"]![0]!["user"]!.ToString(), Is.EqualTo("Answer the question\n\nWhat is 6*7?"));
            Assert.That(detail["answer"]!["immediate_response"]!.ToString(), Is.EqualTo("6*7 = 42. The answer is 42."));
            Assert.That(detail["problem"], Is.Null);
            Assert.That(
                detail["spans"]!.AsArray().Select(span => span!["name"]!.ToString()),
                Is.EqualTo(new[] { "CompleteCommand", "sqlite read", "chat gpt-4o-mini", "HTTP chat-model", "sqlite write" }));
        });
        int[] steps =
        [
            detail["prompts"]![0]!.Step(), detail["events"]![0]!.Step(), sample["reading"]!.Step(), detail["checks"]![0]!.Step(),
            detail["stored"]![0]!.Step(),
        ];
        Assert.That(steps, Is.Ordered.And.Unique);
    }

    [TestCase("/complete", "{}", 422)]
    [TestCase("/complete", "{", 422)]
    [TestCase("/nowhere", "{}", 404)]
    [TestCase("/health", "{}", 405)]
    public async Task Error_Always_LeadsToItsCall(string path, string body, int status)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        var problem = await refused.ReadProblemAsync(status);

        var call = await Http.GetObjectAsync($"/calls/{problem["trace_id"]}");

        Assert.That(call["summary"]!["status"]!.GetValue<int>(), Is.EqualTo(status));
        Assert.That(call["detail"]!["problem"]!["detail"]!.ToString(), Is.EqualTo(problem["detail"]!.ToString()));
        Assert.That(call["detail"]!["problem"]!["errors"]!.AsArray(), Has.Count.EqualTo(problem["errors"]?.AsArray().Count ?? 0));
    }

    [Test]
    public async Task Calls_AboutCallsOrThatPollTheState_AreNotRecorded()
    {
        foreach (var path in new[] { "/stats", "/health", "/conversations", "/calls" }) await Http.GetObjectAsync(path);
        using var unknown = await Http.GetAsync(new Uri("/calls/unknown", UriKind.Relative));
        await unknown.ReadProblemAsync(404);

        Assert.That((await Http.GetObjectAsync("/calls"))["recorded_calls"]!.GetValue<int>(), Is.Zero);
    }

    [Test]
    public async Task Calls_ThatAreDeleted_AreGone()
    {
        await Http.AskAsync("/complete", Requests.Body("c1"));

        using var answer = await Http.DeleteAsync(new Uri("/calls", UriKind.Relative));

        Assert.That(
            await answer.Content.ReadAsStringAsync(),
            Is.EqualTo("""{"success":true,"message":"The recorded calls were deleted.","deleted":1}"""));
        var list = await Http.GetObjectAsync("/calls");
        Assert.That(list["recorded_calls"]!.GetValue<int>() + list["bytes"]!.GetValue<long>(), Is.Zero);
    }

    [Test]
    public async Task Calls_WhereNothingIsRecorded_AreNone()
    {
        await RestartAsync();
        await Http.AskAsync("/complete", Requests.Body("c1"));

        var list = await Http.GetObjectAsync("/calls");

        Assert.That(list["recorded_calls"]!.GetValue<int>() + list["max_calls"]!.GetValue<int>(), Is.Zero);
    }
}
