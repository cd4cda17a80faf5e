using Microsoft.Extensions.Logging;
using Miner.Application.Ports;

namespace Miner.Application.Telemetry;

/// <summary>
/// What a failing store leaves in the log, in the category <see cref="Category"/>: of each event every reason once a minute, and how many
/// more there were, however many requests meet it.
/// </summary>
public sealed partial class StorageLog : IDisposable
{
    public const string Category = "Miner.Storage";

    private readonly ILogger _logger;
    private readonly Dictionary<StorageEvent, LogBudget<string>> _budgets;

    public StorageLog(ILoggerFactory loggers, TimeProvider time)
    {
        _logger = loggers.CreateLogger(Category);
        _budgets = Enum.GetValues<StorageEvent>().ToDictionary(
            kind => kind, kind => new LogBudget<string>(time, untold => LogUntold(untold, kind)));
    }

    /// <summary>A conversation was not read for a prompt.</summary>
    public void ReadFailed(StorageException exception)
    {
        if (IsToBeTold(StorageEvent.ReadFailed, exception)) LogReadFailed(exception);
    }

    /// <summary>An answer's pair was not stored.</summary>
    public void WriteFailed(StorageException exception)
    {
        if (IsToBeTold(StorageEvent.WriteFailed, exception)) LogWriteFailed(exception.Message);
    }

    /// <summary>The conversations were not counted.</summary>
    public void CountFailed(StorageException exception)
    {
        if (IsToBeTold(StorageEvent.CountFailed, exception)) LogCountFailed(exception);
    }

    /// <summary>A pair that waited for the store was given up for one that is newer.</summary>
    public void PairLost()
    {
        if (_budgets[StorageEvent.PairLost].Take("")) LogPairLost();
    }

    /// <summary>A transaction failed, and with it all <paramref name="changes"/> in it.</summary>
    public void TransactionFailed(Exception exception, int changes)
    {
        if (IsToBeTold(StorageEvent.TransactionFailed, exception)) LogTransactionFailed(exception, changes);
    }

    public void Dispose()
    {
        foreach (var budget in _budgets.Values) budget.Dispose();
    }

    private bool IsToBeTold(StorageEvent kind, Exception exception) => _budgets[kind].Take(exception.Message);

    [LoggerMessage(1001, LogLevel.Error, "The conversation could not be read whole; the answer is made without what is missing")]
    private partial void LogReadFailed(StorageException exception);

    [LoggerMessage(1002, LogLevel.Error, "The conversation could not be stored; the answer is given, and its pair tried again: {Reason}")]
    private partial void LogWriteFailed(string reason);

    [LoggerMessage(1003, LogLevel.Error, "Too many pairs wait to be stored: the oldest is lost")]
    private partial void LogPairLost();

    [LoggerMessage(1010, LogLevel.Error, "The store cannot be read")]
    private partial void LogCountFailed(StorageException exception);

    [LoggerMessage(1011, LogLevel.Error, "{Count} more events like {Event} within a minute were not told")]
    private partial void LogUntold(int count, StorageEvent @event);

    [LoggerMessage(3000, LogLevel.Error, "A batch of {Count} changes was not stored")]
    private partial void LogTransactionFailed(Exception exception, int count);

    private enum StorageEvent
    {
        ReadFailed,
        WriteFailed,
        CountFailed,
        PairLost,
        TransactionFailed,
    }
}
