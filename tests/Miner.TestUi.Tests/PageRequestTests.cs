using System.Text.Json.Nodes;
using Miner.Testing;
using Miner.TestUi.Forms;
using Miner.TestUi.Tests.Views;

namespace Miner.TestUi.Tests;

/// <summary>What the page asks of the miner for each of its views.</summary>
[TestFixture]
internal sealed class PageRequestTests : PageFixture
{
    [Test]
    public async Task Form_OfAComponent_IsSentAsTheContractHasIt()
    {
        var html = await PostAsync(
            "/views/refine",
            ("cid", "c"), ("task", "t"), ("query", "17 * 23\r\n= ?"), ("query", "and 2?"), ("previous", "It is 401."),
            ("use_playbook", "on"));

        var request = Miner.Requests.Single();
        Assert.That(Asked, Is.EqualTo(new[] { "POST /refine" }));
        Assert.That(request.Headers["X-API-Key"], Is.EqualTo(Key));
        Assert.That(JsonNode.DeepEquals(request.Body, JsonNode.Parse("""
            {
              "cid": "c", "task": "t",
              "input": [{"user_query": "17 * 23\n= ?"}, {"user_query": "and 2?"}],
              "previous_outputs": [{
                "task": "t",
                "input": [{"user_query": "17 * 23\n= ?"}, {"user_query": "and 2?"}],
                "output": {"immediate_response": "It is 401.", "notebook": "no update"},
                "component": "complete"
              }],
              "use_conversation_history": false, "use_playbook": true
            }
            """)), Is.True, request.RawBody);
        Assert.That(Rendered.Text(html), Does.Contain("It is 391."));
        Assert.That(html, Does.Not.Contain(Key));
    }

    [Test]
    public async Task Form_OfEachComponent_GoesToItsOwnEndpoint()
    {
        foreach (var component in ComponentChoice.All) await PostAsync($"/views/{component.Name}", ("cid", "c"), ("query", "q"));

        Assert.That(Asked, Is.EqualTo(ComponentChoice.All.Select(component => $"POST /{component.Name}")));
    }

    [Test]
    public async Task Runs_OfAQuestion_AskFiveTimesWithoutTheConversation()
    {
        var turn = 0;
        Miner.Respond = _ => new StubAnswer { Body = Answer.Replace("391", Interlocked.Increment(ref turn) <= 3 ? "391" : "401") };

        var html = await PostAsync("/views/complete/runs", ("cid", "c"), ("query", "17 * 23?"), ("use_conversation_history", "on"));

        Assert.That(Asked, Is.EqualTo(Enumerable.Repeat("POST /complete", 5)));
        Assert.That(
            Miner.Requests.Select(request => (bool)request.Body["use_conversation_history"]!), Is.All.False);
        Assert.That(Rendered.Text(html), Does.Contain("391").And.Contain("401"));
    }

    [TestCase("previous", "[{", "The previous outputs cannot be read.")]
    [TestCase("previous", "{\"task\":1}", "The previous outputs cannot be read.")]
    public async Task Form_WithPreviousOutputsThatAreNone_IsNotSent(string field, string value, string detail)
    {
        var html = await PostAsync("/views/refine", ("cid", "c"), ("query", "q"), (field, value));

        Assert.That(Asked, Is.Empty);
        Assert.That(Rendered.Text(html), Does.Contain("Not sent").And.Contain(detail));
    }

    [TestCase("/views/calls", "GET /calls?slowest=false&limit=50&offset=0")]
    [TestCase("/views/calls?offset=-5&component=%20", "GET /calls?slowest=false&limit=50&offset=0")]
    [TestCase("/views/calls?component=%20refine%20&failed=1&slowest=1&q=two%20words&offset=50",
        "GET /calls?component=refine&failed=true&slowest=true&q=two%20words&limit=50&offset=50")]
    [TestCase("/views/calls?flag=nonsense", "GET /calls?slowest=false&limit=50&offset=0")]
    [TestCase("/views/call?trace=t1", "GET /calls/t1")]
    [TestCase("/views/call?trace=t1&number=2", "GET /calls/t1?number=2")]
    [TestCase("/views/call?trace=t1&number=two", "GET /calls/t1")]
    [TestCase("/views/conversation?cid=a%2Fb", "GET /conversations/a%2Fb")]
    [TestCase("/views/conversation/list?q=a%26b&offset=-1", "GET /conversations?limit=20&offset=0&q=a%26b")]
    [TestCase("/views/evaluate/model", "GET /health")]
    public async Task View_WithAQuery_AsksForWhatItSays(string view, string asked)
    {
        await Browser.GetStringAsync(view);

        Assert.That(Parts(Asked.Single()), Is.EquivalentTo(Parts(asked)));
    }

    [TestCase("", "GET /playbook/c")]
    [TestCase("&type=preference", "GET /playbook/c?insight_type=preference")]
    [TestCase("&type=nonsense", "GET /playbook/c")]
    public async Task Playbook_OfAType_AsksForItsEntriesAndTheContextOfAll(string type, string asked)
    {
        await Browser.GetStringAsync($"/views/playbook?cid=c{type}");

        Assert.That(Asked, Is.EquivalentTo(new[] { asked, "GET /playbook/c/context" }));
    }

    [Test]
    public async Task System_AsksForAllThatItShows()
    {
        await Browser.GetStringAsync("/views/system");

        Assert.That(Asked, Is.EquivalentTo(new[] { "GET /health", "GET /capabilities", "GET /stats" }));
    }

    [Test]
    public async Task Overview_OfSeveralWindows_AsksOnceInFiveSeconds()
    {
        await Browser.GetStringAsync("/views/overview");
        await Browser.GetStringAsync("/views/overview");
        Assert.That(Asked.Count(), Is.EqualTo(2), "the figures, and what failed");

        Clock.Advance(TimeSpan.FromSeconds(5));
        await Browser.GetStringAsync("/views/overview");
        Assert.That(Asked.Count(), Is.EqualTo(4));
    }

    [Test]
    public async Task Overview_AfterAnAnswer_IsAskedAnew()
    {
        await Browser.GetStringAsync("/views/overview");
        await PostAsync("/views/complete", ("cid", "c"), ("query", "q"));
        await Browser.GetStringAsync("/views/overview");

        Assert.That(Asked.Count(asked => asked == "GET /stats"), Is.EqualTo(2));
    }

    [TestCase(false, "DELETE /conversations/c?playbook=false")]
    [TestCase(true, "DELETE /conversations/c?playbook=true")]
    public async Task Delete_OfAConversation_ForgetsTheListThatWasKept(bool withPlaybook, string asked)
    {
        await Browser.GetStringAsync("/views/conversations");
        await PostAsync("/views/conversation/delete", [("cid", "c"), .. withPlaybook ? new[] { ("playbook", "on") } : []]);
        await Browser.GetStringAsync("/views/conversations");

        Assert.That(Asked.ElementAt(1), Is.EqualTo(asked));
        Assert.That(Asked.Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task Delete_OfTheCalls_AsksForIt()
    {
        await PostAsync("/views/calls/delete");

        Assert.That(Asked, Is.EqualTo(new[] { "DELETE /calls" }));
    }

    [Test]
    public async Task Redirect_OfTheMiner_IsNotFollowedWithTheKey()
    {
        await using var elsewhere = await StubUpstream.StartAsync();
        Miner.Respond = _ => new StubAnswer
        {
            Status = 307,
            Headers = new Dictionary<string, string> { ["Location"] = $"{elsewhere.BaseUrl}/complete" },
        };

        var html = await PostAsync("/views/complete", ("cid", "c"), ("query", "q"));

        Assert.That(elsewhere.Requests, Is.Empty);
        Assert.That(Rendered.Text(html), Does.Contain("307"));
    }

    [Test]
    public async Task Failure_OfTheMiner_IsShownAtItsField()
    {
        Miner.Respond = _ => new StubAnswer
        {
            Status = 422,
            ContentType = "application/problem+json",
            Body = """
                {
                  "type": "about:blank", "title": "Not valid", "status": 422, "detail": "One field.", "trace_id": "t",
                  "errors": [{"loc": ["body", "input", 1, "user_query"], "msg": "blank", "type": "b"}]
                }
                """,
        };

        var html = await PostAsync("/views/complete", ("cid", "c"), ("query", "q"), ("query", " "));

        Assert.That(Rendered.Text(html), Does.Contain("blank"));
        Assert.That(html, Does.Contain("query-1"));
    }

    [Test]
    public async Task Miner_ThatHangsUp_IsSaidToBeUnreachable()
    {
        Miner.Respond = _ => new StubAnswer { Reset = true };

        Assert.That(
            Rendered.Text(await PostAsync("/views/complete", ("cid", "c"), ("query", "q"))), Does.Contain("The miner cannot be reached"));
    }

    /// <summary>The path, and the query's parts in any order.</summary>
    private static string[] Parts(string asked) => asked.Split('?', '&');
}
