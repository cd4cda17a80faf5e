using System.Diagnostics;
using Miner.Operator.ModelServers;
using Miner.Testing;

namespace Miner.Operator.Tests.ModelServers;

[TestFixture]
internal sealed class VllmProcessTests
{
    private const string Key = "a-secret-key";

    private StubUpstream _api = null!;

    [SetUp]
    public async Task StartApiAsync() => _api = await StubUpstream.StartAsync();

    [TearDown]
    public async Task StopApiAsync() => await _api.DisposeAsync();

    [Test]
    public async Task ListModels_OfAServerThatAnswers_NamesThemAndSendsTheKey()
    {
        _api.Respond = request => request.Path == "/health" ? new StubAnswer() : Models("""{"data":[{"id":"some/model"},null,{}]}""");
        await using var server = Server("sleep 60", _api.BaseUrl.Port);

        Assert.That(await server.ListModelsAsync(CancellationToken.None), Is.EqualTo(new[] { "some/model" }));
        Assert.That(_api.Requests.Select(request => request.Path), Is.EqualTo(new[] { "/health", "/v1/models" }));
        Assert.That(_api.Requests[^1].Headers["Authorization"], Is.EqualTo($"Bearer {Key}"));
    }

    [TestCase(503, """{"data":[{"id":"some/model"}]}""")]
    [TestCase(200, "<html>")]
    [TestCase(200, "null")]
    [TestCase(200, """{"data":7}""")]
    public async Task ListModels_OfAServerThatIsNotReady_IsNull(int health, string models)
    {
        _api.Respond = request => request.Path == "/health" ? new StubAnswer { Status = health } : Models(models);
        await using var server = Server("sleep 60", _api.BaseUrl.Port);

        Assert.That(await server.ListModelsAsync(CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task ListModels_WhereNothingListens_IsNull()
    {
        await using var server = Server("sleep 60", UnusedPort.Find());

        Assert.That(await server.ListModelsAsync(CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task WaitUntilItAnswers_OfAServerThatTakesLong_AsksEverMoreSlowly()
    {
        var asked = 0;
        _api.Respond = request => request.Path != "/health" ? Models("""{"data":[{"id":"some/model"}]}""")
            : ++asked < 8 ? new StubAnswer { Status = 503 }
            : new StubAnswer();
        var time = new DrivenClock();
        await using var server = Server("sleep 60", _api.BaseUrl.Port, time);

        Assert.That(await server.WaitUntilItAnswersAsync(CancellationToken.None).InTimeAsync(), Is.EqualTo(new[] { "some/model" }));
        Assert.That(time.Pauses.Select(pause => pause.TotalSeconds), Is.EqualTo(new[] { 1, 2, 4, 8, 10, 10, 10 }));
    }

    [Test]
    public async Task WaitUntilItAnswers_WhenTheServerEndsFirst_GivesUp()
    {
        await using var server = Server("exit 7", UnusedPort.Find(), new DrivenClock());

        Assert.That(await server.WaitUntilItAnswersAsync(CancellationToken.None).InTimeAsync(), Is.Null);
        Assert.That(await server.Ended, Is.EqualTo(7));
    }

    [Test]
    public async Task WaitUntilItAnswers_WhenItIsCancelled_EndsAtOnce()
    {
        using var cancellation = new CancellationTokenSource();
        _api.Respond = _ =>
        {
            cancellation.Cancel();
            return new StubAnswer { Status = 503 };
        };
        await using var server = Server("sleep 60", _api.BaseUrl.Port);

        await Assert.ThatAsync(
            () => server.WaitUntilItAnswersAsync(cancellation.Token).InTimeAsync(), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Dispose_OfAServerThatRuns_AsksItToEnd()
    {
        var server = Server("trap 'exit 5' TERM; echo ready; while :; do sleep 0.1; done", UnusedPort.Find());

        await server.DisposeAsync();

        Assert.That(await server.Ended, Is.EqualTo(5));
    }

    [Test]
    public async Task Dispose_OfAServerThatDoesNotEnd_KillsItAfterAWhile()
    {
        var time = new DrivenClock();
        var server = Server("trap '' TERM; echo ready; while :; do sleep 0.1; done", UnusedPort.Find(), time);

        var disposing = server.DisposeAsync().AsTask();
        Assert.That(server.Ended.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromSeconds(20));
        await disposing.InTimeAsync();

        Assert.That(await server.Ended, Is.EqualTo(137));
    }

    private static StubAnswer Models(string body) => new() { Body = body };

    /// <summary>A shell script as the process; one that sets a trap says <c>ready</c> once it is set.</summary>
    private static VllmProcess Server(string script, int port, TimeProvider? time = null)
    {
        var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script]) { RedirectStandardOutput = true })!;
        if (script.Contains("ready", StringComparison.Ordinal)) process.StandardOutput.ReadLine();
        return new VllmProcess(process, new VllmOptions("some/model", port, Key, []), time ?? TimeProvider.System);
    }
}
