using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Miner.Application.Ports;
using Miner.Infrastructure.Llm;
using Miner.Testing;

namespace Miner.Infrastructure.Tests.Llm;

/// <summary>What is learnt of an upstream's refusals, from which of them, and for how long.</summary>
internal sealed class LearntShapeTests : ChatModelFixture
{
    private static readonly TimeSpan Certain = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Suspected = TimeSpan.FromMinutes(1);

    private static readonly StubAnswer NoFormat = StubAnswer.Error(400, "response_format is not supported");

    /// <summary>Errors that speak of no parameter that was sent.</summary>
    private static IEnumerable<StubAnswer> Strays() =>
    [
        StubAnswer.Error(400, "Something went wrong."),
        StubAnswer.Error(400, "Invalid request", type: "invalid_request_error"),
        StubAnswer.Error(422, "unprocessable"),
        StubAnswer.Error(400, "Your prompt was flagged as potentially violating our usage policy."),
        StubAnswer.Error(400, "prompt is too long: 210000 tokens > 200000 maximum"),
        new() { Status = 400 },
        new() { Status = 400, Body = "<html>Bad Request", ContentType = "text/html" },
        new() { Status = 404, Body = "not found" },
    ];

    [TestCaseSource(nameof(Strays))]
    public async Task CompleteAsync_AfterOneStrayRefusal_AsksAsBefore(StubAnswer stray)
    {
        Upstream.RespondInTurn(stray, StubAnswer.Content("hi"));
        var services = Services(Options());
        var model = services.GetRequiredService<IChatModel>();
        await FailureOfAsync(model.CompleteAsync(Request("x", Schema), CancellationToken.None));

        await model.CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(request => request.RawBody).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(2));
        Assert.That(Refused(services), Is.Empty);
    }

    [Test]
    public async Task CompleteAsync_WhenAProxyWrapsTheRefusal_AsksOtherwiseAndRemembersIt()
    {
        const string Inner = """{"error":{"message":"Unsupported value: 'temperature' does not support 0.7","code":"unsupported_value"}}""";
        var wrapped = new JsonObject { ["error"] = new JsonObject { ["message"] = $"Error from provider(x): {Inner}" } };
        Upstream.Respond = request =>
            request.Body.ContainsKey("temperature") ? StubAnswer.Json(wrapped) with { Status = 400 } : null;
        var services = Services(Options());
        var model = services.GetRequiredService<IChatModel>();

        for (var i = 0; i < 2; i++) await model.CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(3));
        Assert.That(Refused(services), Is.EqualTo(new[] { "temperature" }));
    }

    [Test]
    public async Task CompleteAsync_TenMinutesAfterARefusal_AsksAsAtFirst()
    {
        Upstream.Respond = request => request.Body.ContainsKey("response_format") ? NoFormat : null;
        var services = Services(Options());
        var model = services.GetRequiredService<IChatModel>();
        await model.CompleteAsync(Request("x", Schema), CancellationToken.None);
        Assert.That(Refused(services), Is.EqualTo(new[] { "response_format (canvas)" }));

        Clock.Advance(Certain - TimeSpan.FromSeconds(1));
        await model.CompleteAsync(Request("x", Schema), CancellationToken.None);
        Assert.That(Upstream.Requests, Has.Count.EqualTo(4));

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(Refused(services), Is.Empty);
        Upstream.Respond = null;
        await model.CompleteAsync(Request("x", Schema), CancellationToken.None);
        Assert.That(Format(Upstream.Requests[^1]), Is.EqualTo("json_schema"));
    }

    [TestCase(500)]
    [TestCase(501)]
    public async Task CompleteAsync_WhenItFailsTwiceAlikeAtTheForm_AsksForTextAndForgetsItInAMinute(int status)
    {
        Upstream.Respond = request => request.Body.ContainsKey("response_format") ? StubAnswer.Error(status, "internal error") : null;
        var services = Services(Options());
        var model = services.GetRequiredService<IChatModel>();

        await model.CompleteAsync(Request("x", Schema), CancellationToken.None);
        Assert.That(Upstream.Requests.Select(Format), Is.EqualTo(new[] { "json_schema", "json_schema", null }));
        Assert.That(Refused(services), Is.EqualTo(new[] { "response_format (canvas)" }));

        Clock.Advance(Suspected);
        Assert.That(Refused(services), Is.Empty);
    }

    [TestCase(500, "The model produced output that does not match the expected peg-native format", 3)]
    [TestCase(404, "response_format type must be one of text, json_object", 2)]
    [TestCase(501, "grammar is not supported", 3)]
    public async Task CompleteAsync_WhenItFailsAtTheFormAndSaysSo_AsksForText(int status, string message, int calls)
    {
        Upstream.Respond = request => request.Body.ContainsKey("response_format") ? StubAnswer.Error(status, message) : null;
        var services = Services(Options());

        await services.GetRequiredService<IChatModel>().CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(Upstream.Requests, Has.Count.EqualTo(calls));
        Assert.That(Format(Upstream.Requests[^1]), Is.Null);
        Clock.Advance(Certain - TimeSpan.FromMinutes(1));
        Assert.That(Refused(services), Is.EqualTo(new[] { "response_format (canvas)" }));
    }

    [Test]
    public async Task CompleteAsync_WhenItFailsOnceAndThenAnswers_LearnsNothing()
    {
        Upstream.RespondInTurn(StubAnswer.Error(500, "internal error"), StubAnswer.Content("hi"));
        var services = Services(Options());

        await services.GetRequiredService<IChatModel>().CompleteAsync(Request("x", Schema), CancellationToken.None);

        Assert.That(Upstream.Requests.Select(Format), Is.All.EqualTo("json_schema"));
        Assert.That(Refused(services), Is.Empty);
    }

    private static IReadOnlyList<string> Refused(ServiceProvider services) => services.GetRequiredService<UpstreamModel>().Refused;

    private static string? Format(StubRequest request) => (string?)request.Body["response_format"]?["type"];
}
