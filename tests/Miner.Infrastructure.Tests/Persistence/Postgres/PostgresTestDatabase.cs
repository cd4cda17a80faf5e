using System.Data.Common;
using Miner.Infrastructure.Persistence;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

/// <summary>A database on the one server that all tests of this assembly share, which is started with the first.</summary>
internal sealed class PostgresTestDatabase : ITestDatabase
{
    private static readonly Lazy<PostgresServer> SharedServer =
        new(() => Task.Run(PostgresServer.StartAsync).GetAwaiter().GetResult());

    private static readonly Lazy<string> Template = new(CreateTemplate);

    public string Name { get; } = SharedServer.Value.CreateDatabase(Template.Value);

    public static PostgresServer Server => SharedServer.Value;

    public StorageOptions Options => OptionsFor(Server.Url(Name));

    public static StorageOptions OptionsFor(string url) =>
        DatabaseUrl.TryParse(url, out var options, out var error)
            ? options with { BusyTimeout = TimeSpan.FromSeconds(30) }
            : throw new ArgumentException(error, nameof(url));

    /// <summary>Ends the server, if any test has started it.</summary>
    public static async Task StopServerAsync()
    {
        if (SharedServer.IsValueCreated) await SharedServer.Value.DisposeAsync();
    }

    public DbConnection Connect() => Server.Connect(Name);

    public void Dispose() => Server.DropDatabase(Name);

    /// <summary>A database with the schema in it: to copy it is faster than to make it.</summary>
    private static string CreateTemplate()
    {
        var name = Server.CreateDatabase();
        using var store = new TestStore(OptionsFor(Server.Url(name)), DatabaseFixture.Policy, TimeProvider.System);
        Task.Run(() => store.Conversations.CountAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return name;
    }
}
