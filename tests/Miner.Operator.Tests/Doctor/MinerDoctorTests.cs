using System.Text.Json;
using Miner.Domain.Components;
using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>One fault at a time is planted, and found where it is.</summary>
[TestFixture]
internal sealed class MinerDoctorTests : DoctorFixture
{
    [Test]
    public async Task Examine_OfAHealthyMiner_FindsNothing()
    {
        var told = new List<DoctorCheck>();

        var report = await ExamineAsync(progress: new Listener(told.Add));

        Assert.Multiple(() =>
        {
            Assert.That(report.Passed, Is.True);
            Assert.That(report.NotChecked, Is.Empty);
            Assert.That(report.Checks.Select(check => check.Name), Is.EqualTo(DoctorCheckNames.All));
            Assert.That(told, Is.EqualTo(report.Checks));
        });
    }

    [Test]
    public async Task Examine_OfAHealthyMiner_UsesOneConversationAndDeletesIt()
    {
        await ExamineAsync();

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
    public async Task Examine_WhateverIsFound_NamesNoKey()
    {
        Stub.Faults["/complete"] = _ => new StubAnswer { Status = 403, Body = StubMiner.Key };
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Body = $$"""{"components":["{{StubMiner.Key}}"]}""" };

        var report = await ExamineAsync();

        Assert.That(JsonSerializer.Serialize(report), Does.Not.Contain(StubMiner.Key));
        Assert.That(Stub.Requests.Single(request => request.Path == "/health").Headers.Keys, Has.None.EqualTo("X-API-Key").IgnoreCase);
    }

    [Test]
    public async Task Examine_WhenAWrongKeyIsAccepted_SaysSo()
    {
        Stub.TakesAnyKey = true;

        Assert.That(Crosses(await ExamineAsync()), Is.EqualTo(new[] { DoctorCheckNames.WrongKey, DoctorCheckNames.NoKey }));
    }

    [Test]
    public async Task Examine_WhenAComponentDoesNotAnswerInTime_GoesOnWithoutIt()
    {
        Stub.Faults["/refine"] = _ =>
        {
            Clock.Advance(TimeSpan.FromSeconds(60));
            return StubAnswer.Hang;
        };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { "refine", DoctorCheckNames.Slowest }));
        Assert.That(Of(report, "refine").Detail, Is.EqualTo("No answer within 60 s."));
        Assert.That(Of(report, "refine").Latency, Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [TestCase(45, true)]
    [TestCase(46, false)]
    public async Task Examine_WhenAComponentIsSlow_TellsWhetherThereIsTimeToSpare(int seconds, bool passes)
    {
        Stub.Faults["/summary"] = request =>
        {
            Clock.Advance(TimeSpan.FromSeconds(seconds));
            return StubMiner.RightAnswer(request);
        };

        var report = await ExamineAsync();

        Assert.That(report.Passed, Is.EqualTo(passes));
        Assert.That(Of(report, DoctorCheckNames.Slowest).Detail, Is.EqualTo($"summary took {seconds}.0 s of the 60 s that there are."));
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
    public async Task Examine_WhenAComponentFails_SaysWhatTheStatusMeans(int status, string meaning)
    {
        Stub.Faults["/aggregate"] = _ => new StubAnswer { Status = status };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { "aggregate" }));
        Assert.That(Of(report, "aggregate").Detail, Does.StartWith(meaning));
    }

    [TestCase("\"llm_provider\":\"offline\"", "The embedded model answers")]
    [TestCase("\"features\":{\"internet_search\":false}", "No search provider is set")]
    [TestCase("\"features\":{\"internet_search\":true}", null)]
    [TestCase("\"features\":null", null)]
    public async Task Examine_WhenTheMinerLacksSomething_WarnsAndPasses(string capability, string? warning)
    {
        var components = string.Join(',', ComponentNames.All.Select(name => $"\"{name}\""));
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Body = $$"""{"components":[{{components}}],{{capability}}}""" };

        var report = await ExamineAsync();

        Assert.That(report.Passed, Is.True);
        Assert.That(
            Of(report, DoctorCheckNames.Capabilities).Warning, warning is null ? Is.Null : Does.StartWith(warning));
        Assert.That(Of(report, DoctorCheckNames.Name).Warning, Does.Contain("this machine alone"));
    }

    [Test]
    public async Task Examine_WhenThereAreNoCapabilities_SaysSo()
    {
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Status = 404 };

        Assert.That(Crosses(await ExamineAsync()), Is.EqualTo(new[] { DoctorCheckNames.Capabilities }));
    }

    [Test]
    public async Task Examine_WhenTheKeyIsRefused_DoesNotInsist()
    {
        Stub.Faults["/capabilities"] = _ => new StubAnswer { Status = 403 };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Capabilities }));
        Assert.That(report.NotChecked, Is.EqualTo(DoctorCheckNames.All.Skip(4)));
        Assert.That(Stub.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Examine_WhenComponentsAreMissing_NamesThem()
    {
        Stub.Faults["/capabilities"] = _ => new StubAnswer
        {
            Body = """{"components":["complete","refine","feedback","human_feedback",null,"summary"]}""",
        };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Capabilities }));
        Assert.That(Of(report, DoctorCheckNames.Capabilities).Detail, Is.EqualTo("Not offered: aggregate, internet_search."));
    }

    [TestCase("", "Degraded: it answers, but cannot store.", "DATABASE_URL")]
    [TestCase(",\"model_answers\":true", "Degraded: it answers, but cannot store.", "DATABASE_URL")]
    [TestCase(",\"model_answers\":false", "Degraded: no model answers.", "address, name and key")]
    public async Task Examine_OfADegradedMiner_SaysWhatFails(string more, string detail, string remedy)
    {
        Stub.Faults["/health"] = _ => new StubAnswer { Body = $$"""{"status":"degraded"{{more}}}""" };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Health }));
        Assert.That(Of(report, DoctorCheckNames.Health).Detail, Is.EqualTo(detail));
        Assert.That(Of(report, DoctorCheckNames.Health).Remedy, Does.Contain(remedy));
    }

    [TestCase(200, "The conversation of this test is deleted.", true)]
    [TestCase(404, "This test left no conversation.", true)]
    [TestCase(500, "An internal error (500).", false)]
    public async Task Examine_AtItsEnd_TellsWhetherItsConversationIsGone(int status, string told, bool passes)
    {
        Stub.Deletion = new StubAnswer { Status = status };

        var report = await ExamineAsync();

        Assert.That(Of(report, DoctorCheckNames.Deletion).Detail, Is.EqualTo(told));
        Assert.That(report.Passed, Is.EqualTo(passes));
    }

    [Test]
    public async Task Examine_WhenTheHealthIsUnknown_SaysWhatIsMissing()
    {
        Stub.Faults["/health"] = _ => new StubAnswer { Body = """{"status":"fine"}""" };

        var report = await ExamineAsync();

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Health }));
        Assert.That(Of(report, DoctorCheckNames.Health).Detail, Does.Contain("status missing or wrong"));
    }

    [Test]
    public async Task Examine_OverPlainHttpOnAPublicName_SendsNothing()
    {
        var network = new MinerNetwork { Resolve = (_, _) => Task.FromResult(new[] { System.Net.IPAddress.Loopback }) };

        var report = await ExamineAsync(new UriBuilder(Stub.Address) { Host = "miner.example.org" }.Uri, network);

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Transport }));
        Assert.That(report.NotChecked, Is.EqualTo(DoctorCheckNames.All.Skip(2)));
        Assert.That(Stub.Requests, Is.Empty);
    }

    [TestCase(120, "120 s ahead", false)]
    [TestCase(-120, "119 s behind", false)]
    [TestCase(5, "5 s ahead", true)]
    [TestCase(-1, "agree", true)]
    public async Task Examine_WhenTheClocksDiffer_TellsByHowMuch(int seconds, string told, bool passes)
    {
        Stub.Skew = TimeSpan.FromSeconds(seconds);

        var report = await ExamineAsync();

        Assert.That(Of(report, DoctorCheckNames.Clock).Detail, Does.Contain(told));
        Assert.That(report.Passed, Is.EqualTo(passes));
    }

    [Test]
    public async Task Examine_WhenNothingListens_StopsThere()
    {
        var report = await ExamineAsync(new Uri($"http://127.0.0.1:{UnusedPort.Find()}"));

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Health }));
        Assert.That(Of(report, DoctorCheckNames.Health).Detail, Is.EqualTo("No connection."));
        Assert.That(report.Passed, Is.False);
    }

    [Test]
    public async Task Examine_OfAnUnknownName_StopsThere()
    {
        var report = await ExamineAsync(new Uri("https://miner.invalid"), new MinerNetwork
        {
            Resolve = (_, _) => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound),
        });

        Assert.That(Crosses(report), Is.EqualTo(new[] { DoctorCheckNames.Name }));
        Assert.That(report.NotChecked, Is.EqualTo(DoctorCheckNames.All.Skip(1)));
    }

    [Test]
    public async Task Examine_WithAPathInTheAddress_PutsItBeforeEveryEndpoint()
    {
        await ExamineAsync(new Uri(Stub.Address, "/miner/"));

        Assert.That(Stub.Requests.Select(request => request.Path), Has.All.StartsWith("/miner/").And.None.Contains("//"));
    }

    [Test]
    public async Task Examine_WhenItIsCancelled_EndsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        Stub.Faults["/complete"] = _ =>
        {
            cancellation.Cancel();
            return StubAnswer.Hang;
        };

        await Assert.ThatAsync(() => ExamineAsync(cancellationToken: cancellation.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private sealed class Listener(Action<DoctorCheck> listen) : IProgress<DoctorCheck>
    {
        public void Report(DoctorCheck value) => listen(value);
    }
}
