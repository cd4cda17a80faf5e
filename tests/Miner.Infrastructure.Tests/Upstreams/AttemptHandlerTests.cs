using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Miner.Infrastructure.Upstreams;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Upstreams;

/// <summary>What a real connection over loopback cannot be brought to do.</summary>
internal sealed class AttemptHandlerTests
{
    private const string Upstream = "upstream";

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
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
            .AddSingleton<TimeProvider>(_clock);
        services.AddUpstreamHttpClient(
            Upstream,
            category: Upstream,
            new UpstreamLimits(MaxConnections: 1, TimeSpan.FromSeconds(30), UpstreamDeadlines.Within(TimeSpan.FromSeconds(60))));
        services.AddHttpClient(Upstream).ConfigurePrimaryHttpMessageHandler(() => new Network(answer));
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(Upstream);
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://upstream/");
        call?.AttachTo(request);
        return await client.SendAsync(request);
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
