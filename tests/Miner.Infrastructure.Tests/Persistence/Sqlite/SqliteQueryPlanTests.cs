using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

internal sealed class SqliteQueryPlanTests : SqliteFixture
{
    [TestCase(SqliteHistory.SelectMessages)]
    [TestCase(SqliteHistory.DeleteOldMessages)]
    [TestCase(SqliteHistory.UpdateLastActivity)]
    [TestCase(SqliteConversationRepository.SelectConversation)]
    [TestCase(SqliteConversationList.SelectPage)]
    [TestCase(SqliteConversationList.CountConversations)]
    [TestCase(SqliteConversationList.SelectHours)]
    [TestCase(SqliteConversationRepository.DeleteConversation)]
    [TestCase(SqlitePlaybook.SelectActive)]
    [TestCase(SqlitePlaybook.UpdateEntry)]
    [TestCase(SqliteExpiry.DeleteMessages)]
    [TestCase(SqliteExpiry.DeleteConversations)]
    [TestCase(SqliteExpiry.DeleteFeedback)]
    [TestCase(SqliteExpiry.DeleteInactiveEntries)]
    public void Plan_OfAStatement_SearchesByIndexAndSortsNoTable(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameters(sql)) command.Parameters.AddWithValue(name, 1);

        var plan = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) plan.Add(reader.GetString(3));

        Assert.That(plan, Has.Some.StartsWith("SEARCH"));
        Assert.That(plan, Has.None.Match("^SCAN (messages|conversations|playbook)"));
    }

    private static IEnumerable<string> Parameters(string sql) =>
        System.Text.RegularExpressions.Regex.Matches(sql, "@\\w+").Select(match => match.Value).Distinct();
}
