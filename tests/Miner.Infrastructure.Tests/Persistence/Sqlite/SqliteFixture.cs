using Microsoft.Data.Sqlite;
using Miner.Infrastructure.Persistence.Sqlite;

namespace Miner.Infrastructure.Tests.Persistence.Sqlite;

/// <summary>What only a file has: a folder, a lock, a writer.</summary>
internal abstract class SqliteFixture() : DatabaseFixture(StoreKind.Sqlite)
{
    protected string Folder => ((SqliteTestDatabase)TestDatabase).Folder;

    protected string File => ((SqliteTestDatabase)TestDatabase).File;

    protected SqliteWriter Writer => Store.Get<SqliteWriter>();

    protected SqliteMigrator Migrator => Store.Starting<SqliteMigrator>();

    protected new SqliteConnection Connect() => (SqliteConnection)base.Connect();

    /// <summary>A store on another file of the folder, not migrated and the caller's to dispose of.</summary>
    protected TestStore On(string file) => new(TestDatabase.Options with { SqlitePath = file }, Policy, Time);
}
