namespace Miner.Api.Settings;

/// <summary>What is logged, how, and where beside standard output.</summary>
internal sealed record LogSettings
{
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>Whether a line is a JSON object, for programs, or text, for people.</summary>
    public bool IsJson { get; init; }

    /// <summary>A file that lines are appended to; null for none.</summary>
    public string? File { get; init; }

    /// <summary>How large a file grows before the next one is begun, 1 to 1,024 MiB.</summary>
    public int FileMebibytes { get; init; } = 10;

    /// <summary>How many files there are at the most, 1 to 1,000; the oldest goes.</summary>
    public int FilesKept { get; init; } = 10;

    /// <summary>As <c>LOG_LEVEL</c> spells them, and so do the lines.</summary>
    public static IReadOnlyDictionary<string, LogLevel> Levels { get; } = new Dictionary<string, LogLevel>
    {
        ["DEBUG"] = LogLevel.Debug,
        ["INFO"] = LogLevel.Information,
        ["WARNING"] = LogLevel.Warning,
        ["ERROR"] = LogLevel.Error,
        ["CRITICAL"] = LogLevel.Critical,
    };

    private static readonly Dictionary<string, bool> Formats = new() { ["text"] = false, ["json"] = true };

    public static LogSettings Read(SettingReader reader, ServerSettings server)
    {
        var defaults = new LogSettings();
        return new LogSettings
        {
            Level = reader.Choice("LOG_LEVEL", Levels, defaults.Level),
            IsJson = reader.Choice("LOG_FORMAT", Formats, server.IsProduction),
            File = reader.Text("LOG_FILE"),
            FileMebibytes = reader.Integer("LOG_FILE_MIB", defaults.FileMebibytes, 1, 1_024),
            FilesKept = reader.Integer("LOG_FILES_KEPT", defaults.FilesKept, 1, 1_000),
        };
    }
}
