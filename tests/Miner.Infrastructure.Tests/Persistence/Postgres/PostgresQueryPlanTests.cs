using System.Text.RegularExpressions;
using Dapper;
using Miner.Infrastructure.Persistence.Postgres;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

[Category("NeedsPackages")]
internal sealed class PostgresQueryPlanTests : PostgresFixture
{
    [TestCase(PostgresHistory.SelectMessages)]
    [TestCase(PostgresHistory.InsertMessages)]
    [TestCase(PostgresHistory.DeleteOldMessages)]
    [TestCase(PostgresHistory.DeleteEmptyConversation)]
    [TestCase(PostgresHistory.UpdateLastActivity)]
    [TestCase(PostgresConversationRepository.SelectConversation)]
    [TestCase(PostgresConversationRepository.SelectPage)]
    [TestCase(PostgresConversationCount.CountAll)]
    [TestCase(PostgresConversationCount.CountFew)]
    [TestCase(PostgresConversationRepository.DeleteConversation)]
    [TestCase(PostgresPlaybook.SelectActive)]
    [TestCase(PostgresPlaybook.UpdateEntry)]
    [TestCase(PostgresPlaybook.FindFeedback)]
    [TestCase(PostgresPlaybook.DeletePlaybook)]
    [TestCase(PostgresExpiry.DeleteMessages)]
    [TestCase(PostgresExpiry.DeleteConversations)]
    [TestCase(PostgresExpiry.DeleteFeedback)]
    [TestCase(PostgresExpiry.DeleteInactiveEntries)]
    public void Plan_OfAStatement_FindsRowsByAnIndex(string sql)
    {
        using var connection = Connect();
        connection.Execute("SET enable_seqscan = off");

        var plan = connection.Query<string>($"EXPLAIN {Parameter().Replace(sql, Value)}").ToList();

        Assert.That(plan, Has.None.Match("Seq Scan on"));
        Assert.That(plan, Has.Some.Match("Index .*Scan|Bitmap"));
    }

    private static string Value(Match parameter) => parameter.Value switch
    {
        "@Cutoff" or "@At" or "@Limit" or "@Offset" or "@MaxMessages" or "@CreatedAt" or "@UpdatedAt" or "@Version" or "@FeedbackId"
            or "@Confidence" or "@Helpful" or "@Harmful" => "1",
        "@IsRepeated" or "@IsActive" => "true",
        _ => "'text'",
    };

    private static Regex Parameter() => new("@\\w+");
}
