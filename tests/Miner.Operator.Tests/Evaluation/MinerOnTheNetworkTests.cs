using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Scoring;
using Miner.Operator.Tests.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>The evaluated miner on a real connection: what is sent to it, and what of its answers is believed.</summary>
[TestFixture]
internal sealed class MinerOnTheNetworkTests
{
    private readonly FakeTimeProvider _time = new();

    private StubMiner _stub = null!;
    private MinerOverHttp _miner = null!;

    [SetUp]
    public async Task StartMinerAsync()
    {
        _stub = await StubMiner.StartAsync(_time);
        _stub.Faults["/complete"] = Answer;
        _miner = Connect(_stub.Address, StubMiner.Key);
    }

    [TearDown]
    public async Task StopMinerAsync()
    {
        _miner.Dispose();
        await _stub.DisposeAsync();
    }

    [Test]
    public async Task Ask_OfAMiner_SendsTheContractsRequestWithTheKey()
    {
        var reply = await AskAsync();

        var request = _stub.Requests.Single();
        Assert.Multiple(() =>
        {
            Assert.That(reply, Is.EqualTo(new MinerReply.Answered("It is 42.", "m-1")));
            Assert.That((request.Method, request.Path), Is.EqualTo(("POST", "/complete")));
            Assert.That(request.Headers["X-API-Key"], Is.EqualTo(StubMiner.Key));
            Assert.That(request.Headers["Content-Type"], Does.StartWith("application/json"));
            Assert.That(request.Headers.Keys, Has.None.EqualTo("Cookie"));
            Assert.That((string)request.Body["input"]![0]!["user_query"]!, Is.EqualTo("6*7?"));
        });
    }

    [Test]
    public async Task Check_OfAMinerBehindAPrefix_AsksBelowIt()
    {
        using var miner = Connect(new Uri(_stub.Address, "/behind/proxy"), StubMiner.Key);

        Assert.That(() => miner.CheckAsync(CancellationToken.None), Throws.TypeOf<OperatorException>().With.Message.Contain("HTTP 40"));
        Assert.That(_stub.Requests.Select(request => request.Path), Is.All.StartsWith("/behind/proxy/"));
        var reply = await miner.AskAsync("6*7?", CancellationToken.None) with { TraceId = null };
        Assert.That(reply, Is.EqualTo(new MinerReply.Failed("HTTP 404", WrongAnswerCause.Refused)));
    }

    [Test]
    public void Check_WithAWrongKey_NeitherNamesItNorGoesOn()
    {
        using var miner = Connect(_stub.Address, "another-secret");

        Assert.That(
            () => miner.CheckAsync(CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Not.Contain("another-secret"));
    }

    [TestCase(301)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task Ask_OfAMinerThatRedirects_DoesNotFollow(int status)
    {
        _stub.Faults["/complete"] = _ => new StubAnswer
        {
            Status = status,
            Headers = new Dictionary<string, string> { ["Location"] = new Uri(_stub.Address, "/refine").ToString() },
        };

        Assert.That(await AskAsync(), Is.EqualTo(new MinerReply.Failed($"HTTP {status}")));
        Assert.That(_stub.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Ask_OfAnEndlessAnswer_ReadsSixteenMegabytes()
    {
        _stub.Faults["/complete"] = _ => new StubAnswer { Bytes = new byte[(16 << 20) + 1] };

        Assert.That(await AskAsync(), Is.EqualTo(new MinerReply.Failed("the answer is too large")));
    }

    [Test]
    public async Task Ask_OfAMinerThatHangsUp_IsAFailedRequest()
    {
        _stub.Faults["/complete"] = _ => new StubAnswer { Reset = true };

        Assert.That(await AskAsync(), Is.EqualTo(new MinerReply.Failed("no connection")));
    }

    [Test]
    public async Task Ask_AfterAFailure_GoesOnWithTheNext()
    {
        var asked = 0;
        _stub.Faults["/complete"] = request => ++asked == 1 ? new StubAnswer { Reset = true } : Answer(request);

        await AskAsync();

        Assert.That(await AskAsync(), Is.TypeOf<MinerReply.Answered>());
    }

    [Test]
    public async Task Ask_OfSeveralAtOnce_TellsEachAnswersOwnModel()
    {
        _stub.Faults["/complete"] = request => Answer(request) with
        {
            Headers = new Dictionary<string, string> { ["X-Model"] = (string)request.Body["input"]![0]!["user_query"]! },
        };

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => _miner.AskAsync($"m-{number}", CancellationToken.None)))
            .InTimeAsync();

        Assert.That(
            replies.Cast<MinerReply.Answered>().Select(reply => reply.Model),
            Is.EqualTo(Enumerable.Range(0, 40).Select(number => $"m-{number}")));
    }

    [Test]
    public async Task Ask_GivenUp_EndsAtOnce()
    {
        _stub.Faults["/complete"] = _ => StubAnswer.Hang;
        using var end = new CancellationTokenSource();
        var asking = _miner.AskAsync("6*7?", end.Token);

        await end.CancelAsync();

        await Assert.ThatAsync(() => asking.InTimeAsync(), Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Without the trace id, which is another each time.</summary>
    private async Task<MinerReply> AskAsync() =>
        await _miner.AskAsync("6*7?", CancellationToken.None).InTimeAsync() with { TraceId = null };

    private MinerOverHttp Connect(Uri address, string key) => new(MinerOverHttp.Connect(address, key), _time);

    private static StubAnswer Answer(StubRequest request) => StubAnswer.Json(new JsonObject
    {
        ["cid"] = "evaluation",
        ["task"] = "t",
        ["input"] = request.Body["input"]!.DeepClone(),
        ["output"] = new JsonObject { ["immediate_response"] = "It is 42.", ["notebook"] = "no update" },
        ["component"] = "complete",
    }) with
    {
        Headers = new Dictionary<string, string> { ["X-Model"] = "m-1", ["Set-Cookie"] = "session=1" },
    };
}
