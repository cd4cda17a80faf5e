using System.Net.Sockets;
using System.Text;
using System.Threading.RateLimiting;
using Miner.Api.Limits;
using Miner.Testing;

namespace Miner.Api.Tests.Limits;

/// <summary>A miner that works on one request at once, and lets one more wait.</summary>
[TestFixture]
internal sealed class LoadSheddingTests : MinerFixture
{
    private TaskCompletionSource _answers = null!;

    protected override IEnumerable<(string Name, string Value)> Settings => [("MAX_CONCURRENT_REQUESTS", "1")];

    [SetUp]
    public void HoldTheAnswers()
    {
        _answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Upstream.Respond = _ => StubAnswer.Content("Done.") with { Gate = _answers.Task };
        // Else the clock would pass over the wait in the queue.
        Clock.InsteadOfPassing = () => { };
    }

    [Test]
    public async Task Request_BeyondTheQueue_Is503AtOnceAndTheOthersAreAnswered()
    {
        var (first, second) = await FillAsync();

        using var refused = await Http.PostAsync("/complete", Requests.Body("c"));
        var problem = await refused.ReadProblemAsync(503);
        _answers.SetResult();

        Assert.Multiple(async () =>
        {
            Assert.That(refused.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(problem["detail"]!.ToString(), Is.EqualTo("Too many requests are under way; try again in 1 s."));
            Assert.That(await StatusAsync(first), Is.EqualTo(200));
            Assert.That(await StatusAsync(second), Is.EqualTo(200));
        });
        Assert.That(await StatusAsync(Http.PostAsync("/complete", Requests.Body("c"))), Is.EqualTo(200), "afterwards");
    }

    [TestCase("/health", 200)]
    [TestCase("/capabilities", 200)]
    [TestCase("/stats", 200)]
    [TestCase("/", 200)]
    [TestCase("/openapi.json", 200)]
    [TestCase("/conversations", 503)]
    [TestCase("/conversations/c", 503)]
    [TestCase("/playbook/c", 503)]
    [TestCase("/playbook/c/context", 503)]
    public async Task Request_BeyondTheQueue_IsAnsweredWhereItAsksHowTheMinerIs(string path, int status)
    {
        await FillAsync();

        Assert.That(await StatusAsync(Http.GetAsync(new Uri(path, UriKind.Relative))), Is.EqualTo(status));
    }

    [Test]
    public async Task Request_BeyondTheQueue_IsRefusedBeforeItsBodyIsThere()
    {
        await FillAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(Service.Address.Host, Service.Address.Port);
        await using var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /complete HTTP/1.1\r\nHost: miner\r\nX-API-Key: {MinerFactory.Key}\r\nContent-Length: 100\r\n\r\n"));

        var buffer = new byte[64];
        var read = await stream.ReadAsync(buffer).AsTask().InTimeAsync();
        Assert.That(Encoding.ASCII.GetString(buffer, 0, read), Does.StartWith("HTTP/1.1 503 "));
    }

    [Test]
    public async Task Request_WhoseWaitIsInVain_Is503AfterASecond()
    {
        var (_, second) = await FillAsync();

        Clock.Advance(LoadShedding.LongestWait - TimeSpan.FromMilliseconds(1));
        Assert.That(second.IsCompleted, Is.False);
        Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await StatusAsync(second), Is.EqualTo(503));
    }

    [Test]
    public async Task Request_WhoseCallerHangsUpWhileItWaits_LeavesItsPlaceToAnother()
    {
        using var caller = new CancellationTokenSource();
        var first = AskAsync();
        await Upstream.NextRequestAsync();
        var second = Http.PostAsJsonAsync("/complete", Requests.Body("c"), caller.Token);
        WaitForQueued(1);

        await caller.CancelAsync();
        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        WaitForQueued(0);
        var third = AskAsync();
        WaitForQueued(1);
        _answers.SetResult();

        Assert.That(await StatusAsync(first), Is.EqualTo(200));
        Assert.That(await StatusAsync(third), Is.EqualTo(200));
    }

    [Test]
    public async Task Request_ThatFails_GivesItsSlotBack()
    {
        Upstream.Respond = _ => StubAnswer.Error(401);

        for (var i = 0; i < 3; i++)
            Assert.That(await StatusAsync(Http.PostAsync("/complete", Requests.Body("c", "Who wrote Faust?"))), Is.EqualTo(502));
    }

    [Test]
    public async Task Request_BeyondTheQueue_IsToldAndCounted()
    {
        await FillAsync();

        await StatusAsync(Http.PostAsync("/summary", Requests.Body("c")));
        var stats = await Http.GetObjectAsync("/stats");

        var summary = stats["components"]!.AsArray().Single(item => item!["component"]!.ToString() == "summary")!;
        Assert.Multiple(() =>
        {
            Assert.That((int)stats["security"]!["overloaded"]!, Is.EqualTo(1));
            Assert.That(summary["failures_by_reason"]!.ToJsonString(), Is.EqualTo("""{"unavailable":1}"""));
            Assert.That(
                Service.Log.Lines.Single(line => line.Contains("Miner.Security [4206]", StringComparison.Ordinal)),
                Does.Contain("127.0.0.1").And.Contain("summary"));
        });
    }

    [Test]
    public async Task Request_WithoutAKeyOrOverItsLimit_IsRefusedAsEverAndTakesNoPlace()
    {
        await RestartAsync([.. Settings, ("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_COMPLETE", "1/minute")]);
        HoldTheAnswers();
        using var stranger = Service.CreateClient();
        var first = AskAsync();
        await Upstream.NextRequestAsync();

        Assert.That(await StatusAsync(stranger.PostAsync("/complete", Requests.Body("c"))), Is.EqualTo(401));
        Assert.That(await StatusAsync(AskAsync()), Is.EqualTo(429));
        _answers.SetResult();

        Assert.That(await StatusAsync(first), Is.EqualTo(200));
    }

    /// <summary>One request that is worked on, and one that waits.</summary>
    private async Task<(Task<HttpResponseMessage> First, Task<HttpResponseMessage> Second)> FillAsync()
    {
        var first = AskAsync();
        await Upstream.NextRequestAsync();
        var second = AskAsync();
        WaitForQueued(1);
        return (first, second);
    }

    private void WaitForQueued(int count)
    {
        var slots = Service.Services.GetRequiredService<ConcurrencyLimiter>();
        Assert.That(() => slots.GetStatistics()!.CurrentQueuedCount, Is.EqualTo(count).After((int)Patience.Limit.TotalMilliseconds, 5));
    }

    private Task<HttpResponseMessage> AskAsync() => Http.PostAsync("/complete", Requests.Body("c"));

    private static async Task<int> StatusAsync(Task<HttpResponseMessage> answering)
    {
        using var response = await answering.InTimeAsync();
        return (int)response.StatusCode;
    }
}
