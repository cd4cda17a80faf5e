using Dapper;
using Microsoft.Extensions.Time.Testing;
using Miner.Domain.Conversations;
using Miner.Operator.Data.Original;
using Miner.Testing.Original;

namespace Miner.Operator.Tests.Data.Original;

/// <summary>A database of the original in the folder, beside the place of a miner's.</summary>
internal abstract class OriginalImportFixture : DataFixture
{
    protected static readonly DateTimeOffset Now = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    protected static readonly HistoryPolicy History =
        new(MaxMessages: 10, MaxAge: TimeSpan.FromDays(7), ContextMessages: 5, ContextTokens: 3_000);

    protected string Original => InFolder("original.db");

    [SetUp]
    public Task MakeOriginal() => OriginalMiner.MakeDatabaseAsync(Original, Now);

    protected Task<OriginalImportReport> ImportAsync(bool dryRun = false, HistoryPolicy? history = null) =>
        new OriginalImport(new FakeTimeProvider(Now)).RunAsync(Original, Storage, history ?? History, dryRun, Token);

    protected void Change(string sql)
    {
        using var connection = Connect("original.db");
        connection.Execute(sql);
    }

    /// <summary>What a query of the miner's database gives, each row's values parted by bars.</summary>
    protected IReadOnlyList<string> Stored(string sql)
    {
        using var connection = Connect("data/miner_api.db");
        return
        [
            .. connection.Query(sql)
                .Select(row => string.Join('|', ((IDictionary<string, object?>)row).Values.Select(value => value ?? "null"))),
        ];
    }

    /// <summary>The messages of a conversation, in the order in which they are read.</summary>
    protected IEnumerable<string> Messages(string cid) => Stored($"SELECT content FROM messages WHERE cid = '{cid}' ORDER BY id");

    /// <summary>Every row of every table of the miner's database.</summary>
    protected IReadOnlyList<string> Everything() =>
    [
        .. new[] { "conversations", "messages", "playbook_entries", "playbook_feedback", "playbook_audit" }
            .SelectMany(table => Stored($"SELECT * FROM {table} ORDER BY 1")),
    ];
}
