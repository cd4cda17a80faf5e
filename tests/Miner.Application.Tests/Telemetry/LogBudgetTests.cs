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
}
