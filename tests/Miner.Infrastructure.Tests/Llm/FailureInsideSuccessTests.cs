using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>Failures that come with status 200 count like those that say so.</summary>
internal sealed class FailureInsideSuccessTests : ChatModelFixture
{
    private static readonly StubAnswer Whole = StubAnswer.Content("hi");

    private static IEnumerable<string> Passing() =>
    [
        """{"error":{"code":429,"message":"slow down"}}""",
        """{"error":{"code":502,"message":"Provider returned error"},"user_id":"u"}""",
        """{"error":{"code":503}}""",
        """{"error":{"code":"rate_limit_exceeded"}}""",
        """{"choices":[{"finish_reason":"error","message":{"content":"half"},"error":{"code":502}}]}""",
        """{"choices":[{"finish_reason":"error","message":{"content":"half"}}]}""",
        """{"choices":[]}""",
        "{}",
        "",
        "<html>not json",
        """{"choices":[{"finish_reason":"stop","message":{"content":"cut off""",
        "data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"half\"}}]}\n\ndata: {\"error\":{\"code\":503}}\n\n",
    ];

    [TestCaseSource(nameof(Passing))]
    public async Task CompleteAsync_WhenTheFailureMayPass_TriesAgain(string body)
    {
        Upstream.RespondInTurn(new StubAnswer { Body = body }, Whole);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(completion.Usage.Elapsed, Is.EqualTo(Clock.Pauses.Single()));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCaseSource(nameof(Passing))]
    public async Task CompleteAsync_WhenTheFailureStays_IsNoEmptySuccess(string body)
    {
        Upstream.Respond = _ => new StubAnswer { Body = body };

        await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
    }

    [TestCase("""{"error":{"code":"insufficient_quota"}}""")]
    [TestCase("""{"error":{"code":429,"type":"insufficient_quota"}}""")]
    [TestCase("""{"error":{"code":"invalid_api_key","type":"invalid_request_error"}}""")]
    [TestCase("""{"error":{"code":"content_filter","message":"filtered"}}""")]
    public async Task CompleteAsync_WhenTheFailureWillNotPass_FailsAtOnce(string body)
    {
        Upstream.Respond = _ => new StubAnswer { Body = body };

        await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }
}
