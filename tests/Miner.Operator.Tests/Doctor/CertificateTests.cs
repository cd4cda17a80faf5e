using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

[TestFixture]
internal sealed class CertificateTests : DoctorFixture
{
    private const string Host = "miner.example.org";

    [Test]
    public async Task Examine_WithACertificateInOrder_FindsNothing()
    {
        var report = await ExamineTlsAsync(-30, 60);

        Assert.That(report.Passed, Is.True, string.Join('\n', report.Checks));
        Assert.That(Of(report, DoctorCheckNames.Transport).Detail, Is.EqualTo("The certificate is valid until 2027-01-23 10:30 UTC."));
    }

    [TestCase(-77, 13, false)]
    [TestCase(-77, 15, true)]
    [TestCase(-4, 2, true, Description = "Six days in all")]
    [TestCase(-5, 1, false, Description = "Six days in all")]
    public async Task Examine_WithACertificateThatExpiresSoon_SaysSoAndGoesOn(int from, int to, bool passes)
    {
        var report = await ExamineTlsAsync(from, to);

        Assert.That(Of(report, DoctorCheckNames.Transport).Passed, Is.EqualTo(passes));
        Assert.That(report.NotChecked, Is.Empty);
    }

    [TestCase(-90, -1, "expired on 2026-11-23")]
    [TestCase(1, 90, "is valid from 2026-11-25")]
    public async Task Examine_WithACertificateOutOfDate_SendsNothing(int from, int to, string told) =>
        AssertStopped(await ExamineTlsAsync(from, to), told);

    [Test]
    public async Task Examine_WithASelfSignedCertificate_SendsNothing() =>
        AssertStopped(await ExamineTlsAsync(-30, 60, trusted: false), "is not trusted");

    [Test]
    public async Task Examine_WithACertificateForAnotherName_SendsNothing() =>
        AssertStopped(await ExamineTlsAsync(-30, 60, host: "other.example.org"), "another name");

    [Test]
    public async Task Examine_WhereNoTlsIsSpoken_SaysSo()
    {
        var report = await ExamineAsync(new UriBuilder(Stub.Address) { Scheme = "https" }.Uri);

        AssertStopped(report, "does not speak TLS");
    }

    [Test]
    public async Task Examine_WhereNothingListens_SaysSo() =>
        AssertStopped(await ExamineAsync(new Uri($"https://127.0.0.1:{UnusedPort.Find()}")), "No connection");

    private async Task<DoctorReport> ExamineTlsAsync(int fromDays, int toDays, bool trusted = true, string host = Host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(Now.AddDays(fromDays), Now.AddDays(toDays));

        await Stub.DisposeAsync();
        Stub = await StubMiner.StartAsync(Clock, certificate);
        var network = new MinerNetwork
        {
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Loopback }),
            TrustedRoots = trusted ? [certificate] : [],
        };
        return await ExamineAsync(new UriBuilder(Stub.Address) { Host = Host }.Uri, network);
    }

    private void AssertStopped(DoctorReport report, string told)
    {
        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Transport }));
        Assert.That(Of(report, DoctorCheckNames.Transport).Detail, Does.Contain(told));
        Assert.That(report.NotChecked, Is.EqualTo(DoctorCheckNames.All.Skip(2)));
        Assert.That(Stub.Requests, Is.Empty);
    }
}
