using Dapper;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>What is kept of each hour tells the same as all conversations would, whatever changes them.</summary>
internal sealed class SqliteConversationListTests : SqliteFixture
{
    private const string CountByHour = "SELECT last_activity / 3600000000, COUNT(*) FROM conversations GROUP BY 1 ORDER BY 1";
    private const string KeptByHour = "SELECT hour, conversations FROM conversation_counts ORDER BY hour";

    [Test]
    public async Task Counts_AfterAppending_HoldEachConversationOnce()
    {
        await FillAsync(count: 5, apart: TimeSpan.FromMinutes(25));
        for (var i = 0; i < 2; i++) await AppendAsync("0");

        await ExpectTrueCountsAsync(total: 5);
    }

    [Test]
    public async Task Counts_AfterAnExchangeThatComesLate_HoldTheLaterActivity()
    {
        var earlier = Exchange("earlier");
        Time.Advance(TimeSpan.FromHours(3));
        await AppendAsync("cid");
        await Store.Conversations.AppendAsync("cid", earlier, Token);

        await ExpectTrueCountsAsync(total: 1);
    }

    [Test]
    public async Task Counts_AfterADeletion_HoldTheOthers()
    {
        await FillAsync(count: 5, apart: TimeSpan.FromMinutes(25));
        await Store.Conversations.DeleteAsync("2", playbook: false, Token);

        await ExpectTrueCountsAsync(total: 4);
    }

    [Test]
    public async Task Counts_AsTimePasses_LeaveOutWhatIsPastItsDaysBeforeAnySweepAndAfterIt()
    {
        await FillAsync(count: 10, apart: TimeSpan.FromMinutes(25));
        Time.Advance(Policy.MaxAge - TimeSpan.FromMinutes(100));
        await ExpectTrueCountsAsync(total: 4);

        await Store.Conversations.RemoveExpiredAsync(Token);

        await ExpectTrueCountsAsync(total: 4);
    }

    [Test]
    public async Task Counts_AfterALesson_HoldItsConversation()
    {
        await Store.Playbooks.LearnAsync("cid", Lessons.Applying(Time.GetUtcNow(), Exchange("feedback"), Lessons.Insert("key")), Token);

        await ExpectTrueCountsAsync(total: 1);
    }

    [TestCase("INSERT INTO conversations VALUES ('foreign', 0, {0})", 4)]
    [TestCase("DELETE FROM conversations WHERE cid = '1'", 2)]
    [TestCase("DELETE FROM conversations", 0)]
    [TestCase("UPDATE conversations SET last_activity = last_activity + 7200000000", 3)]
    [TestCase("INSERT INTO conversations SELECT cid || '!', 0, last_activity FROM conversations", 6)]
    public async Task Counts_AfterAnotherProgramWrote_HoldWhatItDid(string sql, int total)
    {
        await FillAsync(count: 3, apart: TimeSpan.FromMinutes(25));
        Execute(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, Time.GetUtcNow().ToUnixTimeMilliseconds() * 1_000));

        await ExpectTrueCountsAsync(total);
    }

    [Test]
    public async Task Counts_AfterASecondStoreWrote_HoldWhatItDid()
    {
        await FillAsync(count: 2, apart: TimeSpan.FromHours(1));
        var other = Open();
        await other.Conversations.AppendAsync("other", Exchange("question"), Token);
        await other.Conversations.DeleteAsync("0", playbook: false, Token);

        await ExpectTrueCountsAsync(total: 2);
    }

    [Test]
    public async Task Counts_WhenAChangeIsTakenBack_AreTakenBackToo()
    {
        await FillAsync(count: 2, apart: TimeSpan.FromHours(1));
        Assert.That(
            () => Writer.RunAsync<int>(
                session =>
                {
                    session.Execute("DELETE FROM conversations");
                    throw new ArithmeticException();
                },
                Token),
            Throws.InstanceOf<ArithmeticException>());

        await ExpectTrueCountsAsync(total: 2);
    }

    [Test]
    public async Task ListAsync_AtAnyOffset_GivesWhatTheWholeListHasThere()
    {
        await FillAsync(count: 40, apart: TimeSpan.FromMinutes(13));
        await FillAsync(count: 5, apart: TimeSpan.Zero);
        Time.Advance(Policy.MaxAge - TimeSpan.FromHours(4));
        var all = (await Store.Conversations.ListAsync(1_000, 0, Token)).Conversations.Select(conversation => conversation.Cid).ToList();
        Assert.That(all, Has.Count.InRange(10, 39));

        for (var offset = 0; offset <= all.Count + 1; offset++)
        {
            var page = await Store.Conversations.ListAsync(7, offset, Token);
            Assert.That(page.Conversations.Select(conversation => conversation.Cid), Is.EqualTo(all.Skip(offset).Take(7)));
            Assert.That(page.Total, Is.EqualTo(all.Count));
        }
    }

    private async Task FillAsync(int count, TimeSpan apart)
    {
        for (var i = 0; i < count; i++)
        {
            await AppendAsync($"{i}");
            Time.Advance(apart);
        }
    }

    private async Task ExpectTrueCountsAsync(int total)
    {
        using var connection = Connect();
        Assert.That(
            connection.Query<(long, long)>(KeptByHour),
            Is.EqualTo(connection.Query<(long, long)>(CountByHour)));
        Assert.That(await Store.Conversations.CountAsync(Token), Is.EqualTo(total));
        Assert.That((await Store.Conversations.ListAsync(1, 0, Token)).Total, Is.EqualTo(total));
    }
}
