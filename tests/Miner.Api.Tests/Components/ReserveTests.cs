using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>An upstream that asks to be asked later is not waited for where the embedded model has the answer at once.</summary>
internal sealed class ReserveTests : MinerFixture
{
    private static readonly StubAnswer Later = StubAnswer.Error(429, retryAfter: "10");

    [Test]
    public async Task Summary_WhenTheUpstreamAsksToBeAskedLater_IsComputedAtOnce()
    {
        Upstream.RespondInTurn(Later, StubAnswer.Content("late"));

        var answer = await Service.AskAsync(
            Requests.Body("c", "Sum up.").WithPreviousOutputs(Requests.PreviousOutput("It rains in spring.")), "summary");

        Assert.That((answer.Status, answer.Headers["X-Model"]), Is.EqualTo((200, "offline-1")));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
        Assert.That(Clock.Pauses, Is.Empty);
    }

    [Test]
    public async Task Complete_OfWhatNobodyCanCompute_WaitsForTheUpstream()
    {
        Upstream.RespondInTurn(Later, StubAnswer.Content(Answering.Fields("late")));

        var answer = await Service.AskAsync("Write a poem.");

        Assert.That(answer.Text, Is.EqualTo("late"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(Clock.Pauses.Sum(pause => pause.TotalSeconds), Is.EqualTo(10).Within(0.1));
    }
}
