using Miner.Application.Recording;

namespace Miner.Api.Settings;

/// <summary>Reads how much is recorded, and gathers the secrets that are masked in it.</summary>
internal static class RecordingSettings
{
    private const int BytesPerMegabyte = 1_000_000;

    /// <summary>A password that PostgreSQL's client takes where the address of the database has none.</summary>
    private const string DatabasePassword = "PGPASSWORD";

    /// <summary>To be called when all other settings were read, since it is their secrets that are masked.</summary>
    public static RecordingOptions Read(SettingReader reader, ApiKeySettings keys)
    {
        var defaults = new RecordingOptions();
        return new RecordingOptions
        {
            Calls = reader.Integer("RECORD_CALLS", defaults.Calls, 0, RecordingOptions.MostCalls),
            MaxBytes = reader.Integer("RECORD_MEGABYTES", (int)(defaults.MaxBytes / BytesPerMegabyte), 1, 10_000) * (long)BytesPerMegabyte,
            Secrets = [.. keys.Keys, .. reader.Settings.SelectMany(setting => setting.Hidden), reader.Foreign(DatabasePassword) ?? ""],
        };
    }
}
