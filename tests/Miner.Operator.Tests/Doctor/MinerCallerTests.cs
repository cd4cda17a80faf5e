using Miner.Operator.Doctor;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>How long a rate limit is waited out, and what goes over the wire.</summary>
[TestFixture]
internal sealed class MinerCallerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 30, 0, TimeSpan.Zero);

    private DrivenClock _clock = null!;
    private StubMiner _stub = null!;
    private DoctorConnection _connection = null!;
    private MinerCaller _caller = null!;

    [SetUp]
    public async Task StartMinerAsync()
    {
        // The deadline of a call is no pause.
        _clock = new DrivenClock(Now) { LongestPause = TimeSpan.FromSeconds(59) };
        _stub = await StubMiner.StartAsync(_clock);
        _connection = new DoctorConnection(new MinerNetwork(), _clock);
        _caller = new MinerCaller(_connection, _clock, _stub.Address);
    }

    [TearDown]
    public async Task StopMinerAsync()
    {
        _connection.Dispose();
        await _stub.DisposeAsync();
    }

    [TestCase("1", 1)]
    [TestCase("59", 59)]
    [TestCase("Tue, 24 Nov 2026 10:30:30 GMT", 30)]
    public async Task Get_OverTheLimitOnce_AsksAgainWhenToldTo(string retryAfter, int seconds)
    {
        var calls = 0;
        _stub.Faults["/capabilities"] = request =>
            ++calls == 1 ? StubAnswer.Error(429, retryAfter: retryAfter) : StubMiner.RightAnswer(request);

        var result = await GetAsync("capabilities");

        Assert.That(result, Is.TypeOf<CallAnswer>().With.Property(nameof(CallAnswer.Status)).EqualTo(200));
        Assert.That(_clock.Pauses, Does.Contain(TimeSpan.FromSeconds(seconds)));
        Assert.That(_clock.GetUtcNow() - Now, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [TestCase("66")]
    [TestCase("Tue, 24 Nov 2026 10:31:06 GMT")]
    [TestCase("86400")]
    [TestCase(null)]
    [TestCase("soon")]
    [TestCase("-5")]
    public async Task Get_OverTheLimitForLongOrUnknown_DoesNotWait(string? retryAfter)
    {
        _stub.Faults["/capabilities"] = _ => StubAnswer.Error(429, retryAfter: retryAfter);

        var result = await GetAsync("capabilities");

        Assert.That(((CallAnswer)result).Status, Is.EqualTo(429));
        Assert.That(_stub.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Get_OverTheLimitForEver_AsksThreeTimes()
    {
        _stub.Faults["/capabilities"] = _ => StubAnswer.Error(429, retryAfter: "2");

        Assert.That(((CallAnswer)await GetAsync("capabilities")).Status, Is.EqualTo(429));
        Assert.That(_stub.Requests, Has.Count.EqualTo(3));
    }

    [TestCase(503)]
    [TestCase(500)]
    public async Task Get_OfAnotherFailure_DoesNotAskAgain(int status)
    {
        _stub.Faults["/capabilities"] = _ => StubAnswer.Error(status, retryAfter: "1");

        Assert.That(((CallAnswer)await GetAsync("capabilities")).Status, Is.EqualTo(status));
        Assert.That(_stub.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Calls_OfEachMethod_SendWhatTheyAreGiven()
    {
        await _caller.PostAsync("complete", StubMiner.Key, """{"cid":"c"}""", CancellationToken.None).InTimeAsync();
        await _caller.DeleteAsync("conversations/c", StubMiner.Key, CancellationToken.None).InTimeAsync();
        await _caller.GetAsync("health", apiKey: null, CancellationToken.None).InTimeAsync();

        Assert.Multiple(() =>
        {
            Assert.That(
                _stub.Requests.Select(request => $"{request.Method} {request.Path}"),
                Is.EqualTo(new[] { "POST /complete", "DELETE /conversations/c", "GET /health" }));
            Assert.That(_stub.Requests[0].RawBody, Is.EqualTo("""{"cid":"c"}"""));
            Assert.That(_stub.Requests[0].Headers["Content-Type"], Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(
                _stub.Requests.Select(request => request.Headers.ContainsKey("X-API-Key")), Is.EqualTo(new[] { true, true, false }));
            Assert.That(_stub.Requests.Select(request => request.Headers["User-Agent"]), Is.All.EqualTo("sample-miner-doctor"));
        });
    }

    [Test]
    public async Task Get_OfAnAnswer_TellsItsHeaders()
    {
        _stub.Faults["/capabilities"] = _ => new StubAnswer
        {
            Status = 302,
            Headers = new Dictionary<string, string> { ["Location"] = "/elsewhere", ["X-Model"] = "m 1" },
        };

        var answer = (CallAnswer)await GetAsync("capabilities");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Location, Is.EqualTo(new Uri("/elsewhere", UriKind.Relative)));
            Assert.That(answer.Model, Is.EqualTo("m_1"));
            Assert.That(answer.Date, Is.EqualTo(Now));
            Assert.That(answer.ReceivedAt, Is.EqualTo(Now));
            Assert.That(answer.RetryAfter, Is.Null);
        });
    }

    private Task<CallResult> GetAsync(string path) => _caller.GetAsync(path, StubMiner.Key, CancellationToken.None).InTimeAsync();
}
