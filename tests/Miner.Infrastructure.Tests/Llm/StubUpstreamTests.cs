using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>The suites of three projects stand on the stub, so what it answers is pinned here.</summary>
internal sealed class StubUpstreamTests
{
    private StubUpstream _upstream = null!;
    private HttpClient _http = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _upstream = await StubUpstream.StartAsync();
        _http = new HttpClient();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _upstream.DisposeAsync();
    }

    [TestCase("hello", """{"immediate_response": "The answer is 42.", "notebook": "no update"}""")]
    [TestCase("SHAPE:plain", "Just text, no JSON at all.")]
    [TestCase("SHAPE:dictnb.", """{"immediate_response": "made", "notebook": {"a": 1}}""")]
    [TestCase("SHAPE:write", """{"immediate_response": "wrote it", "notebook": "print('hi')"}""")]
    [TestCase("SHAPE:newline", "{\"immediate_response\": \"line1\nline2\", \"notebook\": \"no update\"}")]
    [TestCase("please RAW:w6QgYiBj\n", "ä b c")]
    public async Task Answer_WhenTheLastMessageNamesAShape_HasIt(string message, string content)
    {
        var answer = await AskAsync(message);

        Assert.That((string?)answer["choices"]![0]!["message"]!["content"], Is.EqualTo(content));
        Assert.That(answer["usage"]!.ToJsonString(), Is.EqualTo("""{"prompt_tokens":50,"completion_tokens":20,"total_tokens":70}"""));
        Assert.That((string?)answer["model"], Is.EqualTo("fake-model"));
    }

    [TestCase("SHAPE:fenced", "Sure!\n```json\n{\"immediate_response\"")]
    [TestCase("SHAPE:think", "<think>")]
    [TestCase("SHAPE:double", "\"{")]
    [TestCase("read the insight_type", "```json\n[{\"insight_type\"")]
    public async Task Answer_WhenTheShapeIsWrapped_StartsWithTheWrapping(string message, string start)
    {
        var answer = await AskAsync(message);

        Assert.That((string?)answer["choices"]![0]!["message"]!["content"], Does.StartWith(start));
    }

    [TestCase("FAULT:500", HttpStatusCode.InternalServerError)]
    [TestCase("FAULT:429", HttpStatusCode.TooManyRequests)]
    [TestCase("FAULT:401", HttpStatusCode.Unauthorized)]
    public async Task Answer_WhenTheLastMessageAsksForAFault_HasItsStatus(string message, HttpStatusCode status)
    {
        using var answer = await PostAsync(message, n: 1, CancellationToken.None);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(answer.Headers.RetryAfter?.ToString(), Is.EqualTo(status == HttpStatusCode.TooManyRequests ? "1" : null));
    }

    [Test]
    public void Answer_WhenAskedForAReset_NeverComes() =>
        Assert.That(async () => await AskAsync("FAULT:reset"), Throws.InstanceOf<HttpRequestException>());

    [Test]
    public async Task Answer_WhenSeveralChoicesAreAskedFor_HasAsMany()
    {
        using var answer = await PostAsync("hello", n: 3, CancellationToken.None);

        Assert.That(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["choices"]!.AsArray(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Aborted_WhenTheCallerGivesUp_Completes()
    {
        using var patience = new CancellationTokenSource();
        var call = PostAsync("FAULT:hang", n: 1, patience.Token);
        var request = await _upstream.NextRequestAsync();

        await patience.CancelAsync();

        Assert.That(async () => await call, Throws.InstanceOf<OperationCanceledException>());
        await request.Aborted.InTimeAsync();
    }

    [Test]
    public async Task Requests_WhenOneIsAnswered_RecordIt()
    {
        _upstream.Respond = request => request.LastMessage == "scripted" ? new StubAnswer { Status = 418, Body = "tea" } : null;

        using var answer = await PostAsync("scripted", n: 1, CancellationToken.None);

        Assert.That((int)answer.StatusCode, Is.EqualTo(418));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("tea"));
        var request = _upstream.Requests.Single();
        Assert.That((request.Method, request.Path), Is.EqualTo(("POST", "/v1/chat/completions")));
        Assert.That(request.Headers["content-type"], Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(Encoding.UTF8.GetByteCount(request.RawBody).ToString(), Is.EqualTo(request.Headers["Content-Length"]));
    }

    [TestCase("GET", 204, "")]
    [TestCase("GET", 204, "left over")]
    [TestCase("GET", 304, "")]
    [TestCase("HEAD", 200, "left over")]
    public async Task Answer_WhenItMayHaveNoBody_LeavesTheConnectionToTheNext(string method, int status, string body)
    {
        _upstream.Respond = _ => new StubAnswer { Status = status, Body = body };
        using var connection = new TcpClient();
        await connection.ConnectAsync(_upstream.BaseUrl.Host, _upstream.BaseUrl.Port);
        var requests = $"{method} / HTTP/1.1\r\nHost: stub\r\n\r\n{method} / HTTP/1.1\r\nHost: stub\r\nConnection: close\r\n\r\n";
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(requests));
        using var reader = new StreamReader(connection.GetStream());

        var answers = (await reader.ReadToEndAsync()).Split("HTTP/1.1 ", StringSplitOptions.RemoveEmptyEntries);

        Assert.That(answers, Has.Length.EqualTo(2));
        Assert.That(answers, Has.All.StartsWith($"{status} ").And.All.EndsWith("\r\n\r\n"));
        Assert.That(answers, Has.None.Contains("chunked").IgnoreCase);
    }

    private async Task<JsonNode> AskAsync(string message)
    {
        using var answer = await PostAsync(message, n: 1, CancellationToken.None);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private async Task<HttpResponseMessage> PostAsync(string message, int n, CancellationToken cancellationToken)
    {
        using var body = JsonContent.Create(new { model = "m", n, messages = new[] { new { role = "user", content = message } } });
        await body.LoadIntoBufferAsync(cancellationToken);
        return await _http.PostAsync(new Uri(_upstream.BaseUrl + "/chat/completions"), body, cancellationToken);
    }
}
