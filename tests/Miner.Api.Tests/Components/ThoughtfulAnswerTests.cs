using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>What a reasoning model writes around its answer does not reach the caller.</summary>
[TestFixture]
internal sealed class ThoughtfulAnswerTests : MinerFixture
{
    private const string Draft = """{"immediate_response": "a draft", "notebook": "no update"}""";

    private static readonly string Answer = Answering.Fields("The answer is 42.");

    private static readonly string[] Thoughtful =
    [
        "<reasoning>plan</reasoning>The answer is 42.",
        $"{Answer}\n<reasoning>Or {Draft}?</reasoning>",
        $"<seed:think budget=\"10\">Or {Draft}?</seed:think>{Answer}",
        $"<|channel|>analysis<|message|>{Draft}<|end|><|start|>assistant<|channel|>final<|message|>{Answer}<|return|>",
        $"analysisWe could say {Draft}assistantfinal{Answer}",
        "The answer is 42.<|im_end|>",
    ];

    [TestCaseSource(nameof(Thoughtful))]
    public async Task Complete_WhoseModelThinksAloud_GivesTheAnswer(string content)
    {
        Upstream.Respond = _ => StubAnswer.Content(content);

        var answer = await Service.AskAsync("Tell me.");

        Assert.That(answer.Status, Is.EqualTo(200));
        Assert.That(answer.Text, Is.EqualTo("The answer is 42."));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Complete_WhoseModelSpeaksOfTags_KeepsThem()
    {
        const string Text = "Put it between <reasoning> and </reasoning>, as in `<think>x</think>`.";
        Upstream.Respond = _ => StubAnswer.Content(Text);

        Assert.That((await Service.AskAsync("Tell me.")).Text, Is.EqualTo(Text));
    }
}
