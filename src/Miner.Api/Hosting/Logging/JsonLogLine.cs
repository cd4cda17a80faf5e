using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Json;
using Serilog.Parsing;

namespace Miner.Api.Hosting.Logging;

/// <summary>
/// A line for programs: <c>time</c>, <c>level</c>, <c>category</c>, <c>id</c>, <c>trace_id</c> where there is a request, <c>message</c>,
/// the message's own <c>values</c>, and <c>exception</c>. What scopes hold stays out: ASP.NET's have the path, which names conversations.
/// </summary>
internal sealed class JsonLogLine : ITextFormatter
{
    private static readonly JsonValueFormatter Values = new(typeTagName: null);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write("{\"time\":\"");
        output.Write(LogLine.Time(logEvent));
        output.Write("\",\"level\":\"");
        output.Write(LogLine.Level(logEvent));
        output.Write('"');
        WriteText(output, "category", LogLine.Category(logEvent));
        if (LogLine.Id(logEvent) is not 0 and var id) output.Write(string.Create(CultureInfo.InvariantCulture, $",\"id\":{id}"));
        if (logEvent.TraceId is { } trace) WriteText(output, "trace_id", trace.ToHexString());
        WriteText(output, "message", LogLine.Message(logEvent));
        WriteValues(output, logEvent);
        if (logEvent.Exception is { } exception) WriteText(output, "exception", exception.ToString());
        output.Write("}\n");
    }

    private static void WriteValues(TextWriter output, LogEvent logEvent)
    {
        var start = ",\"values\":{";
        foreach (var token in logEvent.MessageTemplate.Tokens.OfType<PropertyToken>())
        {
            if (!logEvent.Properties.TryGetValue(token.PropertyName, out var value)) continue;
            output.Write(start);
            JsonValueFormatter.WriteQuotedJsonString(token.PropertyName, output);
            output.Write(':');
            Values.Format(value, output);
            start = ",";
        }

        if (start == ",") output.Write('}');
    }

    private static void WriteText(TextWriter output, string name, string value)
    {
        output.Write($",\"{name}\":");
        JsonValueFormatter.WriteQuotedJsonString(value, output);
    }
}
