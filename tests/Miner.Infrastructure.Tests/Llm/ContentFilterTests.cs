using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What a content filter takes away is named so, and is held neither against the upstream nor against the key.</summary>
internal sealed class ContentFilterTests : ModelChainFixture
{
    private static IEnumerable<TestCaseData> Filtered() =>
    [
        Case("Azure", 400, """
            {"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy.",
             "type":null,"param":"prompt","code":"content_filter","status":400,
             "innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"hate":{"filtered":true}}}}}
            """),
        Case("OpenAI", 400, """{"error":{"message":"no","code":"content_policy_violation"}}"""),
        Case("OpenAI, reasoning models", 400, """
            {"error":{"message":"Invalid prompt: your prompt was flagged as potentially violating our policy.","code":"invalid_prompt"}}
            """),
        Case("Anthropic", 400, """
            {"type":"error","error":{"type":"invalid_request_error","message":"Output blocked by content filtering policy"}}
            """),
        Case("OpenRouter", 403, """
            {"error":{"code":403,"message":"Your chosen model requires moderation and your input was flagged",
             "metadata":{"reasons":["violence"],"flagged_input":"secret words"}}}
            """),
        Case("Alibaba", 400, """
            {"error":{"message":"Input data may contain inappropriate content.","code":"data_inspection_failed"}}
            """),
        Case("in a 200", 200, """{"error":{"code":"content_filter","message":"filtered"}}"""),
        Case("no choices", 200, """
            {"choices":[],"prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":true}}}]}
            """),
        Case("nothing left", 200, """{"choices":[{"finish_reason":"content_filter","message":{"role":"assistant","content":""}}]}"""),
    ];

    [TestCaseSource(nameof(Filtered))]
    public async Task CompleteAsync_WhenTheFilterTakesIt_SaysSoAfterOneCall(int status, string body)
    {
        Upstream.Respond = _ => new StubAnswer { Status = status, Body = body };

        var failure = await FailureOfAsync(Chain(Options(), SecondOptions()).CompleteAsync(Request("x", Schema), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.NoAnswer));
        Assert.That(failure.Message, Does.Contain("content filter").And.Not.Contain("secret"));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((1, 0)));
    }

    [TestCaseSource(nameof(Filtered))]
    public async Task CompleteAsync_WhereTheOperatorWantsIt_AsksTheNext(int status, string body)
    {
        Upstream.Respond = _ => new StubAnswer { Status = status, Body = body };

        var completion = await Chain(new ModelChainOptions { Models = [Options(), SecondOptions()], FallsBackOnContentFilter = true })
            .CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(SecondModel));
        Assert.That((Upstream.Requests.Count, Second.Requests.Count), Is.EqualTo((1, 1)));
    }

    [TestCaseSource(nameof(Filtered))]
    public async Task CompleteAsync_WhenOnePromptIsFiltered_AnswersTheNextAsEver(int status, string body)
    {
        Upstream.RespondInTurn(new StubAnswer { Status = status, Body = body }, Answer(StubAnswer.Model));
        var model = Chain(Options(), SecondOptions());
        await FailureOfAsync(model.CompleteAsync(Request("x", Schema), CancellationToken.None));

        var completion = await model.CompleteAsync(Request("y", Schema), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(StubAnswer.Model));
        Assert.That((string?)Upstream.Requests[^1].Body["response_format"]?["type"], Is.EqualTo("json_schema"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    private static TestCaseData Case(string name, int status, string body) => new TestCaseData(status, body).SetArgDisplayNames(name);
}
