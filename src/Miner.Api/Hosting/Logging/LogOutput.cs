using Miner.Api.Settings;
using Serilog;
using Serilog.Configuration;
using Serilog.Extensions.Logging;
using Serilog.Formatting;

namespace Miner.Api.Hosting.Logging;

/// <summary>
/// Where log lines go: standard output and, where it is set, a file that is rotated. Code logs through
/// <see cref="Microsoft.Extensions.Logging.ILogger"/>, which filters; Serilog writes, in the background, so that no request waits for a
/// disk or a pipe.
/// </summary>
internal static class LogOutput
{
    /// <summary>How many lines wait to be written; what comes beyond it while a disk or pipe hangs is left out.</summary>
    private const int MaxWaiting = 10_000;

    private const long Mebibyte = 1024 * 1024;

    /// <summary>The framework speaks only of warnings. The level is that of <paramref name="log"/> at any moment.</summary>
    public static ILoggingBuilder WriteAs(this ILoggingBuilder logging, Reloadable<LogSettings> log)
    {
        logging.ClearProviders()
            .SetMinimumLevel(LogLevel.Trace)
            .AddFilter(level => level >= log.Value.Level)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            // A start that fails ends the program, which says why in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            // The exception handler below it logs what there is to say, without what callers sent.
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        logging.Services.AddSingleton<ILoggerProvider>(_ => new SerilogLoggerProvider(Create(log.Value), dispose: true));
        return logging;
    }

    /// <exception cref="IOException">The file cannot be written; Serilog itself would go on without it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void AssertIsWritable(LogSettings settings)
    {
        if (settings.File is not { } file) return;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        using var opened = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    private static Serilog.Core.Logger Create(LogSettings settings) => new LoggerConfiguration()
        .MinimumLevel.Verbose()
        .WriteTo.Async(sinks => AddSinks(sinks, settings), MaxWaiting)
        .CreateLogger();

    private static void AddSinks(LoggerSinkConfiguration sinks, LogSettings settings)
    {
        sinks.Console(Line(settings));
        if (settings.File is { } file) AddFile(sinks, file, settings);
    }

    /// <summary>When <paramref name="file"/> is full, the next ones have a number before their extension.</summary>
    internal static LoggerConfiguration AddFile(LoggerSinkConfiguration sinks, string file, LogSettings settings) => sinks.File(
        Line(settings),
        file,
        fileSizeLimitBytes: settings.FileMebibytes * Mebibyte,
        rollOnFileSizeLimit: true,
        retainedFileCountLimit: settings.FilesKept);

    private static ITextFormatter Line(LogSettings settings) => settings.IsJson ? new JsonLogLine() : new TextLogLine();
}
