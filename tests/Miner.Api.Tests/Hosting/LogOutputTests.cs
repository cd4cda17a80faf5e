using System.Diagnostics;
using System.Text.Json.Nodes;
using Miner.Api.Hosting.Logging;
using Miner.Api.Settings;
using Serilog;

namespace Miner.Api.Tests.Hosting;

[TestFixture]
internal sealed partial class LogOutputTests
{
    private DirectoryInfo _folder = null!;

    private string LogFile => Path.Combine(_folder.FullName, "logs", "miner.log");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("miner-log-tests-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Line_InJson_HasTimeLevelAndTraceIdAndEachThingOnce()
    {
        var (line, trace) = LogInRequest(new LogSettings { File = LogFile, IsJson = true });
        var written = JsonNode.Parse(line)!.AsObject();

        Assert.That(
            written.Select(pair => pair.Key), Is.EqualTo(new[] { "time", "level", "category", "id", "trace_id", "message", "values" }));
        Assert.That(written["time"]!.ToString(), Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"));
        Assert.That(
            (written["level"]!.ToString(), written["category"]!.ToString(), (int)written["id"]!, written["trace_id"]!.ToString()),
            Is.EqualTo(("WARNING", "Some.Category", 4711, trace)));
        Assert.That(written["message"]!.ToString(), Is.EqualTo("A \"b\nc\" took 5 ms"));
        Assert.That(written["values"]!.ToJsonString(), Is.EqualTo("""{"What":"\u0022b\nc\u0022","Milliseconds":5}"""));
    }

    [Test]
    public void Line_InText_IsOneLineWhateverItHolds()
    {
        var (line, trace) = LogInRequest(new LogSettings { File = LogFile });

        Assert.That(line, Does.Match($@"^\d{{4}}-\S+Z WARNING  Some\.Category\[4711\] {trace}: A ""b \| c"" took 5 ms$"));
    }

    [Test]
    public void File_ThatIsFull_IsFollowedByTheNextAndTheOldestGoes()
    {
        var settings = new LogSettings { FileMebibytes = 1, FilesKept = 2 };
        using (var logger = LogOutput.AddFile(new LoggerConfiguration().WriteTo, LogFile, settings).CreateLogger())
        {
            for (var i = 0; i < 35; i++) logger.Information("{Number} {Filler}", i, new string('x', 100_000));
        }

        var files = new DirectoryInfo(Path.GetDirectoryName(LogFile)!).GetFiles();
        Assert.That(files.Select(file => file.Name), Is.EquivalentTo(new[] { "miner_002.log", "miner_003.log" }));
        Assert.That(files.Max(file => file.Length), Is.LessThan(1_200_000));
    }

    [Test]
    public void AssertIsWritable_OfAFolder_Throws() => Assert.That(
        () => LogOutput.AssertIsWritable(new LogSettings { File = _folder.FullName }), Throws.InstanceOf<UnauthorizedAccessException>());

    /// <returns>What was written of one event within a request, and the request's trace id.</returns>
    private static (string Line, string Trace) LogInRequest(LogSettings settings)
    {
        LogOutput.AssertIsWritable(settings);
        using var request = new Activity("request").Start();
        var log = new Reloadable<LogSettings>(settings);
        using (var services = new ServiceCollection().AddLogging(logging => logging.WriteAs(log)).BuildServiceProvider())
        {
            var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Some.Category");
            using var scope = logger.BeginScope(new Dictionary<string, object> { ["RequestPath"] = "/conversations/secret" });
            LogTook(logger, "\"b\nc\"", 5);
            LogLittle(logger);
        }

        return (File.ReadAllLines(settings.File!).Single(), request.TraceId.ToHexString());
    }

    [LoggerMessage(EventId = 4711, EventName = "Took", Level = LogLevel.Warning, Message = "A {What} took {Milliseconds} ms")]
    private static partial void LogTook(Microsoft.Extensions.Logging.ILogger logger, string what, int milliseconds);

    [LoggerMessage(EventId = 4712, Level = LogLevel.Debug, Message = "Below the level.")]
    private static partial void LogLittle(Microsoft.Extensions.Logging.ILogger logger);
}
