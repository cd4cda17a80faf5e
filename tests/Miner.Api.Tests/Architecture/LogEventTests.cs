using System.Text.RegularExpressions;
using Miner.Testing;

namespace Miner.Api.Tests.Architecture;

/// <summary>Operators find log lines by their ids: each stands for one event.</summary>
internal sealed partial class LogEventTests
{
    [Test]
    public void Ids_OfLogMessages_AreGivenOnce()
    {
        var ids = Directory.EnumerateFiles(Path.Combine(Sources.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Event.Matches(File.ReadAllText(file)))
            .Select(match => (Id: match.Groups[1].Value, Message: match.Groups[2].Value))
            .Distinct()
            .Select(told => told.Id)
            .ToList();

        Assert.That(ids, Has.Count.GreaterThan(50));
        Assert.That(ids, Is.Unique);
    }

    [GeneratedRegex("""\[LoggerMessage\((?:EventId = )?(\d+),[^"]*"([^"]*)""")]
    private static partial Regex Event { get; }
}
