using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>How the upstream is connected to, and what its answers cannot make the client do.</summary>
internal sealed class ChatModelConnectionTests : ChatModelFixture
{
    [TestCase(1)]
    [TestCase(2)]
    public async Task CompleteAsync_WithAConnectionLimit_OpensNoMore(int maxConnections)
    {
        var gate = new TaskCompletionSource();
        Upstream.Respond = _ => StubAnswer.Content("hi") with { Gate = gate.Task };
        var model = Model(Options() with { MaxConnections = maxConnections });
        var completions = Enumerable.Range(0, 4).Select(_ => model.CompleteAsync(Request(), CancellationToken.None)).ToList();
        for (var i = 0; i < maxConnections; i++) await Upstream.NextRequestAsync();

        gate.SetResult();
        await Task.WhenAll(completions);

        Assert.That(Upstream.Requests.Select(request => request.Connection).Distinct().Count(), Is.EqualTo(maxConnections));
    }

    [TestCase(ChatModelProvider.OpenAi, 30, 30)]
    [TestCase(ChatModelProvider.Vllm, 30, 4)]
    [TestCase(ChatModelProvider.Vllm, 2, 2)]
    public void AddChatModel_ForAProvider_SetsUpItsPool(ChatModelProvider provider, int keepAlive, int idle)
    {
        var handler = SocketsHandler(Services(Options(provider) with { KeepAlive = TimeSpan.FromSeconds(keepAlive), MaxConnections = 7 }));

        Assert.That(handler.PooledConnectionIdleTimeout, Is.EqualTo(TimeSpan.FromSeconds(idle)));
        Assert.That(handler.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)));
        Assert.That(handler.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(handler.MaxConnectionsPerServer, Is.EqualTo(7));
    }

    [Test]
    public void AddChatModel_WithAnUpstream_LeavesDeadlinesToThePipeline()
    {
        using var client = Services(Options()).GetRequiredService<IHttpClientFactory>().CreateClient(ChatModelRegistration.HttpClientName);

        Assert.That(client.Timeout, Is.EqualTo(Timeout.InfiniteTimeSpan));
    }

    [TestCase(ChatModelProvider.OpenAi, "openai", "gpt-4o-mini")]
    [TestCase(ChatModelProvider.Vllm, "vllm", "gpt-4o-mini")]
    public void AddChatModel_ForAProvider_DescribesIt(ChatModelProvider provider, string name, string model) =>
        Assert.That(Model(Options(provider)).Description, Is.EqualTo(new ChatModelDescription(name, model)));

    [Test]
    public void AddChatModel_WithAnUpstream_KeepsOneModelForTheProcess()
    {
        var services = Services(Options());

        var model = services.GetRequiredService<IChatModel>();

        Assert.That(services.GetServices<IChatModel>(), Is.EqualTo(new[] { model }));
    }

    [TestCase(301)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task CompleteAsync_WhenRedirected_DoesNotFollow(int status)
    {
        Upstream.Respond = _ => new StubAnswer
        {
            Status = status,
            Headers = new Dictionary<string, string> { ["Location"] = Upstream.BaseUrl + "/elsewhere" },
        };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenGivenACookie_DoesNotKeepIt()
    {
        var cookie = new Dictionary<string, string> { ["Set-Cookie"] = "a=b; Path=/" };
        Upstream.Respond = _ => StubAnswer.Content("hi") with { Headers = cookie };
        var model = Model();

        for (var i = 0; i < 2; i++) await model.CompleteAsync(Request(), CancellationToken.None);

        Assert.That(Upstream.Requests[1].Headers, Does.Not.ContainKey("Cookie"));
    }

    [Test]
    public async Task CompleteAsync_WhenTheAnswerIsCompressed_ReadsIt()
    {
        Upstream.Respond = _ => Compressed(StubAnswer.Content("hi").Body);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(Upstream.Requests.Single().Headers["Accept-Encoding"], Does.Contain("gzip"));
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task CompleteAsync_WhenTheCompressionIsDamaged_TriesAgain(string encoding)
    {
        var damaged = StubAnswer.Content("hi") with { Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding } };
        Upstream.RespondInTurn(damaged, damaged, damaged, StubAnswer.Content("hi"));
        var model = Model();

        var failure = await FailureOfAsync(model.CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
        Assert.That((await model.CompleteAsync(Request(), CancellationToken.None)).Choices[0].Text, Is.EqualTo("hi"));
    }

    [Test]
    public async Task CompleteAsync_WhenACompressedAnswerEndsHalfWay_TriesAgain()
    {
        var whole = Compressed(StubAnswer.Content("hi").Body);
        Upstream.RespondInTurn(whole with { Bytes = whole.Bytes[..(whole.Bytes.Length / 2)] }, whole);

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("hi"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("iso-8859-1", true)]
    [TestCase("\"ISO-8859-1\"", false)]
    [TestCase("utf-16", true)]
    [TestCase("nonsense", false)]
    [TestCase("utf-7", false)]
    public async Task CompleteAsync_WhenTheAnswerNamesACharset_ReadsItAsItIs(string charset, bool isMeant)
    {
        var whole = StubAnswer.Content("na\u00efve");
        var text = whole.Body.Replace("\\u00EF", "\u00ef", StringComparison.OrdinalIgnoreCase);
        Upstream.Respond = _ => whole with
        {
            Bytes = isMeant ? Encoding.GetEncoding(charset).GetBytes(text) : Encoding.UTF8.GetBytes(text),
            ContentType = $"application/json; charset={charset}",
        };

        var completion = await Model().CompleteAsync(Request(), CancellationToken.None);

        Assert.That(completion.Choices[0].Text, Is.EqualTo("na\u00efve"));
        Assert.That(text, Does.Contain('\u00ef'));
    }

    [Test]
    public async Task CompleteAsync_WhenTheAnswerBeginsWithAByteOrderMark_ReadsIt()
    {
        Upstream.Respond = _ => new StubAnswer { Body = "\uFEFF" + StubAnswer.Content("hi").Body };

        Assert.That((await Model().CompleteAsync(Request(), CancellationToken.None)).Choices[0].Text, Is.EqualTo("hi"));
    }

    [Test]
    public async Task CompleteAsync_WhenTheAnswerIsTooLarge_FailsAtOnce([Values] bool compressed)
    {
        var body = StubAnswer.Content(new string('x', 4 * 1024 * 1024)).Body;
        Upstream.Respond = _ => compressed ? Compressed(body) : new StubAnswer { Body = body };

        var failure = await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        Assert.That(failure.Failure, Is.EqualTo(ChatModelFailure.Failed));
        Assert.That(failure.Message, Does.Contain("answered with more than is read"));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CompleteAsync_WhenTheAnswerIsTooLarge_HangsUpOnTheRest()
    {
        var rest = new TaskCompletionSource();
        Upstream.Respond = _ => new StubAnswer { Bytes = new byte[40 * 1024 * 1024], BodyGate = rest.Task };

        await FailureOfAsync(Model().CompleteAsync(Request(), CancellationToken.None));

        await Upstream.Requests.Single().Aborted.InTimeAsync();
    }

    [Test]
    public async Task CompleteAsync_WhenTheAnswerIsJustSmallEnough_ReadsIt()
    {
        var frame = StubAnswer.Content("").Body.Length;
        Upstream.Respond = _ => StubAnswer.Content(new string('x', (4 * 1024 * 1024) - frame));

        Assert.That(
            (await Model().CompleteAsync(Request(), CancellationToken.None)).Choices[0].Text,
            Has.Length.EqualTo((4 * 1024 * 1024) - frame));
    }

    private static StubAnswer Compressed(string body)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest)) gzip.Write(Encoding.UTF8.GetBytes(body));
        return new StubAnswer { Bytes = bytes.ToArray(), Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } };
    }

    private static SocketsHttpHandler SocketsHandler(ServiceProvider services)
    {
        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ChatModelRegistration.HttpClientName);
        while (handler is DelegatingHandler outer) handler = outer.InnerHandler!;
        return (SocketsHttpHandler)handler;
    }
}
