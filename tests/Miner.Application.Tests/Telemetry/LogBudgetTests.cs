using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Miner.Application.Telemetry;

namespace Miner.Application.Tests.Telemetry;

[TestFixture]
internal sealed class LogBudgetTests
{
    [Test]
    public void Take_FromManySources_TellsAFewAndCountsTheRest()
    {
        var time = new FakeTimeProvider();
        var untold = new List<int>();
        using var budget = new LogBudget<int>(time, untold.Add);

        var told = Enumerable.Range(1, 1_000).Count(budget.Take);
        time.Advance(TimeSpan.FromMinutes(1));
        time.Advance(TimeSpan.FromMinutes(5));

        Assert.That(told, Is.EqualTo(LogBudget<int>.MaxSources));
        Assert.That(untold, Is.EqualTo(new[] { 1_000 - LogBudget<int>.MaxSources }));
    }

    /// <summary>Seconds and sources of events; which of them are told, and how many of each minute were not.</summary>
    [TestCase("0a", "a", "")]
    [TestCase("0a 1b 59a", "ab", "1")]
    [TestCase("0a 59a 60a", "aa", "1")]
    [TestCase("0a 30b 59a 60b 61a", "abba", "1")]
    [TestCase("0a 60a 120a", "aaa", "")]
    [TestCase("0a 1a 2a 200a 201a", "aa", "2 1")]
    [TestCase("0a 59b 60a 118b 119b 120b", "abab b", "1")]
    public void Take_OfEventsOverTime_TellsEachSourceOnceAMinute(string events, string told, string untold)
    {
        var time = new FakeTimeProvider();
        var (started, counts) = (time.GetUtcNow(), new List<int>());
        var budget = new LogBudget<char>(time, counts.Add);
        var sources = new List<char>();
        foreach (var happened in events.Split(' '))
        {
            time.Advance(started.AddSeconds(int.Parse(happened[..^1], CultureInfo.InvariantCulture)) - time.GetUtcNow());
            if (budget.Take(happened[^1])) sources.Add(happened[^1]);
        }

        budget.Dispose();
        budget.Dispose();

        Assert.That(string.Concat(sources), Is.EqualTo(told.Replace(" ", "", StringComparison.Ordinal)));
        Assert.That(string.Join(' ', counts), Is.EqualTo(untold), "what is open is told at the end, once");
    }
}
