using System.Text.Json;
using Miner.Api.Settings;

namespace Miner.Api.Spending;

/// <summary>
/// Keeps the day's spending over a restart, in a small file that is written at most every ten seconds, after a request, and at the end. A
/// crash forgets ten seconds; a file that cannot be written or read costs a warning, not the service.
/// </summary>
internal sealed partial class SpendingFile(
    DailySpending spending, Reloadable<DailyBudgetSettings> budgets, TimeProvider time, ILogger<SpendingFile> logger) : IHostedService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly Lock _writing = new();
    private long _writtenAt;
    private Spent _written;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writtenAt = time.GetTimestamp();
        if (budgets.Value is { IsSet: true, File: { } file } && File.Exists(file)) Restore(file);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        if (budgets.Value is { IsSet: true, File: { } file }) Write(file);
        return Task.CompletedTask;
    }

    /// <summary>Writes what is spent, unless that was done within the last ten seconds, or is being done.</summary>
    public void WriteIfDue()
    {
        if (budgets.Value is not { IsSet: true, File: { } file } || !IsDue() || !_writing.TryEnter()) return;
        try
        {
            if (IsDue()) Write(file);
        }
        finally
        {
            _writing.Exit();
        }
    }

    private bool IsDue() => time.GetElapsedTime(Volatile.Read(ref _writtenAt)) >= Interval;

    private void Restore(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (JsonSerializer.Deserialize<SpentDay>(stream) is { Keys: not null } before) spending.Restore(before);
            _written = spending.All;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            LogNotRead(file, exception.GetType().Name);
        }
    }

    private void Write(string file)
    {
        Volatile.Write(ref _writtenAt, time.GetTimestamp());
        var spent = spending.All;
        if (spent == _written) return;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
            var draft = $"{file}.new";
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(spending.Read()));
            File.Move(draft, file, overwrite: true);
            _written = spent;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(file, exception.GetType().Name);
        }
    }

    [LoggerMessage(EventId = 4120, Level = LogLevel.Warning,
        Message = "The day's spending is counted from zero: {File} cannot be read ({Reason})")]
    private partial void LogNotRead(string file, string reason);

    [LoggerMessage(EventId = 4121, Level = LogLevel.Warning,
        Message = "The day's spending would not outlast a restart: {File} cannot be written ({Reason})")]
    private partial void LogNotWritten(string file, string reason);
}
