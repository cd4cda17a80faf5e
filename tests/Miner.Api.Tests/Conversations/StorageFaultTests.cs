using System.Runtime.Versioning;
using Dapper;
using Microsoft.Data.Sqlite;
using Miner.Client;

namespace Miner.Api.Tests.Conversations;

/// <summary>A store that fails under a running miner: no answer fails, and what was answered is stored once it is back.</summary>
[TestFixture]
internal sealed class StorageFaultTests : MinerFixture
{
    [SetUp]
    public void LetPausesBePassedByHand() => Clock.InsteadOfPassing = () => { };

    [Test]
    public async Task Answers_GivenWhileTheFileIsGone_AreStoredOnceItIsBack()
    {
        await Client.CompleteAsync(ClientRequests.Of("c", "Before?"));
        var elsewhere = Service.DatabasePath + ".elsewhere";
        File.Move(Service.DatabasePath, elsewhere);
        await Client.CompleteAsync(ClientRequests.Of("c", "Meanwhile?"));
        await Client.CompleteAsync(ClientRequests.Of("other", "Meanwhile, too?"));

        Assert.That((await StorageAsync(), await StatusAsync()), Is.EqualTo(("""{"pending":2,"lost":0}""", "degraded")));

        File.Move(elsewhere, Service.DatabasePath);
        Assert.That(Asked(await Client.GetConversationAsync("c")), Is.EqualTo(new[] { "Before?", "Meanwhile?" }), "one waits in memory");
        await Clock.TimerAsync(TimeSpan.FromSeconds(1));
        Clock.Advance(TimeSpan.FromSeconds(1));
        while (await StorageAsync() != """{"pending":0,"lost":0}""") await Task.Yield();

        Assert.That(Scalar("SELECT COUNT(*) FROM messages"), Is.EqualTo(6));
        Assert.That(Asked(await Client.GetConversationAsync("c")), Is.EqualTo(new[] { "Before?", "Meanwhile?" }));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await StatusAsync(), Is.EqualTo("healthy"));
    }

    [Test]
    public async Task Lesson_SentWhileTheFileIsGone_IsRefusedAndLearntWhenItIsSentAgain()
    {
        var lesson = Requests.Body("c", "I like short answers");
        await Client.CompleteAsync(ClientRequests.Of("c"));
        var elsewhere = Service.DatabasePath + ".elsewhere";
        File.Move(Service.DatabasePath, elsewhere);

        using (var refused = await Http.PostAsync("/human_feedback", lesson))
        {
            var problem = await refused.ReadProblemAsync(503);
            Assert.That(problem["detail"]!.ToString(), Is.EqualTo("The store is not available."));
            Assert.That(refused.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(5)));
        }

        await Http.AskAsync("/feedback", Requests.Body("c").WithPreviousOutputs(Requests.PreviousOutput("42")));
        Assert.That(await StorageAsync(), Is.EqualTo("""{"pending":1,"lost":0}"""), "a review teaches nothing, and its pair waits");
        File.Move(elsewhere, Service.DatabasePath);
        await Http.AskAsync("/human_feedback", lesson);
        Assert.That((int)(await Http.GetObjectAsync("/playbook/c"))["entry_count"]!, Is.EqualTo(1));
        Assert.That(Scalar("SELECT COUNT(*) FROM playbook_feedback"), Is.EqualTo(1), "what was refused left nothing");
    }

    [Test]
    public async Task Metrics_WhilePairsWait_TellHowMany()
    {
        var elsewhere = Service.DatabasePath + ".elsewhere";
        File.Move(Service.DatabasePath, elsewhere);
        for (var i = 0; i < 3; i++) await Client.CompleteAsync(ClientRequests.Of($"{i}"));

        Assert.That(await MetricsAsync(), Is.EqualTo(("3", "0")));
        File.Move(elsewhere, Service.DatabasePath);
    }

    [Test]
    public async Task Model_OfAConversationWhosePairWaits_ReadsIt()
    {
        var elsewhere = Service.DatabasePath + ".elsewhere";
        File.Move(Service.DatabasePath, elsewhere);
        await Client.CompleteAsync(ClientRequests.Of("c", "Remember this?"));

        await Client.CompleteAsync(ClientRequests.Of("c", "And?"));

        Assert.That(Upstream.Requests[^1].RawBody, Does.Contain("Remember this?"));
        File.Move(elsewhere, Service.DatabasePath);
    }

    [Test]
    public async Task Playbook_ThatCannotBeRead_CostsNeitherTheHistoryNorTheAnswer()
    {
        await Client.HumanFeedbackAsync(ClientRequests.Of("c", "I like short answers"));
        Assert.That(await StatusAsync(), Is.EqualTo("healthy"));
        Scalar("UPDATE playbook_entries SET tags = 'no JSON'");

        await Client.CompleteAsync(ClientRequests.Of("c", "And?"));

        Assert.That(Upstream.Requests[^1].RawBody, Does.Contain("I like short answers"));
        Assert.That(await StatusAsync(), Is.EqualTo("degraded"));
        Scalar("UPDATE playbook_entries SET tags = '[]'");
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await StatusAsync(), Is.EqualTo("healthy"));
    }

    [Test]
    public async Task Log_OfManyRequestsToAFailingStore_HasALineOfEachKind()
    {
        File.Move(Service.DatabasePath, Service.DatabasePath + ".elsewhere");
        for (var i = 0; i < 40; i++) await Client.CompleteAsync(ClientRequests.Of($"{i}"));

        var errors = Service.Log.Lines.Where(line => line.StartsWith("Error ", StringComparison.Ordinal)).ToList();

        Assert.That(errors, Has.Count.EqualTo(3), string.Join('\n', errors));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Files_OfTheDatabase_AreTheirOwnersAlone()
    {
        await Client.CompleteAsync(ClientRequests.Of("c"));

        foreach (var suffix in new[] { "", "-wal", "-shm" })
            Assert.That(File.GetUnixFileMode(Service.DatabasePath + suffix), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private async Task<string> StorageAsync() => (await Http.GetObjectAsync("/stats"))["storage"]!.ToJsonString();

    private async Task<string> StatusAsync() => (await Http.GetObjectAsync("/health"))["status"]!.ToString();

    private async Task<(string Pending, string Lost)> MetricsAsync()
    {
        var lines = (await Http.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n');
        return (Value("miner_storage_pending{"), Value("miner_storage_lost_total{"));

        string Value(string series) => lines.Single(line => line.StartsWith(series, StringComparison.Ordinal)).Split("} ")[1].Split(' ')[0];
    }

    /// <summary>Past the miner, as an operator's shell would.</summary>
    private long? Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Service.DatabasePath};Pooling=False");
        return connection.ExecuteScalar<long?>(sql);
    }

    private static IEnumerable<string> Asked(ConversationResponse conversation) => conversation.Messages
        .Where(message => message.Role == MessageItemRole.User)
        .Select(message => message.Content.Split('\n')[^1]);
}
