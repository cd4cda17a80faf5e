using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Scoring;

namespace Miner.Operator.Tests.Evaluation;

internal sealed class MinerOverHttpTests
{
    private const string Answer =
        """{"cid":"evaluation","task":"t","input":[{"user_query":"6*7?"}],"output":{"immediate_response":"It is 42.","""
            + """ "notebook":"no update"},"component":"complete"}""";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Test]
    public async Task AskAsync_OfAMinerThatAnswers_AsksWithoutHistoryAndPlaybook()
    {
        JsonNode? sent = null;
        using var miner = Miner(async request =>
        {
            sent = JsonNode.Parse(await request.Content!.ReadAsStringAsync());
            return Json(HttpStatusCode.OK, Answer);
        });

        var reply = await AskedAsync(miner);

        Assert.That(reply, Is.EqualTo(new MinerReply.Answered("It is 42.", Model: null)));
        Assert.That(sent!["input"]![0]!["user_query"]!.ToString(), Is.EqualTo("6*7?"));
        Assert.That(((bool)sent["use_conversation_history"]!, (bool)sent["use_playbook"]!), Is.EqualTo((false, false)));
    }

    [TestCase("17", 17)]
    [TestCase("0", 1)]
    [TestCase("Fri, 02 Jan 2026 03:04:35 GMT", 30)]
    [TestCase("soon", 5)]
    [TestCase("99999999999999999999", 86_400)]
    [TestCase(null, 5)]
    public async Task AskAsync_OfAMinerOverItsLimit_SaysWhenToAskAgain(string? retryAfter, int seconds)
    {
        using var miner = Miner(_ =>
        {
            var response = Json(
                HttpStatusCode.TooManyRequests,
                """{"type":"about:blank","title":"Too Many Requests","status":429,"detail":"d","trace_id":"t"}""");
            if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return Task.FromResult(response);
        });

        Assert.That(
            await AskedAsync(miner),
            Is.EqualTo(new MinerReply.Limited(TimeSpan.FromSeconds(seconds))));
    }

    [TestCase(HttpStatusCode.BadGateway, "<html>proxy</html>", "HTTP 502")]
    [TestCase(HttpStatusCode.InternalServerError, "", "HTTP 500")]
    [TestCase(HttpStatusCode.OK, "not JSON", "the answer is not one of the contract")]
    [TestCase(HttpStatusCode.OK, "{}", "the answer is not one of the contract")]
    [TestCase(HttpStatusCode.Redirect, "", "HTTP 302")]
    public async Task AskAsync_OfAMinerThatFails_SaysHow(HttpStatusCode status, string body, string reason)
    {
        using var miner = Miner(_ => Task.FromResult(Json(status, body)));

        Assert.That(await AskedAsync(miner), Is.EqualTo(new MinerReply.Failed(reason)));
    }

    [Test]
    public async Task AskAsync_WithinAnothersTrace_HasOneOfItsOwnForEachQuestion()
    {
        using var miner = Miner(_ => Task.FromResult(Json(HttpStatusCode.OK, Answer)));
        using var around = new Activity("around").SetIdFormat(ActivityIdFormat.W3C).Start();

        var first = await miner.AskAsync("6*7?", CancellationToken.None);
        var second = await miner.AskAsync("6*7?", CancellationToken.None);

        Assert.That(new[] { first.TraceId, second.TraceId, around.TraceId.ToHexString() }, Is.Unique);
        Assert.That(Activity.Current, Is.SameAs(around));
    }

    [TestCase("true", true)]
    [TestCase(null, false)]
    public async Task AskAsync_OfAnAnswerThatWasCut_SaysSo(string? truncated, bool isCut)
    {
        using var miner = Miner(_ =>
        {
            var response = Json(HttpStatusCode.OK, Answer);
            if (truncated is not null) response.Headers.Add("X-Truncated", truncated);
            return Task.FromResult(response);
        });

        Assert.That(((MinerReply.Answered)await AskedAsync(miner)).IsCut, Is.EqualTo(isCut));
    }

    [TestCase(HttpStatusCode.GatewayTimeout, WrongAnswerCause.TimedOut)]
    [TestCase(HttpStatusCode.UnprocessableEntity, WrongAnswerCause.Refused)]
    [TestCase(HttpStatusCode.BadGateway, WrongAnswerCause.Failed)]
    public async Task AskAsync_OfAMinerThatFails_TellsTheCause(HttpStatusCode status, WrongAnswerCause cause)
    {
        using var miner = Miner(_ => Task.FromResult(Json(status, "{}")));

        Assert.That(((MinerReply.Failed)await AskedAsync(miner)).Cause, Is.EqualTo(cause));
    }

    [Test]
    public async Task AskAsync_OfAMinerThatIsGone_IsAFailedRequest()
    {
        using var miner = Miner(_ => throw new HttpRequestException("Connection refused"));

        Assert.That(await AskedAsync(miner), Is.EqualTo(new MinerReply.Failed("no connection")));
    }

    [Test]
    public async Task AskAsync_WhenTheClientGivesUpWaiting_IsAFailedRequest()
    {
        using var miner = Miner(_ => throw new TaskCanceledException("The request was canceled due to the configured timeout"));

        Assert.That(await AskedAsync(miner), Is.EqualTo(new MinerReply.Failed("no answer within 60 s", WrongAnswerCause.TimedOut)));
    }

    [Test]
    public void AskAsync_WhenTheEvaluationEnds_IsCancelled()
    {
        using var end = new CancellationTokenSource();
        using var miner = Miner(_ =>
        {
            end.Cancel();
            throw new TaskCanceledException();
        });

        Assert.That(() => miner.AskAsync("6*7?", end.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(HttpStatusCode.Unauthorized)]
    [TestCase(HttpStatusCode.Forbidden)]
    public void AskAsync_WithAWrongKey_EndsTheEvaluation(HttpStatusCode status)
    {
        using var miner = Miner(_ => Task.FromResult(Json(status, "{}")));

        Assert.That(
            () => miner.AskAsync("6*7?", CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contain("refuses the key"));
        Assert.That(
            () => miner.CheckAsync(CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contain("refuses the key"));
    }

    [Test]
    public void CheckAsync_WhenNobodyAnswers_NamesTheAddress()
    {
        using var miner = Miner(_ => throw new HttpRequestException("Connection refused"));

        Assert.That(
            () => miner.CheckAsync(CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.EqualTo("No miner answers at http://miner.test/: no connection."));
    }

    [TestCase("""{"status":"healthy","llm_provider":"openai","model":"gpt-4o-mini"}""", "openai gpt-4o-mini")]
    [TestCase("""{"status":"healthy"}""", null)]
    public async Task CheckAsync_OfAMinerThatTellsLessThanThisOne_TakesIt(string health, string? model)
    {
        using var miner = Miner(request => Task.FromResult(
            Json(HttpStatusCode.OK, request.RequestUri!.AbsolutePath == "/health" ? health : """{"components":["complete"]}""")));

        Assert.That((await miner.CheckAsync(CancellationToken.None)).Describe(), Is.EqualTo(model));
    }

    [Test]
    public async Task CheckAsync_OfAMinerOverItsLimit_KnowsItsModelAllTheSame()
    {
        using var miner = Miner(request => Task.FromResult(request.RequestUri!.AbsolutePath == "/health"
            ? Json(HttpStatusCode.OK, """{"status":"healthy","llm_provider":"vllm","model":"llama"}""")
            : Json(HttpStatusCode.TooManyRequests, "{}")));

        Assert.That((await miner.CheckAsync(CancellationToken.None)).Describe(), Is.EqualTo("vllm llama"));
    }

    [TestCase("gpt-4o-mini", "gpt-4o-mini")]
    [TestCase("", null)]
    [TestCase(null, null)]
    public async Task AskAsync_Always_TellsWhichModelAnswered(string? header, string? model)
    {
        using var miner = Miner(_ =>
        {
            var response = Json(HttpStatusCode.OK, Answer);
            if (header is not null) response.Headers.TryAddWithoutValidation("X-Model", header);
            return Task.FromResult(response);
        });

        var reply = await AskedAsync(miner);
        Assert.That(reply, Is.EqualTo(new MinerReply.Answered("It is 42.", model)));
    }

    [TestCase("<html>")]
    [TestCase("null")]
    [TestCase("""{"llm_provider":"openai"}""")]
    [TestCase("""{"status":"\ud800"}""")]
    public void CheckAsync_OfSomethingElse_SaysThatItIsNoMiner(string health)
    {
        using var miner = Miner(_ => Task.FromResult(Json(HttpStatusCode.OK, health)));

        Assert.That(
            () => miner.CheckAsync(CancellationToken.None),
            Throws.TypeOf<OperatorException>().With.Message.Contain("not one of the contract"));
    }

    [TestCase("http://miner.test", "http://miner.test/")]
    [TestCase("http://miner.test/behind/proxy", "http://miner.test/behind/proxy/")]
    public void Connect_ToAnAddressWithAPath_KeepsIt(string address, string expected)
    {
        using var http = MinerOverHttp.Connect(new Uri(address), "key");

        Assert.That(http.BaseAddress!.ToString(), Is.EqualTo(expected));
    }

    /// <summary>Without the trace id, which is another each time.</summary>
    private static async Task<MinerReply> AskedAsync(MinerOverHttp miner) =>
        await miner.AskAsync("6*7?", CancellationToken.None) with { TraceId = null };

    private MinerOverHttp Miner(Func<HttpRequestMessage, Task<HttpResponseMessage>> respond) =>
        new(new HttpClient(new StubHandler(respond)) { BaseAddress = new Uri("http://miner.test") }, _time);

    private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class StubHandler(Func<HttpRequestMessage, Task<HttpResponseMessage>> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            respond(request);
    }
}
