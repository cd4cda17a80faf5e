using System.Net;
using System.Net.Sockets;
using System.Text;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>Whatever a miner sends, the doctor ends with a finding.</summary>
[TestFixture]
internal sealed class HostileMinerTests : DoctorFixture
{
    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("<html>")]
    [TestCase("""{"cid":"CID","component":"complete"}""")]
    [TestCase("""{"cid":"CID","component":"complete","output":{"immediate_response":" ","notebook":"n"}}""")]
    [TestCase("""{"cid":"CID","component":"complete","output":{"immediate_response":"r","notebook":null}}""")]
    [TestCase("""{"cid":"CID","component":"complete","output":{"immediate_response":7,"notebook":"n"}}""")]
    [TestCase("""{"cid":"CID","component":"refine","output":{"immediate_response":"r","notebook":"n"}}""")]
    [TestCase("""{"cid":"another","component":"complete","output":{"immediate_response":"r","notebook":"n"}}""")]
    [TestCase("""{"cid":"CID","component":"complete","output":{"immediate_response":"\ud800","notebook":"n"}}""")]
    public async Task Examine_WhenAnAnswerIsNotTheContracts_SaysSo(string body)
    {
        Stub.Faults["/complete"] = request => new StubAnswer
        {
            Body = body.Replace("CID", (string)request.Body["cid"]!, StringComparison.Ordinal),
        };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { "complete" }));
        Assert.That(Of(report, "complete").Detail, Does.StartWith("The answer is not the contract's JSON"));
    }

    [Test]
    public async Task Examine_WhenAnAnswerIsNoUtf8OrTooDeep_SaysSo()
    {
        Stub.Faults["/health"] = _ => new StubAnswer
        {
            Bytes = new byte[] { (byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}' },
        };
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Body = $$"""{"x":{{new string('[', 10_000)}}""" };

        Assert.That(Crosses(await ExamineAsync()), Is.EqualTo(new[] { DoctorCheckNames.Health, DoctorCheckNames.Capabilities }));
    }

    [Test]
    public async Task Examine_WhenAnAnswerIsTooLarge_ReadsOnlyTheBeginning()
    {
        Stub.Faults["/complete"] = _ => new StubAnswer { Bytes = new byte[(1 << 20) + 1] };

        Assert.That(Of(await ExamineAsync(), "complete").Detail, Does.StartWith("More than 1 MiB"));
    }

    [Test]
    public async Task Examine_WhenTheConnectionIsReset_SaysSo()
    {
        Stub.Faults["/complete"] = _ => new StubAnswer { Reset = true };

        Assert.That(Of(await ExamineAsync(), "complete").Detail, Does.StartWith("The connection broke"));
    }

    [Test]
    public async Task Examine_WhenItIsRedirected_DoesNotFollowWithTheKey()
    {
        await using var elsewhere = await StubUpstream.StartAsync();
        Stub.Faults["/complete"] = _ => new StubAnswer
        {
            Status = 307,
            Headers = new Dictionary<string, string> { ["Location"] = new Uri(elsewhere.BaseUrl, "/complete?q").ToString() },
        };

        var report = await ExamineAsync();

        Assert.That(Of(report, "complete").Detail, Is.EqualTo($"A redirect (307) to {new Uri(elsewhere.BaseUrl, "/complete")}."));
        Assert.That(elsewhere.Requests, Is.Empty);
    }

    [TestCase("/elsewhere")]
    [TestCase("http://[broken")]
    [TestCase("http://miner.example.org/LONG")]
    public async Task Examine_WhenARedirectLeadsNowhereToName_NamesNone(string location)
    {
        var target = location.Replace("LONG", new string('a', 200), StringComparison.Ordinal);
        Stub.Faults["/complete"] = _ => new StubAnswer
        {
            Status = 302,
            Headers = new Dictionary<string, string> { ["Location"] = target },
        };

        Assert.That(Of(await ExamineAsync(), "complete").Detail, Is.EqualTo("A redirect (302)."));
    }

    [TestCase("")]
    [TestCase("SSH-2.0-OpenSSH_9.2\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: ninety\r\n\r\n")]
    public async Task Examine_OfWhatIsNoHttpServer_SaysSo(string greeting)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var examining = ExamineAsync(new Uri($"http://{listener.LocalEndpoint}"));
        while (!examining.IsCompleted)
        {
            var arrival = listener.AcceptTcpClientAsync();
            if (await Task.WhenAny(arrival, examining) == examining) break;
            using var caller = await arrival;
            await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(greeting));
        }

        Assert.That(
            Of(await examining, DoctorCheckNames.Health).Detail,
            Does.StartWith("The connection broke").Or.StartWith("An unexpected status").Or.StartWith("The answer is not"));
        Assert.That((await examining).Passed, Is.False);
    }

    [Test]
    public async Task Examine_OfAServerThatSaysNothing_EndsAfterTheFirstWait()
    {
        Stub.Faults["/health"] = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(60));
            return StubAnswer.Hang;
        };

        var report = await ExamineAsync();

        Assert.That(Of(report, DoctorCheckNames.Health).Detail, Is.EqualTo("No answer within 60 s."));
        Assert.That(report.NotChecked, Does.Contain(DoctorCheckNames.Capabilities));
        Assert.That(Stub.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Examine_WhenARateLimitAsksToWait_Waits()
    {
        var clock = new DrivenClock(Now);
        Clock = clock;
        var calls = 0;
        Stub.Faults["/complete"] = request => ++calls == 1
            ? StubAnswer.Error(429, retryAfter: "7") : StubMiner.RightAnswer(request);

        var report = await ExamineAsync();

        Assert.That(Of(report, "complete").Passed, Is.True);
        Assert.That(clock.Pauses, Does.Contain(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public async Task Examine_WhenARateLimitAsksForLong_ReportsIt()
    {
        Stub.Faults["/complete"] = _ => StubAnswer.Error(429, retryAfter: "900");

        Assert.That(Of(await ExamineAsync(), "complete").Detail, Is.EqualTo("Over the rate limit (429), asking to wait 900 s."));
    }

    [Test]
    public async Task Examine_WhenARateLimitNeverEnds_GivesUp()
    {
        var clock = new DrivenClock(Now);
        Clock = clock;
        Stub.Faults["/complete"] = _ => StubAnswer.Error(429, retryAfter: "1");

        Assert.That(Crosses(await ExamineAsync()), Does.Contain("complete"));
        Assert.That(
            Stub.Requests.Count(request => request.Path == "/complete" && request.Headers.Values.Contains(StubMiner.Key)),
            Is.EqualTo(3));
    }
}
