using Miner.Client;

namespace Miner.Api.Tests.Playbooks;

/// <summary>What a user asks to be forgotten.</summary>
[TestFixture]
internal sealed class PlaybookDeletionTests : MinerFixture
{
    [TestCase("c")]
    [TestCase("a/b?c#d")]
    public async Task DeletePlaybook_WhenKnown_ForgetsTheUserAndKeepsTheMessages(string cid)
    {
        await Client.HumanFeedbackAsync(ClientRequests.Of(cid, "I like short answers"));

        var deleted = await Client.DeletePlaybookAsync(cid);

        Assert.That((deleted.Success, deleted.Message, deleted.Cid), Is.EqualTo((true, "The playbook was deleted.", cid)));
        Assert.That((await Client.GetPlaybookAsync(cid)).EntryCount, Is.Zero);
        Assert.That((await Client.GetConversationAsync(cid)).MessageCount, Is.EqualTo(2));
    }

    [Test]
    public void DeletePlaybook_WhenUnknown_Is404()
    {
        var failure = Assert.ThrowsAsync<ApiException<ProblemDetails>>(() => Client.DeletePlaybookAsync("never"));

        Assert.That((failure!.StatusCode, failure.Result.Detail), Is.EqualTo((404, "There is no playbook under this id.")));
    }

    [TestCase(null, 1)]
    [TestCase(false, 1)]
    [TestCase(true, 0)]
    public async Task DeleteConversation_TakesThePlaybookOnlyWhereItIsAskedTo(bool? playbook, int entriesLeft)
    {
        await Client.HumanFeedbackAsync(ClientRequests.Of("c", "I like short answers"));

        await Client.DeleteConversationAsync("c", playbook);

        Assert.That((await Client.GetConversationAsync("c")).MessageCount, Is.Zero);
        Assert.That((await Client.GetPlaybookAsync("c")).EntryCount, Is.EqualTo(entriesLeft));
    }

    [Test]
    public async Task DeleteConversation_WithThePlaybookAlone_DeletesThat()
    {
        await Client.HumanFeedbackAsync(ClientRequests.Of("c", "I like short answers"));
        await Client.DeleteConversationAsync("c");

        var deleted = await Client.DeleteConversationAsync("c", playbook: true);

        Assert.That(deleted.Message, Is.EqualTo("The conversation and its playbook were deleted."));
        Assert.That((await Client.GetPlaybookAsync("c")).EntryCount, Is.Zero);
    }

    [TestCase("")]
    [TestCase("TRUE")]
    [TestCase("1")]
    [TestCase("yes")]
    public async Task DeleteConversation_WithAFlagThatIsNone_NamesItAndDeletesNothing(string flag)
    {
        await Client.CompleteAsync(ClientRequests.Of("c"));
        using var response = await Http.DeleteAsync(new Uri($"/conversations/c?playbook={flag}", UriKind.Relative));

        var problem = await response.ReadProblemAsync(422);

        Assert.That(problem["errors"]![0]!["loc"]!.ToJsonString(), Is.EqualTo("""["query","playbook"]"""));
        Assert.That((await Client.GetConversationAsync("c")).MessageCount, Is.EqualTo(2));
    }
}
