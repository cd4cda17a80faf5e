using Miner.Api.Settings;
using Miner.Infrastructure.Persistence;
using Miner.Operator;

namespace Miner.Api.Cli;

/// <summary>The store that <c>DATABASE_URL</c> names, for verbs that work on it.</summary>
internal static class StorageTarget
{
    /// <summary>It must be a SQLite file.</summary>
    /// <exception cref="OperatorException">It is PostgreSQL, which has programs of its own for what the verb does.</exception>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static StorageOptions ReadSqlite()
    {
        var storage = Read();
        return storage.Postgres is null ? storage : throw new OperatorException(
            $"DATABASE_URL names a PostgreSQL database ({storage.Postgres}): pg_dump makes its backups, pg_restore puts them back.");
    }

    private static StorageOptions Read()
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var storage = MinerSettings.ReadStorage(reader);
        return reader.Problems.Count == 0 ? storage : throw new SettingsException(reader.Problems);
    }
}
