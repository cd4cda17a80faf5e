using System.Globalization;
using Miner.Api.Settings;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Display;

namespace Miner.Api.Hosting.Logging;

/// <summary>What a line of the log says, whatever its format.</summary>
internal static class LogLine
{
    private static readonly MessageTemplateTextFormatter Messages = new("{Message:lj}", CultureInfo.InvariantCulture);

    /// <summary>UTC, in ISO 8601 with milliseconds.</summary>
    public static string Time(LogEvent line) =>
        line.Timestamp.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>As <c>LOG_LEVEL</c> spells it.</summary>
    public static string Level(LogEvent line)
    {
        var level = LevelConvert.ToExtensionsLevel(line.Level);
        return LogSettings.Levels.FirstOrDefault(known => known.Value == level).Key ?? "TRACE";
    }

    public static string Category(LogEvent line) =>
        line.Properties.GetValueOrDefault("SourceContext") is ScalarValue { Value: string category } ? category : "";

    /// <summary>The number under which operators find its kind; 0 where it has none.</summary>
    public static int Id(LogEvent line) =>
        line.Properties.GetValueOrDefault("EventId") is StructureValue { Properties: var parts }
        && parts.FirstOrDefault(part => part.Name == "Id")?.Value is ScalarValue { Value: int id } ? id : 0;

    public static string Message(LogEvent line)
    {
        using var message = new StringWriter(CultureInfo.InvariantCulture);
        Messages.Format(line, message);
        return message.ToString();
    }
}
