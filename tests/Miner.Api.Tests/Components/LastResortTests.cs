using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>What the embedded model is good for when the upstream is down.</summary>
[TestFixture]
internal sealed class LastResortTests : MinerFixture
{
    [SetUp]
    public void LetTheUpstreamFail() => Upstream.Respond = _ => StubAnswer.Error(401);

    [TestCase(401)]
    [TestCase(429)]
    [TestCase(500)]
    public async Task Complete_OfACalculation_IsComputed(int status)
    {
        Upstream.Respond = _ => StubAnswer.Error(status);

        var answer = await Service.AskAsync("What is 6*7?");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Does.Contain("42"));
        Assert.That(answer.Headers["X-Model"], Is.EqualTo("offline-1"));
    }

    [TestCase("Who wrote Faust?", "complete")]
    [TestCase("Who wrote Faust?", "refine")]
    [TestCase("Please improve the answer.", "human_feedback")]
    public async Task Component_ThatItCannotHelpWith_FailsAsTheUpstreamDid(string query, string component)
    {
        var answer = await Service.AskAsync(query, component);

        Assert.That(answer.Status, Is.EqualTo(502));
    }

    [Test]
    public async Task HumanFeedback_ThatStatesAPreferencePlainly_IsLearnt()
    {
        var answer = await Service.AskAsync("I prefer short answers.", "human_feedback");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Does.Contain("short answers"));
    }

    [TestCase("feedback")]
    [TestCase("summary")]
    [TestCase("refine")]
    public async Task Component_WithPreviousOutputs_MakesWhatItCanOfThem(string component)
    {
        var body = Requests
            .Body("c", "What is 12*7?")
            .WithPreviousOutputs(Requests.PreviousOutput("We have 12 * 7 = 85. The answer is 85."));

        var answer = await Service.AskAsync(body, component);

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Does.Contain(component == "summary" ? "85" : "84"));
    }

    [Test]
    public async Task Complete_ThatTheModelRefused_IsNotAnsweredInItsPlace()
    {
        Upstream.Respond = _ =>
            StubAnswer.Json(JsonNode.Parse("""{"choices":[{"message":{"content":null,"refusal":"I won't."}}]}""")!);

        Assert.That((await Service.AskAsync("What is 6*7?")).Status, Is.EqualTo(502));
    }

    [Test]
    public async Task Complete_WithTheLastResortOff_FailsAsTheUpstreamDid()
    {
        await RestartAsync(("OFFLINE_FALLBACK", "false"));
        Upstream.Respond = _ => StubAnswer.Error(401);

        Assert.That((await Service.AskAsync("What is 6*7?")).Status, Is.EqualTo(502));
    }
}
