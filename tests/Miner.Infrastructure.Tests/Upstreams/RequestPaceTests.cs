using Miner.Infrastructure.Upstreams;

namespace Miner.Infrastructure.Tests.Upstreams;

internal sealed class RequestPaceTests
{
    private static readonly TimeSpan Start = TimeSpan.FromMinutes(10);

    /// <summary>The first second costs 55 refusals, as nobody can know; what is sent after it is hardly ever refused.</summary>
    [Test]
    public void Refused_WhenSixtyAskAnUpstreamThatAllowsFive_KeepsToIt([Values] bool isBucket, [Values] bool tellsWhen)
    {
        var crowd = Crowd(60, 5, isBucket, tellsWhen);

        Assert.That((crowd.Failed, crowd.SentAway), Is.EqualTo((0, 0)));
        Assert.That(crowd.CallsPerAnswer, Is.LessThan(1.3));
        Assert.That(LateShare(crowd, 5), Is.GreaterThan(0.85));
        Assert.That(crowd.Longest, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    [TestCase(60, 20)]
    [TestCase(300, 100)]
    public void Refused_WhenTheUpstreamAllowsMore_UsesIt(int callers, double perSecond)
    {
        foreach (var isBucket in new[] { false, true })
        {
            foreach (var tellsWhen in new[] { false, true })
            {
                var crowd = Crowd(callers, perSecond, isBucket, tellsWhen);

                Assert.That((crowd.Failed, crowd.SentAway), Is.EqualTo((0, 0)));
                Assert.That(crowd.CallsPerAnswer, Is.LessThan(1.1));
                Assert.That(LateShare(crowd, perSecond), Is.GreaterThan(0.85));
            }
        }
    }

    /// <summary>Sixty in a minute cannot all be answered; who is not is sent away, and hardly anybody is refused again.</summary>
    [Test]
    public void Refused_WhenTheUpstreamAllowsOneASecond_KeepsToIt([Values] bool isBucket, [Values] bool tellsWhen)
    {
        var crowd = Crowd(60, 1, isBucket, tellsWhen);

        Assert.That((crowd.Failed, crowd.InVain), Is.EqualTo((0, 0)).Or.EqualTo((0, 1)));
        Assert.That(crowd.Sent - 60, Is.LessThan(1.3 * crowd.Answers.Count));
        Assert.That(LateShare(crowd, 1), Is.GreaterThan(0.8));
    }

    /// <summary>A single refusal of a caller that asks one after the other says nothing of what is allowed.</summary>
    [Test]
    public void Wait_AfterOneRefusalAtLowLoad_IsSoonNone()
    {
        var (pace, now) = (new RequestPace(), Start);
        pace.Sent(now);
        pace.Refused(now, wait: null);
        var answers = 0;
        for (; answers < 200 && now < Start + TimeSpan.FromSeconds(10); answers++)
        {
            now += pace.Wait(now, ahead: 0);
            pace.Sent(now);
            now += TimeSpan.FromMilliseconds(10);
            pace.Answered(now);
        }

        Assert.That(answers, Is.EqualTo(200));
    }

    [Test]
    public void Wait_BeforeAnyRefusal_IsNone()
    {
        var pace = new RequestPace();
        for (var i = 0; i < 1000; i++) pace.Sent(Start);

        Assert.That(pace.Wait(Start, ahead: 1000), Is.EqualTo(TimeSpan.Zero));
        Assert.That(pace.IsLimited(Start), Is.False);
    }

    [TestCase(7, 7)]
    [TestCase(0.3, 0.3)]
    [TestCase(3600, 60)]
    public void Wait_WhenToldWhenToComeBack_IsJustThatLong(double told, double seconds)
    {
        var pace = new RequestPace();
        pace.Sent(Start);
        pace.Refused(Start, TimeSpan.FromSeconds(told));

        Assert.That(pace.Wait(Start, ahead: 0), Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void Wait_WhenTwentyWereRefused_SpreadsThem([Values(null, 2.0)] double? told)
    {
        var pace = new RequestPace();
        for (var i = 0; i < 20; i++) pace.Sent(Start);
        for (var i = 0; i < 20; i++) pace.Refused(Start, told is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        List<TimeSpan> back = [];
        for (var now = Start; back.Count < 20; now += pace.Wait(now, ahead: 0))
        {
            if (pace.Wait(now, ahead: 0) > TimeSpan.Zero) continue;
            pace.Sent(now);
            back.Add(now);
        }

        Assert.That(back[0] - Start, Is.EqualTo(TimeSpan.FromSeconds(told ?? 1)));
        Assert.That(back.Zip(back.Skip(1), (one, next) => next - one), Is.All.GreaterThan(TimeSpan.FromSeconds(0.1)));
    }

    [Test]
    public void Refused_WithoutAnAnswerBetween_DoublesThePauseUpToEightSeconds()
    {
        var pace = new RequestPace();
        var now = Start;
        List<double> pauses = [];
        for (var i = 0; i < 6; i++)
        {
            pace.Sent(now);
            pace.Refused(now, wait: null);
            pauses.Add(Math.Round(pace.Wait(now, ahead: 0).TotalSeconds));
            now += TimeSpan.FromSeconds(60);
        }

        Assert.That(pauses.Take(4), Is.EqualTo(new[] { 1, 2, 4, 8 }));
    }

    [Test]
    public void Refused_TenThousandTimes_StillLetsOneThroughInAWhile()
    {
        var pace = new RequestPace();
        var now = Start;
        for (var i = 0; i < 10_000; i++)
        {
            pace.Sent(now);
            pace.Refused(now, wait: null);
            now += pace.Wait(now, ahead: 0);
        }

        pace.Sent(now);
        Assert.That(pace.Wait(now, ahead: 0), Is.LessThanOrEqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public void IsLimited_AMinuteAfterTheLastRefusal_IsFalse()
    {
        var pace = new RequestPace();
        pace.Sent(Start);
        pace.Refused(Start, wait: null);

        Assert.That(pace.IsLimited(Start + TimeSpan.FromSeconds(60)), Is.True);
        Assert.That(pace.IsLimited(Start + TimeSpan.FromSeconds(60.1)), Is.False);
    }

    private static PacedCrowd Crowd(int callers, double perSecond, bool isBucket, bool tellsWhen)
    {
        var crowd = new PacedCrowd(new RateLimit(perSecond, isBucket), tellsWhen);
        crowd.Run(callers, TimeSpan.FromSeconds(60));
        return crowd;
    }

    /// <summary>What was answered in the second half minute, of what was allowed.</summary>
    private static double LateShare(PacedCrowd crowd, double perSecond) =>
        crowd.Answers.Count(at => at > TimeSpan.FromSeconds(30)) / (30 * perSecond);
}
