using Miner.Client;

namespace Miner.Api.Tests.Conversations;

[TestFixture]
internal sealed class ConversationTests : MinerFixture
{
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
        await Client.CompleteAsync(ClientRequests.Of(cid));
        await Client.HumanFeedbackAsync(ClientRequests.Of(cid, "I like short answers"));

        var conversation = await Client.GetConversationAsync(cid);
        var playbook = await Client.GetPlaybookAsync(cid);
        var context = await Client.GetPlaybookContextAsync(cid);
        var deleted = await Client.DeleteConversationAsync(cid);
        var again = Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => Client.DeleteConversationAsync(cid));

        Assert.Multiple(() =>
        {
            Assert.That(conversation.Cid, Is.EqualTo(cid));
            Assert.That(conversation.MessageCount, Is.EqualTo(4));
            Assert.That(playbook.EntryCount, Is.EqualTo(1));
            Assert.That(context.FormattedContext, Does.Contain("Prefers concise answers"));
            Assert.That(deleted.Success, Is.True);
            Assert.That(again!.StatusCode, Is.EqualTo(404));
        });
    }

    [Test]
    public async Task Conversation_AfterAnswers_HoldsWholePairsInOrder()
    {
        await Client.CompleteAsync(ClientRequests.Of("c", "First?"));
        await Client.CompleteAsync(ClientRequests.Of("c", "Second?"));

        var conversation = await Client.GetConversationAsync("c");

        Assert.That(Lines(conversation), Is.EqualTo(new[]
        {
            "user: Answer the question\n\nFirst?", "assistant: The answer is 42.",
            "user: Answer the question\n\nSecond?", "assistant: The answer is 42.",
        }));
        Assert.That(conversation.LastActivity, Is.EqualTo(conversation.Messages[^1].Timestamp));
        Assert.That(conversation.LastActivity!.Value.Offset, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Conversation_LongerThanItsLimit_DropsTheOldest()
    {
        for (var i = 1; i <= 7; i++) await Client.CompleteAsync(ClientRequests.Of("c", $"Number {i}"));

        var lines = Lines(await Client.GetConversationAsync("c"));

        Assert.That(lines, Has.Length.EqualTo(10));
        Assert.That(lines[0], Does.EndWith("Number 3"));
    }

    [Test]
    public async Task Model_InALongConversation_ReadsTheNewestWholePairs()
    {
        for (var i = 1; i <= 4; i++) await Client.CompleteAsync(ClientRequests.Of("c", $"Number {i}"));

        var roles = Upstream.Requests[^1].Body["messages"]!.AsArray().Select(message => message!["role"]!.ToString());

        Assert.That(roles, Is.EqualTo(new[] { "system", "user", "assistant", "user", "assistant", "user" }));
    }

    [Test]
    public async Task Model_WithABudgetOfTokens_ReadsTheNewestPairsThatFit()
    {
        await using var miner = await MinerFactory.StartAsync(("HISTORY_TOKEN_BUDGET", "60"), ("SMART_HISTORY_COUNT", "10"));
        using var client = miner.CreateKeyedClient();
        foreach (var query in new[] { "First?", "Second?", new string('x', 1_000), "Last?" })
            await client.AskAsync("/complete", Requests.Body("c", query));

        await client.AskAsync("/complete", Requests.Body("c"));

        var asked = miner.Upstream.Requests[^1].Body["messages"]!.AsArray().Select(message => message!["content"]!.ToString()).ToList();
        Assert.That(asked[1..^1].Select(WithoutMarkers), Is.EqualTo(new[]
        {
            "Answer the question\n\nSecond?", "The answer is 42.", "Answer the question\n\nLast?", "The answer is 42.",
        }));

        static string WithoutMarkers(string text) =>
            string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('['))).Trim();
    }

    [Test]
    public async Task Model_WhenHistoryIsNotToBeUsed_ReadsNoneButThePairIsStored()
    {
        await Client.CompleteAsync(ClientRequests.Of("c", "First?"));
        await Client.CompleteAsync(ClientRequests.Of("c", "Second?") with { UseConversationHistory = false, UsePlaybook = false });

        Assert.That(Upstream.Requests[^1].Body["messages"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That(Lines(await Client.GetConversationAsync("c")), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task Conversation_WhenTheComponentFails_StoresNothing()
    {
        var failure = Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => Client.CompleteAsync(ClientRequests.Of("c", "FAULT:401")));

        Assert.That(failure!.StatusCode, Is.EqualTo(502));
        Assert.That((await Client.ListConversationsAsync()).TotalConversations, Is.Zero);
    }

    [TestCase("summary")]
    [TestCase("aggregate")]
    public async Task Conversation_AfterAnAnswerWithoutPreviousOutputs_IsNotMade(string component)
    {
        await Client.AskAsync(component, ClientRequests.Of("c"));

        Assert.That((await Client.ListConversationsAsync()).TotalConversations, Is.Zero);
        Assert.That(Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task Conversation_ReadWhileUnknown_IsEmptyAndNotMade()
    {
        var conversation = await Client.GetConversationAsync("never");
        await Client.GetPlaybookAsync("never");

        Assert.Multiple(() =>
        {
            Assert.That(conversation.MessageCount, Is.Zero);
            Assert.That(conversation.CreatedAt, Is.Null);
            Assert.That(conversation.LastActivity, Is.Null);
        });
        Assert.That((await Client.ListConversationsAsync()).TotalConversations, Is.Zero);
    }

    [Test]
    public async Task List_OfConversations_IsPagedNewestFirst()
    {
        foreach (var cid in new[] { "a", "b", "c", "a" })
        {
            await Client.CompleteAsync(ClientRequests.Of(cid));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = await Client.ListConversationsAsync(limit: 2, offset: 1);

        Assert.That(page.TotalConversations, Is.EqualTo(3));
        Assert.That(page.Conversations.Select(item => item.Cid), Is.EqualTo(new[] { "c", "b" }));
        Assert.That((await Client.ListConversationsAsync()).Conversations[0].Messages, Is.EqualTo(4));
    }

    [TestCase("ab", 2)]
    [TestCase("xab", 1)]
    [TestCase("", 3)]
    [TestCase("\0", 0)]
    [TestCase("nowhere", 0)]
    public async Task List_OfAPartOfTheId_GivesThoseAndTheirNumber(string part, int total)
    {
        foreach (var cid in new[] { "xab", "aby", "other" }) await Client.CompleteAsync(ClientRequests.Of(cid));

        var page = await Client.ListConversationsAsync(q: part);

        Assert.That((page.TotalConversations, page.Conversations.Count), Is.EqualTo((total, total)));
    }

    [TestCase("a[=1")]
    [TestCase("a[b=1&]=2")]
    [TestCase("%FF=%00")]
    public async Task List_WithNamesNobodyKnows_IgnoresThem(string query) => await Http.GetObjectAsync($"/conversations?{query}");

    [TestCase("limit=0", "limit")]
    [TestCase("limit=1001", "limit")]
    [TestCase("limit=ten", "limit")]
    [TestCase("limit=0x10", "limit")]
    [TestCase("limit=%2310", "limit")]
    [TestCase("limit=%205", "limit")]
    [TestCase("limit=1e2", "limit")]
    [TestCase("limit=5%00", "limit")]
    [TestCase("limit=", "limit")]
    [TestCase("offset=-1", "offset")]
    [TestCase("q=01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890", "q")]
    [TestCase("offset=2147483648", "offset")]
    public async Task List_WithAWrongPage_NamesTheParameter(string query, string parameter)
    {
        using var response = await Http.GetAsync(new Uri($"/conversations?{query}", UriKind.Relative));

        var problem = await response.ReadProblemAsync(422);

        Assert.That(problem["errors"]![0]!["loc"]!.ToJsonString(), Is.EqualTo($"""["query","{parameter}"]"""));
    }

    [TestCase("/conversations/%FF")]
    [TestCase("/conversations/a%00b")]
    [TestCase("/conversations/%20")]
    public async Task Conversation_UnderAnIdThatCannotBe_IsABadRequest(string path)
    {
        using var response = await Http.GetAsync(
            new Uri(Http.BaseAddress + path[1..], new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));

        Assert.That((int)response.StatusCode, Is.EqualTo(422).Or.EqualTo(400));
    }

    [Test]
    public async Task Conversation_AskedByTwoEndpointsManyTimesAtOnce_KeepsWholePairsInOrder()
    {
        var asking = Enumerable
            .Range(0, 200)
            .Select(i => Client.AskAsync(i % 2 == 0 ? "complete" : "refine", ClientRequests.Of("c", $"Number {i}")));
        await Task.WhenAll(asking);

        var lines = Lines(await Client.GetConversationAsync("c"));

        Assert.That(lines, Has.Length.EqualTo(10));
        Assert.That(
            lines.Index().All(line => line.Item.StartsWith(line.Index % 2 == 0 ? "user:" : "assistant:", StringComparison.Ordinal)),
            Is.True);
    }

    private static string[] Lines(ConversationResponse conversation) =>
        [.. conversation.Messages.Select(message => $"{message.Role.ToString().ToLowerInvariant()}: {message.Content}")];
}
