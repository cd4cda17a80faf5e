using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Miner.Testing;

/// <summary>Keeps every line that is logged, of all levels, so that a test can ask what was said and what was not.</summary>
public sealed class LogCollector : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    /// <summary>The lines so far, in the order in which they were logged.</summary>
    public IReadOnlyList<LogLine> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
        // Nothing is held; the lines stay readable once the host is gone.
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(category, logLevel, eventId.Id, formatter(state, exception), exception));
    }
}

/// <param name="Text">The message as it would be shown, its values filled in.</param>
public sealed record LogLine(string Category, LogLevel Level, int EventId, string Text, Exception? Exception);
