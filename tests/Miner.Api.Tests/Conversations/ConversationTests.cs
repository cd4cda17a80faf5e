using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Conversations;

[TestFixture]
internal sealed class ConversationTests
{
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartMiner()
    {
        _miner = await MinerFactory.StartAsync();
        _client = _miner.CreateKeyedClient();
    }

    [TearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }

    [TestCase("a/b")]
    [TestCase("../etc/passwd")]
    [TestCase("a/../b")]
    [TestCase("...")]
    [TestCase("100%")]
    [TestCase("%2F")]
    [TestCase("%252F")]
    [TestCase("a%2Fb")]
    [TestCase("a b+c")]
    [TestCase("?query=1#fragment")]
    [TestCase("конв-雪-🧮")]
    [TestCase("a\\b\"'`<>|^{}[]")]
    [TestCase(" padded ")]
    [TestCase("tab\tand\nnewline")]
    [TestCase("context")]
    public async Task Conversation_UnderAnyId_IsFoundAgainByEveryRoute(string cid)
    {
        await _client.AskAsync("/complete", Requests.Body(cid));
        await _client.AskAsync("/human_feedback", Requests.Body(cid, "I like short answers"));
        var path = Uri.EscapeDataString(cid);

        var conversation = await _client.GetObjectAsync($"/conversations/{path}");
        var playbook = await _client.GetObjectAsync($"/playbook/{path}");
        var context = await _client.GetObjectAsync($"/playbook/{path}/context");
        using var deleted = await _client.DeleteAsync(new Uri($"/conversations/{path}", UriKind.Relative));
        using var again = await _client.DeleteAsync(new Uri($"/conversations/{path}", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(conversation["cid"]!.ToString(), Is.EqualTo(cid));
            Assert.That((int)conversation["message_count"]!, Is.EqualTo(4));
            Assert.That((int)playbook["entry_count"]!, Is.EqualTo(1));
            Assert.That(context["formatted_context"]!.ToString(), Does.Contain("Prefers concise answers"));
            Assert.That((int)deleted.StatusCode, Is.EqualTo(200));
            Assert.That((int)again.StatusCode, Is.EqualTo(404));
        });
    }

    [Test]
    public async Task Conversation_AfterAnswers_HoldsWholePairsInOrder()
    {
        await _client.AskAsync("/complete", Requests.Body("c", "First?"));
        await _client.AskAsync("/complete", Requests.Body("c", "Second?"));

        var conversation = await _client.GetObjectAsync("/conversations/c");

        Assert.That(Lines(conversation), Is.EqualTo(new[]
        {
            "user: Answer the question\n\nFirst?", "assistant: The answer is 42.",
            "user: Answer the question\n\nSecond?", "assistant: The answer is 42.",
        }));
        Assert.That(conversation["last_activity"]!.ToString(), Does.StartWith("20").And.EndsWith("Z").Or.EndsWith("+00:00"));
    }

    [Test]
    public async Task Conversation_LongerThanItsLimit_DropsTheOldest()
    {
        for (var i = 1; i <= 7; i++) await _client.AskAsync("/complete", Requests.Body("c", $"Number {i}"));

        var lines = Lines(await _client.GetObjectAsync("/conversations/c"));

        Assert.That(lines, Has.Length.EqualTo(10));
        Assert.That(lines[0], Does.EndWith("Number 3"));
    }

    [Test]
    public async Task Model_InALongConversation_ReadsTheNewestWholePairs()
    {
        for (var i = 1; i <= 4; i++) await _client.AskAsync("/complete", Requests.Body("c", $"Number {i}"));

        var roles = _miner.Upstream.Requests[^1].Body["messages"]!.AsArray().Select(message => message!["role"]!.ToString());

        Assert.That(roles, Is.EqualTo(new[] { "system", "user", "assistant", "user", "assistant", "user" }));
    }

    [Test]
    public async Task Model_WhenHistoryIsNotToBeUsed_ReadsNoneButThePairIsStored()
    {
        await _client.AskAsync("/complete", Requests.Body("c", "First?"));
        var body = Requests.Body("c", "Second?");
        body["use_conversation_history"] = false;
        body["use_playbook"] = false;
        await _client.AskAsync("/complete", body);

        Assert.That(_miner.Upstream.Requests[^1].Body["messages"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(Lines(await _client.GetObjectAsync("/conversations/c")), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task Conversation_WhenTheComponentFails_StoresNothing()
    {
        using var response = await _client.PostAsync("/complete", Requests.Body("c", "FAULT:401"));

        await response.ReadProblemAsync(502);
        Assert.That((int)(await _client.GetObjectAsync("/conversations"))["total_conversations"]!, Is.Zero);
    }

    [TestCase("/summary")]
    [TestCase("/aggregate")]
    public async Task Conversation_AfterAnAnswerWithoutPreviousOutputs_IsNotMade(string path)
    {
        await _client.AskAsync(path, Requests.Body("c"));

        Assert.That((int)(await _client.GetObjectAsync("/conversations"))["total_conversations"]!, Is.Zero);
        Assert.That(_miner.Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task Conversation_ReadWhileUnknown_IsEmptyAndNotMade()
    {
        var conversation = await _client.GetObjectAsync("/conversations/never");
        await _client.GetObjectAsync("/playbook/never");

        Assert.Multiple(() =>
        {
            Assert.That((int)conversation["message_count"]!, Is.Zero);
            Assert.That(conversation.ContainsKey("created_at") && conversation["created_at"] is null, Is.True);
            Assert.That(conversation.ContainsKey("last_activity") && conversation["last_activity"] is null, Is.True);
        });
        Assert.That((int)(await _client.GetObjectAsync("/conversations"))["total_conversations"]!, Is.Zero);
    }

    [Test]
    public async Task List_OfConversations_IsPagedNewestFirst()
    {
        foreach (var cid in new[] { "a", "b", "c" }) await _client.AskAsync("/complete", Requests.Body(cid));
        await _client.AskAsync("/complete", Requests.Body("a"));

        var page = await _client.GetObjectAsync("/conversations?limit=2&offset=1");

        Assert.That((int)page["total_conversations"]!, Is.EqualTo(3));
        Assert.That(page["conversations"]!.AsArray().Select(item => item!["cid"]!.ToString()), Is.EqualTo(new[] { "c", "b" }));
        Assert.That((int)(await _client.GetObjectAsync("/conversations"))["conversations"]![0]!["messages"]!, Is.EqualTo(4));
    }

    [TestCase("a[=1")]
    [TestCase("a[b=1&]=2")]
    [TestCase("%FF=%00")]
    public async Task List_WithNamesNobodyKnows_IgnoresThem(string query) => await _client.GetObjectAsync($"/conversations?{query}");

    [TestCase("limit=0", "limit")]
    [TestCase("limit=1001", "limit")]
    [TestCase("limit=ten", "limit")]
    [TestCase("offset=-1", "offset")]
    public async Task List_WithAWrongPage_NamesTheParameter(string query, string parameter)
    {
        using var response = await _client.GetAsync(new Uri($"/conversations?{query}", UriKind.Relative));

        var problem = await response.ReadProblemAsync(422);

        Assert.That(problem["errors"]![0]!["loc"]!.ToJsonString(), Is.EqualTo($"""["query","{parameter}"]"""));
    }

    [TestCase("/conversations/%FF")]
    [TestCase("/conversations/a%00b")]
    [TestCase("/conversations/%20")]
    public async Task Conversation_UnderAnIdThatCannotBe_IsABadRequest(string path)
    {
        using var response = await _client.GetAsync(new Uri(_client.BaseAddress + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.That((int)response.StatusCode, Is.EqualTo(422).Or.EqualTo(400));
    }

    [Test]
    public async Task Conversation_AskedByTwoEndpointsManyTimesAtOnce_KeepsWholePairsInOrder()
    {
        var asking = Enumerable.Range(0, 200).Select(i => _client.AskAsync(i % 2 == 0 ? "/complete" : "/refine", Requests.Body("c", $"Number {i}")));
        await Task.WhenAll(asking);

        var lines = Lines(await _client.GetObjectAsync("/conversations/c"));

        Assert.That(lines, Has.Length.EqualTo(10));
        Assert.That(lines.Index().All(line => line.Item.StartsWith(line.Index % 2 == 0 ? "user:" : "assistant:", StringComparison.Ordinal)), Is.True);
    }

    private static string[] Lines(JsonObject conversation) =>
        [.. conversation["messages"]!.AsArray().Select(message => $"{message!["role"]}: {message["content"]}")];
}
