using System.Net;
using Miner.Operator.Doctor;

namespace Miner.Operator.Tests.Doctor;

[TestFixture]
internal sealed class ConnectionChecksTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    private static readonly Uri Https = new("https://miner.example.org");

    [TestCase("http://localhost:8001", true)]
    [TestCase("http://127.0.0.1:8001", true)]
    [TestCase("http://10.1.2.3", true)]
    [TestCase("http://[fd00::1]", true)]
    [TestCase("http://nas.local", true)]
    [TestCase("http://miner.example.org", false)]
    [TestCase("http://203.0.113.7", false)]
    [TestCase("http://172.32.0.1", false)]
    public void IsSafeForKeys_OverPlainHttp_IsOnlyWhereNobodyListens(string address, bool isSafe)
    {
        Assert.That(ConnectionChecks.IsSafeForKeys(new Uri(address), certificate: null, Now), Is.EqualTo(isSafe));
        Assert.That(ConnectionChecks.PlainHttp(new Uri(address)).Passed, Is.EqualTo(isSafe));
    }

    [TestCase(-1, 1, true, true, true)]
    [TestCase(0, 1, true, true, true, Description = "From this moment on")]
    [TestCase(-1, 0, true, true, false, Description = "Until this moment")]
    [TestCase(1, 2, true, true, false)]
    [TestCase(-1, 1, false, true, false)]
    [TestCase(-1, 1, true, false, false)]
    public void IsSafeForKeys_OverTls_IsOnlyWithACertificateThatHolds(int from, int to, bool trusted, bool forHost, bool isSafe) =>
        Assert.That(ConnectionChecks.IsSafeForKeys(Https, Certificate(from, to, trusted, forHost), Now), Is.EqualTo(isSafe));

    [TestCase(CallFault.TlsFailed)]
    [TestCase(CallFault.Unreachable)]
    public void IsSafeForKeys_WhereThereWasNoHandshake_IsNot(CallFault fault) =>
        Assert.That(ConnectionChecks.IsSafeForKeys(Https, new CallFailure(fault, TimeSpan.Zero), Now), Is.False);

    /// <summary>Of two faults the one that the operator has to mend first.</summary>
    [TestCase(-9, -1, false, false, "expired on 2026-11-23 10:30 UTC")]
    [TestCase(1, 9, false, false, "valid from 2026-11-25 10:30 UTC only")]
    [TestCase(-9, 90, false, false, "made out to another name")]
    [TestCase(-9, 90, false, true, "is not trusted")]
    [TestCase(-90, 1, true, true, "expires soon, on 2026-11-25 10:30 UTC")]
    public void Certificate_WithSeveralFaults_NamesTheFirst(int from, int to, bool trusted, bool forHost, string told)
    {
        var check = ConnectionChecks.Certificate(Certificate(from, to, trusted, forHost), Now);

        Assert.That(check.Passed, Is.False);
        Assert.That(check.Detail, Does.Contain(told));
        Assert.That(check.Latency, Is.EqualTo(TimeSpan.FromMilliseconds(20)));
    }

    [TestCase(-300, 14, true)]
    [TestCase(-300, 13, false)]
    [TestCase(-3, 1, true, Description = "A quarter of four days is left")]
    [TestCase(-4, 1, false, Description = "A fifth of five days is left")]
    public void Certificate_ThatEndsSoon_IsMeasuredByItsLife(int from, int to, bool passes) =>
        Assert.That(ConnectionChecks.Certificate(Certificate(from, to), Now).Passed, Is.EqualTo(passes));

    [Test]
    public void Name_OfSeveralAddresses_ListsThem()
    {
        var check = ConnectionChecks.Name(Https, [IPAddress.Parse("203.0.113.7"), IPAddress.Parse("2001:db8::7")]);

        Assert.That(check.Detail, Is.EqualTo("miner.example.org is 203.0.113.7, 2001:db8::7."));
    }

    [Test]
    public void Name_OfNoAddress_IsUnknown()
    {
        var check = ConnectionChecks.Name(new Uri("https://münchen.example"), []);

        Assert.That(check.Passed, Is.False);
        Assert.That(check.Detail, Is.EqualTo("xn--mnchen-3ya.example is unknown."));
    }

    [Test]
    public void Name_OfAnAddress_IsNone() => Assert.That(
        ConnectionChecks.Name(new Uri("http://127.0.0.1:8001"), [IPAddress.Loopback]).Detail,
        Is.EqualTo("127.0.0.1 is an address, not a name."));

    private static CallCertificate Certificate(int fromDays, int toDays, bool trusted = true, bool forHost = true) =>
        new(Now.AddDays(fromDays), Now.AddDays(toDays), trusted, forHost, TimeSpan.FromMilliseconds(20));
}
