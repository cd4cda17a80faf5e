using System.Net.Http.Json;
using Miner.Testing;

namespace Miner.EndToEnd.Tests;

/// <summary>What a collector gets over OTLP. Its protobuf holds names and texts as they are, so that they can be looked for.</summary>
[TestFixture]
internal sealed class OtlpTests : MinerProcessFixture
{
    private const string SecretKey = "SECRET-key";

    private StubUpstream _upstream = null!;
    private StubUpstream _collector = null!;

    [SetUp]
    public async Task StartServersAsync()
    {
        _upstream = await StubUpstream.StartAsync();
        _collector = await StubUpstream.StartAsync();
        _collector.Respond = _ => new StubAnswer { ContentType = "application/x-protobuf" };
    }

    [TearDown]
    public async Task StopServersAsync()
    {
        await _collector.DisposeAsync();
        await _upstream.DisposeAsync();
    }

    [Test]
    public async Task Collector_WhenItsAddressIsSet_GetsTracesMetricsAndLogsButNothingThatWasSaid()
    {
        await using (var miner = StartMiner("OTEL_EXPORTER_OTLP_ENDPOINT"))
        {
            await UseAsync(miner);
            Assert.That(await miner.TerminateAsync(), Is.Zero);
        }

        Assert.Multiple(() =>
        {
            Assert.That(Received("/v1/traces"), Contains(
                    "sample-miner",
                    "POST /complete",
                    "CompleteCommand",
                    "chat test-model",
                    "gen_ai.usage.input_tokens",
                    "System.Net.Http",
                    "sqlite read",
                    "sqlite write",
                    "GET /conversations/{cid}"));
            Assert.That(Received("/v1/metrics"), Contains(
                    "gen_ai.client.operation.duration",
                    "gen_ai.client.token.usage",
                    "gen_ai.token.type",
                    "gen_ai.provider.name",
                    "miner.component.duration",
                    "miner.model.samples",
                    "miner.security.events",
                    "http.server.request.duration"));
            Assert.That(Received("/v1/logs"), Contains("CompleteCommand answered in", "Miner.Security", "wrong key"));
            Assert.That(
                _upstream.Requests,
                Has.Some.Matches<StubRequest>(request => request.Query.Contains("SECRET", StringComparison.Ordinal)));
            foreach (var request in _collector.Requests) Assert.That(request.RawBody, Does.Not.Contain("SECRET"), request.Path);
        });
    }

    [Test]
    public async Task Collector_WhenOnlyOtherVariablesAreSet_GetsNothing()
    {
        await using var miner = StartMiner("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

        await UseAsync(miner);

        Assert.That(await miner.TerminateAsync(), Is.Zero);
        Assert.That(_collector.Requests, Is.Empty);
    }

    [Test]
    public async Task Collector_ThatNeverAnswers_HoldsUpNeitherRequestsNorTheEnd()
    {
        _collector.Respond = _ => StubAnswer.Hang;
        await using var miner = StartMiner("OTEL_EXPORTER_OTLP_ENDPOINT");

        await UseAsync(miner);

        Assert.That(await miner.TerminateAsync(), Is.Zero);
        Assert.That(_collector.Requests, Is.Not.Empty);
    }

    private MinerProcess StartMiner(string variable) => StartMiner(
        (variable, new Uri(_collector.BaseUrl, "/").ToString()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ("API_KEY", SecretKey),
        ("LLM_PROVIDER", "vllm"),
        ("VLLM_BASE_URL", _upstream.BaseUrl.ToString()),
        ("VLLM_MODEL", "test-model"),
        ("VLLM_API_KEY", "SECRET-upstream-key"),
        ("SEARCH_PROVIDER", "searxng"),
        ("SEARXNG_URL", new Uri(_upstream.BaseUrl, "/").ToString()));

    /// <summary>Sends what must not be exported by every way in.</summary>
    private async Task UseAsync(MinerProcess miner)
    {
        using var client = await miner.ConnectAsync(SecretKey);
        _upstream.Respond = request => request.Path == "/v1/chat/completions" ? StubAnswer.Content("SECRET answer") : null;
        var body = new { cid = "SECRET-cid", task = "SECRET task", input = new[] { new { user_query = "SECRET question" } } };
        using var answer = await client.PostAsJsonAsync("/complete?q=SECRET", body);
        using var search = await client.PostAsJsonAsync("/internet_search", body);
        using var conversation = await client.GetAsync(new Uri("/conversations/SECRET-cid?q=SECRET", UriKind.Relative));
        using var stranger = await miner.ConnectAsync("SECRET-wrong");
        using var refused = await stranger.PostAsJsonAsync("/complete", body);

        Assert.That(
            new[] { answer, conversation, refused }.Select(response => (int)response.StatusCode), Is.EqualTo(new[] { 200, 200, 403 }));
    }

    private string Received(string path) =>
        string.Join('\n', _collector.Requests.Where(request => request.Path == path).Select(request => request.RawBody));

    private static NUnit.Framework.Constraints.Constraint Contains(params string[] texts) =>
        texts.Skip(1).Aggregate<string, NUnit.Framework.Constraints.Constraint>(
            Does.Contain(texts[0]), (all, text) => all & Does.Contain(text));
}
