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
    [TestCase(SqlitePlaybook.DeleteActive)]
    [TestCase(SqlitePlaybook.DeleteInactive)]
    [TestCase(SqlitePlaybook.DeleteFeedback)]
    [TestCase(SqliteExpiry.DeleteMessages)]
    [TestCase(SqliteExpiry.DeleteConversations)]
    [TestCase(SqliteExpiry.DeleteFeedback)]
    [TestCase(SqliteExpiry.DeleteInactiveEntries)]
    public void Plan_OfAStatement_SearchesByIndexAndSortsNoTable(string sql)
    {
        var plan = Plan(sql);

        Assert.That(plan, Has.Some.StartsWith("SEARCH"));
        Assert.That(plan, Has.None.Match("^SCAN (messages|conversations|playbook)"));
    }

    /// <summary>Every prompt reads them: those that were deleted, of 90 days, are not to be walked through.</summary>
    [Test]
    public void Plan_OfTheActiveEntries_IsByTheIndexOfThoseAlone() =>
        Assert.That(Plan(SqlitePlaybook.SelectActive), Has.Some.Contains("INDEX playbook_entries_active "));

    private List<string> Plan(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        foreach (var name in Parameters(sql)) command.Parameters.AddWithValue(name, 1);

        var plan = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read()) plan.Add(reader.GetString(3));
        return plan;
    }

    private static IEnumerable<string> Parameters(string sql) =>
        System.Text.RegularExpressions.Regex.Matches(sql, "@\\w+").Select(match => match.Value).Distinct();
}
