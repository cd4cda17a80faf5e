using Miner.Testing;

namespace Miner.Api.Tests.Errors;

[TestFixture]
internal sealed class UpstreamFailureTests : MinerFixture
{
    private static readonly TimeSpan TimeForAnswer = TimeSpan.FromSeconds(57);

    [TestCase("FAULT:500", 502)]
    [TestCase("FAULT:401", 502)]
    [TestCase("FAULT:garbage", 502)]
    [TestCase("FAULT:reset", 502)]
    [TestCase("FAULT:429", 503)]
    [TestCase("FAULT:hang", 504)]
    public async Task Complete_WhenTheUpstreamFails_TellsHowWithoutItsText(string fault, int status)
    {
        Upstream.Respond = _ =>
        {
            if (fault == "FAULT:hang") Clock.Advance(TimeForAnswer);
            return null;
        };

        using var response = await Http.PostAsync("/complete", Requests.Body("c", fault));

        var problem = await response.ReadProblemAsync(status);

        Assert.That(problem.ToJsonString(), Does.Not.Contain("boom").And.Not.Contain("slow down").And.Not.Contain("sk-"));
        Assert.That(response.Headers.RetryAfter?.Delta > TimeSpan.Zero, Is.EqualTo(status == 503));
    }

    [Test]
    public async Task Complete_WhenTheModelSaysNothing_IsAnUpstreamFailure()
    {
        Upstream.RespondInTurn(StubAnswer.Content("""{"immediate_response":" ","notebook":"no update"}"""));

        using var response = await Http.PostAsync("/complete", Requests.Body("c", "anything"));

        await response.ReadProblemAsync(502);
    }
}
