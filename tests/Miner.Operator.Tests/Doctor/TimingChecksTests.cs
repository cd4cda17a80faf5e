using Miner.Domain.Components;
using Miner.Operator.Doctor;

namespace Miner.Operator.Tests.Doctor;

[TestFixture]
internal sealed class TimingChecksTests
{
    private static readonly DateTimeOffset Sent = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    [TestCase(0, "complete took 0.0 s of the 60 s that there are.", true)]
    [TestCase(44.96, "complete took 45.0 s of the 60 s that there are.", true)]
    [TestCase(45.1, "complete took 45.1 s of the 60 s that there are.", false)]
    public void Slowest_OfALatency_LeavesAQuarterOfTheTime(double seconds, string told, bool passes)
    {
        var check = TimingChecks.Slowest(Component.Complete, TimeSpan.FromSeconds(seconds));

        Assert.That(check.Detail, Is.EqualTo(told));
        Assert.That(check.Passed, Is.EqualTo(passes));
    }

    /// <summary>
    /// An answer asked for at 0 s and there after 2 s: a <c>Date</c> cut to whole seconds may lie a second before the first or at the last.
    /// </summary>
    [TestCase(-1, "The miner's clock and this machine's agree.", true)]
    [TestCase(0, "The miner's clock and this machine's agree.", true)]
    [TestCase(2, "The miner's clock and this machine's agree.", true)]
    [TestCase(3, "The miner's clock is 1 s ahead.", true)]
    [TestCase(-2, "The miner's clock is 1 s behind.", true)]
    [TestCase(7, "The miner's clock is 5 s ahead.", true)]
    [TestCase(8, "The miner's clock is 6 s ahead.", false)]
    [TestCase(-6, "The miner's clock is 5 s behind.", true)]
    [TestCase(-7, "The miner's clock is 6 s behind.", false)]
    [TestCase(86_402, "The miner's clock is 86400 s ahead.", false)]
    public void Clock_OfADate_AllowsForTheWayAndTheResolution(int date, string told, bool passes)
    {
        var check = TimingChecks.Clock(Answer(Sent.AddSeconds(date)));

        Assert.That(check.Detail, Is.EqualTo(told));
        Assert.That(check.Passed, Is.EqualTo(passes));
    }

    [Test]
    public void Clock_WithoutADate_IsUnknown()
    {
        Assert.That(TimingChecks.Clock(Answer(date: null)).Remedy, Is.EqualTo("Let the proxy pass Date on."));
        Assert.That(TimingChecks.Clock(new CallFailure(CallFault.Broken, TimeSpan.Zero)).Passed, Is.False);
    }

    private static CallAnswer Answer(DateTimeOffset? date) =>
        new(200, ReadOnlyMemory<byte>.Empty, Sent.AddSeconds(2), TimeSpan.FromSeconds(2)) { Date = date };
}
