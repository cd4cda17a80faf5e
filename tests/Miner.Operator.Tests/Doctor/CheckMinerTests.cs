using System.Text.Json;
using Miner.Domain.Components;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>One fault at a time is planted, and found where it is.</summary>
[TestFixture]
internal sealed class CheckMinerTests : CheckMinerFixture
{
    [Test]
    public async Task Check_OfAHealthyMiner_FindsNothing()
    {
        var told = new List<MinerCheck>();

        var report = await CheckAsync(progress: new Listener(told.Add));

        Assert.Multiple(() =>
        {
            Assert.That(report.Passed, Is.True);
            Assert.That(report.NotChecked, Is.Empty);
            Assert.That(report.Checks.Select(check => check.Name), Is.EqualTo(CheckNames.All));
            Assert.That(told, Is.EqualTo(report.Checks));
        });
    }

    [Test]
    public async Task Check_OfAHealthyMiner_UsesOneConversationAndDeletesIt()
    {
        await CheckAsync();

        var questions = Stub.Requests.Where(request => request.Method == "POST").ToList();
        var cid = questions.Select(request => (string)request.Body["cid"]!).Distinct().Single();
        Assert.Multiple(() =>
        {
            Assert.That(cid, Does.StartWith("doctor-"));
            Assert.That(questions.Select(request => request.Path[1..]).Distinct(), Is.EqualTo(ComponentNames.All));
            Assert.That(Stub.Requests[^1].Method, Is.EqualTo("DELETE"));
            Assert.That(Stub.Requests[^1].Path, Is.EqualTo($"/conversations/{cid}"));
        });
    }

    [Test]
    public async Task Check_WhateverIsFound_NamesNoKey()
    {
        Stub.Faults["/complete"] = _ => new StubAnswer { Status = 403, Body = StubMiner.Key };
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Body = $$"""{"components":["{{StubMiner.Key}}"]}""" };

        var report = await CheckAsync();

        Assert.That(JsonSerializer.Serialize(report), Does.Not.Contain(StubMiner.Key));
        Assert.That(Stub.Requests.Single(request => request.Path == "/health").Headers.Keys, Has.None.EqualTo("X-API-Key").IgnoreCase);
    }

    [Test]
    public async Task Check_WhenAWrongKeyIsAccepted_SaysSo()
    {
        Stub.TakesAnyKey = true;

        Assert.That(Crosses(await CheckAsync()), Is.EqualTo(new[] { CheckNames.WrongKey, CheckNames.NoKey }));
    }

    [Test]
    public async Task Check_WhenAComponentDoesNotAnswerInTime_GoesOnWithoutIt()
    {
        Stub.Faults["/refine"] = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(60));
            return StubAnswer.Hang;
        };

        var report = await CheckAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { "refine", CheckNames.Slowest }));
        Assert.That(Of(report, "refine").Detail, Is.EqualTo("No answer within 60 s."));
        Assert.That(Of(report, "refine").Latency, Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [TestCase(45, true)]
    [TestCase(46, false)]
    public async Task Check_WhenAComponentIsSlow_TellsWhetherThereIsTimeToSpare(int seconds, bool passes)
    {
        Stub.Faults["/summary"] = request =>
        {
            Clock.Advance(TimeSpan.FromSeconds(seconds));
            return StubMiner.RightAnswer(request);
        };

        var report = await CheckAsync();

        Assert.That(report.Passed, Is.EqualTo(passes));
        Assert.That(Of(report, CheckNames.Slowest).Detail, Is.EqualTo($"summary took {seconds}.0 s of the 60 s that there are."));
    }

    [TestCase(401, "The key was refused")]
    [TestCase(404, "There is no such endpoint")]
    [TestCase(422, "A request of the contract's form was refused")]
    [TestCase(429, "Over the rate limit (429).")]
    [TestCase(500, "An internal error")]
    [TestCase(502, "The model, or the miner behind the proxy")]
    [TestCase(503, "Overloaded")]
    [TestCase(504, "Gave up waiting")]
    [TestCase(204, "An unexpected status")]
    public async Task Check_WhenAComponentFails_SaysWhatTheStatusMeans(int status, string meaning)
    {
        Stub.Faults["/aggregate"] = _ => new StubAnswer { Status = status };

        var report = await CheckAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { "aggregate" }));
        Assert.That(Of(report, "aggregate").Detail, Does.StartWith(meaning));
    }

    [Test]
    public async Task Check_WhenThereAreNoCapabilities_SaysSo()
    {
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Status = 404 };

        Assert.That(Crosses(await CheckAsync()), Is.EqualTo(new[] { CheckNames.Capabilities }));
    }

    [Test]
    public async Task Check_WhenTheKeyIsRefused_DoesNotInsist()
    {
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Status = 403 };

        var report = await CheckAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { CheckNames.Capabilities }));
        Assert.That(report.NotChecked, Is.EqualTo(CheckNames.All.Skip(4)));
        Assert.That(Stub.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Check_WhenComponentsAreMissing_NamesThem()
    {
        Stub.Faults["/capabilities"] = _ => new StubAnswer
        {
            Body = """{"components":["complete","refine","feedback","human_feedback",null,"summary"]}""",
        };

        var report = await CheckAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { CheckNames.Capabilities }));
        Assert.That(Of(report, CheckNames.Capabilities).Detail, Is.EqualTo("Not offered: aggregate, internet_search."));
    }

    [Test]
    public async Task Check_OfADegradedMiner_SaysSo()
    {
        Stub.Faults["/health"] = _ => new StubAnswer { Body = """{"status":"degraded"}""" };

        Assert.That(Crosses(await CheckAsync()), Is.EqualTo(new[] { CheckNames.Health }));
    }

    [Test]
    public async Task Check_OverPlainHttpOnAPublicName_SendsNothing()
    {
        var network = new MinerNetwork { Resolve = (_, _) => Task.FromResult(new[] { System.Net.IPAddress.Loopback }) };

        var report = await CheckAsync(new UriBuilder(Stub.Address) { Host = "miner.example.org" }.Uri, network);

        Assert.That(Crosses(report), Is.EqualTo(new[] { CheckNames.Transport }));
        Assert.That(report.NotChecked, Is.EqualTo(CheckNames.All.Skip(2)));
        Assert.That(Stub.Requests, Is.Empty);
    }

    [TestCase(120, "120 s ahead", false)]
    [TestCase(-120, "119 s behind", false)]
    [TestCase(5, "5 s ahead", true)]
    [TestCase(-1, "agree", true)]
    public async Task Check_WhenTheClocksDiffer_TellsByHowMuch(int seconds, string told, bool passes)
    {
        Stub.Skew = TimeSpan.FromSeconds(seconds);

        var report = await CheckAsync();

        Assert.That(Of(report, CheckNames.Clock).Detail, Does.Contain(told));
        Assert.That(report.Passed, Is.EqualTo(passes));
    }

    [Test]
    public async Task Check_WhenNothingListens_StopsThere()
    {
        var report = await CheckAsync(new Uri($"http://127.0.0.1:{UnusedPort.Find()}"));

        Assert.That(Crosses(report), Is.EqualTo(new[] { CheckNames.Health }));
        Assert.That(Of(report, CheckNames.Health).Detail, Is.EqualTo("No connection."));
        Assert.That(report.Passed, Is.False);
    }

    [Test]
    public async Task Check_OfAnUnknownName_StopsThere()
    {
        var report = await CheckAsync(new Uri("https://miner.invalid"), new MinerNetwork
        {
            Resolve = (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound),
        });

        Assert.That(Crosses(report), Is.EqualTo(new[] { CheckNames.Name }));
        Assert.That(report.NotChecked, Is.EqualTo(CheckNames.All.Skip(1)));
    }

    [Test]
    public async Task Check_WithAPathInTheAddress_PutsItBeforeEveryEndpoint()
    {
        await CheckAsync(new Uri(Stub.Address, "/miner/"));

        Assert.That(Stub.Requests.Select(request => request.Path), Has.All.StartsWith("/miner/").And.None.Contains("//"));
    }

    [Test]
    public async Task Check_WhenItIsCancelled_EndsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        Stub.Faults["/complete"] = _ =>
        {
            cancellation.Cancel();
            return StubAnswer.Hang;
        };

        await Assert.ThatAsync(() => CheckAsync(cancellationToken: cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private sealed class Listener(Action<MinerCheck> listen) : IProgress<MinerCheck>
    {
        public void Report(MinerCheck value) => listen(value);
    }
}
