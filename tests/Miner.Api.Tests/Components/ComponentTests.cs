using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class ComponentTests : MinerFixture
{
    [TestCase("complete")]
    [TestCase("refine")]
    [TestCase("feedback")]
    [TestCase("human_feedback")]
    [TestCase("summary")]
    [TestCase("aggregate")]
    [TestCase("internet_search")]
    public async Task Component_OnceItHasAnswered_EchoesTheRequestAndStoresThePair(string component)
    {
        var answer = await Http.AskAsync($"/{component}", Requests.Body("c").WithPreviousOutputs(Requests.PreviousOutput("It is 42.")));

        Assert.Multiple(() =>
        {
            Assert.That(answer.Select(field => field.Key), Is.EqualTo(new[] { "cid", "task", "input", "output", "component" }));
            Assert.That(answer["cid"]!.ToString(), Is.EqualTo("c"));
            Assert.That(answer["task"]!.ToString(), Is.EqualTo("Answer the question"));
            Assert.That(answer["input"]!.ToJsonString(), Is.EqualTo("""[{"user_query":"What is 6*7?"}]"""));
            Assert.That(answer["component"]!.ToString(), Is.EqualTo(component));
            Assert.That(answer["output"]!.AsObject().Select(field => field.Key), Is.EqualTo(new[] { "immediate_response", "notebook" }));
        });
        var conversation = await Client.GetConversationAsync("c");
        Assert.That(conversation.Messages[1].Content, Is.EqualTo(answer["output"]!["immediate_response"]!.ToString()));
    }

    [Test]
    public async Task Complete_WithAModel_TellsInHeadersWhatItCost()
    {
        using var response = await Http.PostAsync("/complete", Requests.Body("c"));

        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.GetValues("X-Model"), Is.EqualTo(new[] { StubAnswer.Model }));
            Assert.That(response.Headers.GetValues("X-Tokens-Used"), Is.EqualTo(new[] { "70" }));
            Assert.That(response.Headers.GetValues("Server-Timing").Single(), Does.Match(@"^model;dur=\d+\.\d$"));
            Assert.That(response.Headers.Contains("X-Truncated"), Is.False);
            Assert.That(response.Headers.Contains("X-Cost"), Is.False, "no price is set");
        });
    }

    [Test]
    public async Task Complete_WhenTheModelSaysTooMuch_IsCutAndSaysSo()
    {
        var content = new JsonObject { ["immediate_response"] = Repeat("🧮", 50_001), ["notebook"] = Repeat("n", 100_001) };
        Upstream.RespondInTurn(StubAnswer.Content(content.ToJsonString()));

        using var response = await Http.PostAsync("/complete", Requests.Body("c"));
        var output = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["output"]!;

        Assert.That(output["immediate_response"]!.ToString(), Is.EqualTo(Repeat("🧮", 50_000)));
        Assert.That(output["notebook"]!.ToString(), Is.EqualTo(Repeat("n", 100_000)));
        Assert.That(response.Headers.GetValues("X-Truncated"), Is.EqualTo(new[] { "true" }));
    }

    [Test]
    public async Task Complete_WhenTheModelSendsWhatNoStoreCanHold_ReplacesIt()
    {
        Upstream.RespondInTurn(StubAnswer.Content("""{"immediate_response":"a\u0000b\ud800c","notebook":"no update"}"""));

        var answer = await Client.CompleteAsync(ClientRequests.Of("c"));

        Assert.That(answer.Output.ImmediateResponse, Is.EqualTo("a\uFFFDb\uFFFDc"));
    }

    [TestCase("complete", "SHAPE:write", "print('hi')")]
    [TestCase("complete", "anything", "latest")]
    [TestCase("refine", "anything", "latest")]
    [TestCase("summary", "anything", "latest")]
    [TestCase("feedback", "SHAPE:write", "no update")]
    [TestCase("internet_search", "anything", "no update")]
    public async Task Notebook_OfAnAnswer_IsTheModelsOwnElseTheLatest(string component, string query, string expected)
    {
        var request = ClientRequests.Of(
            "c", query, ClientRequests.Previous("a", "first"), ClientRequests.Previous("b", "latest"), ClientRequests.Previous("c"));

        var answer = await Client.AskAsync(component, request);

        Assert.That(answer.Output.Notebook, Is.EqualTo(expected));
    }

    [TestCase("summary", "No previous outputs to summarize.")]
    [TestCase("aggregate", "No previous outputs to aggregate.")]
    public async Task Component_WithNothingToWorkOn_SaysSoWithoutAModel(string component, string expected)
    {
        var answer = await Client.AskAsync(component, ClientRequests.Of("c"));

        Assert.That(answer.Output.ImmediateResponse, Is.EqualTo(expected));
        Assert.That(answer.Output.Notebook, Is.EqualTo("no update"));
        Assert.That(Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task InternetSearch_WithoutAProvider_SaysSoAndNamesTheSetting()
    {
        var answer = await Client.InternetSearchAsync(ClientRequests.Of("c"));

        Assert.That(answer.Output.ImmediateResponse, Does.Contain("No search provider is configured").And.Contain("SEARCH_PROVIDER"));
        Assert.That(Upstream.Requests, Is.Empty);
    }

    [TestCase("complete", 0.7)]
    [TestCase("refine", 0.7)]
    [TestCase("feedback", 0.3)]
    [TestCase("summary", 0.2)]
    [TestCase("human_feedback", 0.1)]
    public async Task Component_AskingTheModel_UsesItsOwnTemperature(string component, double temperature)
    {
        await Client.AskAsync(component, ClientRequests.Of("c", previousOutputs: ClientRequests.Previous("a")));

        Assert.That((double)Upstream.Requests.Single().Body["temperature"]!, Is.EqualTo(temperature));
    }

    [Test]
    public async Task Playbook_OnceLearnt_IsReadByTheModelUnlessItMustNotBe()
    {
        await Client.HumanFeedbackAsync(ClientRequests.Of("c", "Be brief, please"));

        await Client.CompleteAsync(ClientRequests.Of("c"));
        Assert.That(Upstream.Requests[^1].LastMessage, Does.Contain("Prefers concise answers"));

        await Client.CompleteAsync(ClientRequests.Of("c") with { UsePlaybook = false });
        Assert.That(Upstream.Requests[^1].LastMessage, Does.Not.Contain("Prefers concise answers"));
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
