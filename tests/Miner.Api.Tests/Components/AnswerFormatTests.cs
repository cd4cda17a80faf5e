using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>In which form a model is asked to answer: a mathematical question is better answered in free text.</summary>
internal sealed class AnswerFormatTests
{
    private const string Sum = "What is 12 * 8?";
    private const string Poem = "Write a poem about spring.";

    [TestCase("auto", "", Sum, "", null)]
    [TestCase("auto", "", Poem, "", "component_output")]
    [TestCase("auto", "", Sum, "print(12 * 8)", "worked_output")]
    [TestCase("auto", "", Poem, "Green is", "worked_output")]
    [TestCase("text", "", Poem, "Green is", null)]
    [TestCase("json", "", Sum, "", "component_output")]
    [TestCase("", "low", Sum, "", "component_output")]
    [TestCase("auto", "low", Sum, "", null)]
    public async Task Component_WithAFormat_AsksForItsSchema(string format, string effort, string query, string notebook, string? schema)
    {
        await using var miner = await MinerFactory.StartAsync(("ANSWER_FORMAT", format), ("REASONING_EFFORT", effort));
        var body = Requests.Body("c", query);
        if (notebook.Length > 0) body = body.WithPreviousOutputs(Requests.PreviousOutput("So far.", notebook));

        foreach (var component in new[] { "complete", "refine" })
        {
            var answer = await miner.AskAsync((JsonObject)body.DeepClone(), component);

            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That((string?)miner.Upstream.Requests[^1].Body["response_format"]?["json_schema"]?["name"], Is.EqualTo(schema));
        }
    }

    [Test]
    public async Task Complete_WithAnAnswerInFreeText_GivesTheWholeOfIt()
    {
        await using var miner = await MinerFactory.StartAsync();
        miner.Upstream.RespondInTurn(StubAnswer.Content("12 * 8 = 96.\n\nThe answer is 96."));

        var answer = await miner.AskAsync(Sum);

        Assert.That(answer.Text, Is.EqualTo("12 * 8 = 96.\n\nThe answer is 96."));
    }

    [Test]
    public async Task Complete_WithItsWorkingFirst_GivesTheFieldsAlone()
    {
        await using var miner = await MinerFactory.StartAsync();
        miner.Upstream.RespondInTurn(StubAnswer.Content(
            """{"working":"Rename it. {\"immediate_response\":\"draft\"}","immediate_response":"Renamed.","notebook":"b = 1"}"""));

        using var response = await miner.Http.PostAsync(
            "/complete", Requests.Body("c", "Rename a to b.").WithPreviousOutputs(Requests.PreviousOutput("So far.", "a = 1")));
        var output = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["output"]!;

        Assert.That((string?)output["immediate_response"], Is.EqualTo("Renamed."));
        Assert.That((string?)output["notebook"], Is.EqualTo("b = 1"));
    }

    [Test]
    public async Task Complete_WhenAnAnswerInTextHasAFalseEquation_ShowsItAsItWasWritten()
    {
        await using var miner = await MinerFactory.StartAsync();
        miner.Upstream.RespondInTurn(StubAnswer.Content("12 * 8 = 95, so the answer is 95."), StubAnswer.Content("The answer is 96."));

        await miner.AskAsync(Sum);

        var messages = miner.Upstream.Requests[1].Body["messages"]!.AsArray();
        Assert.That((string?)messages[^2]!["content"], Is.EqualTo("12 * 8 = 95, so the answer is 95."));
        Assert.That(miner.Upstream.Requests[1].Body.ContainsKey("response_format"), Is.False);
    }
}
