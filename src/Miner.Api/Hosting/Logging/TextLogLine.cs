using Serilog.Events;
using Serilog.Formatting;

namespace Miner.Api.Hosting.Logging;

/// <summary>
/// A line for people: time, level, category with the id of the event, trace id where there is a request, and what happened. Whatever it
/// holds, it is one line.
/// </summary>
internal sealed class TextLogLine : ITextFormatter
{
    private const int LevelWidth = 8;

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(LogLine.Time(logEvent));
        output.Write(' ');
        output.Write(LogLine.Level(logEvent).PadRight(LevelWidth));
        output.Write(' ');
        output.Write(LogLine.Category(logEvent));
        if (LogLine.Id(logEvent) is not 0 and var id) output.Write($"[{id}]");
        if (logEvent.TraceId is { } trace) output.Write($" {trace.ToHexString()}");
        output.Write(": ");
        output.Write(OneLine(LogLine.Message(logEvent)));
        if (logEvent.Exception is { } exception) output.Write($" | {OneLine(exception.ToString())}");
        output.Write('\n');
    }

    private static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\r', '\n') ? string.Join(" | ", text.Split(['\r', '\n'], Separating)) : text;

    private const StringSplitOptions Separating = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
}
