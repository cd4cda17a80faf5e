using System.Net;
using Microsoft.Extensions.Logging;
using Miner.Application.Telemetry;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>What a real connection over loopback cannot be brought to do.</summary>
internal sealed class ResilienceHandlerTests
{
    private readonly DrivenClock _clock = new();
    private readonly LogCollector _logs = new();

    [OneTimeTearDown]
    public void DisposeLogs() => _logs.Dispose();

    [Test]
    public async Task SendAsync_WhenConnectingTakesTooLong_TriesAgain()
    {
        var outcomes = new Queue<Func<HttpResponseMessage>>(
        [
            () => throw new TaskCanceledException("connect timeout", new TimeoutException()),
            () => new HttpResponseMessage(HttpStatusCode.OK),
        ]);

        var call = new UpstreamCall(_clock, TimeSpan.FromSeconds(57), CancellationToken.None);

        using var response = await SendAsync(() => outcomes.Dequeue()(), call);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(_logs.Lines.Single().Text, Does.StartWith("Attempt 1: ").And.Contain("(TimedOut)"));
    }

    [Test]
    public void SendAsync_WithARequestOfAnotherKind_Throws() =>
        Assert.That(
            async () => await SendAsync(() => new HttpResponseMessage(HttpStatusCode.OK), call: null),
            Throws.InvalidOperationException);

    private async Task<HttpResponseMessage> SendAsync(Func<HttpResponseMessage> answer, UpstreamCall? call)
    {
        using var factory = new LoggerFactory([_logs]);
        var logger = factory.CreateLogger("upstream");
        using var metrics = new MinerMetrics();
        var pipeline = UpstreamPipeline.Create(
            UpstreamDeadlines.Within(TimeSpan.FromSeconds(60)), _clock, logger, new UpstreamHealth("upstream", metrics));
        using var client = new HttpMessageInvoker(new ResilienceHandler(pipeline, _clock, logger) { InnerHandler = new Network(answer) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://upstream/");
        call?.AttachTo(request);
        return await client.SendAsync(request, CancellationToken.None);
    }

    private sealed class Network(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return answer();
        }
    }
}
