using Miner.Api.Settings;
using Miner.Infrastructure.Persistence;

namespace Miner.Api.Cli;

/// <summary>The store that <c>DATABASE_URL</c> names, for verbs that work on it.</summary>
internal static class StorageTarget
{
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static StorageOptions Read()
    {
        var reader = new SettingReader(VerbServices.ReadConfiguration());
        var storage = MinerSettings.ReadStorage(reader);
        return reader.Problems.Count == 0 ? storage : throw new SettingsException(reader.Problems);
    }
}
