using Microsoft.Extensions.Time.Testing;
using Miner.Infrastructure.Persistence.Postgres;

namespace Miner.Infrastructure.Tests.Persistence.Postgres;

internal sealed class PostgresOutageTests
{
    private readonly FakeTimeProvider _time = new();
    private PostgresOutage _outage = null!;

    [SetUp]
    public void Create() => _outage = new PostgresOutage(TimeSpan.FromSeconds(5), _time);

    [Test]
    public void MayTry_WithinPatience_IsTrueForAll()
    {
        Fail();
        _time.Advance(TimeSpan.FromSeconds(4.9));

        Assert.That(Enumerable.Range(0, 9).Select(_ => _outage.MayTry()), Has.All.True);
        Assert.That(Fail(), Is.True);
    }

    [Test]
    public void MayTry_PastPatience_IsTrueForOneASecond()
    {
        Fail();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(Fail(), Is.False);

        Assert.That(_outage.MayTry(), Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((_outage.MayTry(), _outage.MayTry()), Is.EqualTo((true, false)));
    }

    [Test]
    public void Failed_AtFirst_SaysThatItIsTheFirst()
    {
        Assert.That(_outage.Failed(_time.GetTimestamp(), out var isFirst) && isFirst, Is.True);
        Assert.That(_outage.Failed(_time.GetTimestamp(), out isFirst) && !isFirst, Is.True);
        Assert.That(_outage.IsOn, Is.True);
    }

    [Test]
    public void Failed_AfterALongAttempt_CountsFromWhereThatBegan()
    {
        var attempted = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(6));

        Assert.That(_outage.Failed(attempted, out _), Is.False);
    }

    [Test]
    public void Over_AfterAnOutage_TellsItsLengthOnceAndAllMayTry()
    {
        Assert.That(_outage.Over(), Is.Null);
        Fail();
        _time.Advance(TimeSpan.FromSeconds(60));

        Assert.That(_outage.Over(), Is.EqualTo(TimeSpan.FromSeconds(60)));
        Assert.That((_outage.Over(), _outage.IsOn, _outage.MayTry()), Is.EqualTo(((TimeSpan?)null, false, true)));
    }

    private bool Fail() => _outage.Failed(_time.GetTimestamp(), out _);
}
