using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

[TestFixture]
internal sealed class UpstreamCallTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(57);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    [TestCase(true, null)]
    [TestCase(false, true)]
    public void Patience_WhereSomebodyElseCanAnswer_IsShorterThanTheWaitForWhoNamesNone(bool hasAlternative, bool? hasReserve)
    {
        var pace = new RequestPace();
        pace.Refused(TimeSpan.Zero, wait: null);
        var call = new UpstreamCall(new DrivenClock(), Deadline, CancellationToken.None)
        {
            HasAlternative = hasAlternative,
            HasReserve = hasReserve is { } known ? () => known : null,
        };

        Assert.That(call.Patience(), Is.LessThan(pace.Wait(Moment, ahead: 0)));
    }

    [TestCase(null)]
    [TestCase(false)]
    public void Patience_WhereNobodyElseCan_LastsUntilTheDeadline(bool? hasReserve)
    {
        var clock = new DrivenClock();
        var call = new UpstreamCall(clock, Deadline, CancellationToken.None) { HasReserve = hasReserve is { } known ? () => known : null };

        clock.Advance(Moment);

        Assert.That(call.Patience(), Is.EqualTo(Deadline - Moment));
    }
}
