using System.Diagnostics;
using Miner.Testing;
using Npgsql;

namespace Miner.EndToEnd.Tests;

/// <summary>The conversations of a database that have a whole pair.</summary>
internal static class StoredPairs
{
    public static IReadOnlySet<string> Of(PostgresServer server, string database)
    {
        using var connection = server.Connect(database);
        using var command = new NpgsqlCommand("SELECT cid FROM messages GROUP BY cid HAVING count(*) >= 2", connection);
        using var reader = command.ExecuteReader();
        var stored = new HashSet<string>();
        while (reader.Read()) stored.Add(reader.GetString(0));
        return stored;
    }

    /// <summary>Those that waited in a miner's memory are stored within seconds.</summary>
    public static async Task IncludeAsync(PostgresServer server, string database, IReadOnlyCollection<string> answered)
    {
        var waited = Stopwatch.StartNew();
        while (!answered.ToHashSet().IsSubsetOf(Of(server, database)) && waited.Elapsed < Patience.Limit)
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        Assert.That(answered, Is.SubsetOf(Of(server, database)));
    }
}
