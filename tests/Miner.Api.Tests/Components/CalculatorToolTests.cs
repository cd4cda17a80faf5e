using System.Text.Json.Nodes;
using Miner.Testing;

namespace Miner.Api.Tests.Components;

/// <summary>What the model calls while it answers, and what it is told.</summary>
[TestFixture]
internal sealed class CalculatorToolTests : MinerFixture
{
    private const string Question = "What is 12.5% of 17,344?";

    private static readonly StubAnswer Final = StubAnswer.Content(Answering.Fields("The answer is 2168."));

    protected override IEnumerable<(string Name, string Value)> Settings => [("ANSWER_TOOLS", "calculator")];

    [TestCase("complete")]
    [TestCase("refine")]
    public async Task Component_WhenTheModelCalls_TellsItTheResultAndGivesItsAnswer(string component)
    {
        Upstream.RespondInTurn(Evaluate("17344 * 12.5/100"), Final);

        var answer = await Service.AskAsync(Question, component);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "The answer is 2168.")));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("1"));
        Assert.That(Results(), Is.EqualTo(new[] { "2168" }));
        Assert.That(
            Calls(Upstream.Requests[1]).Single()["function"]!["arguments"]!.ToString(),
            Is.EqualTo("""{"operation":"evaluate","input":["17344 * 12.5/100"]}"""));
    }

    [TestCase("feedback")]
    [TestCase("summary")]
    public async Task Component_ThatDoesNotAnswerAQuestion_OffersNoTool(string component)
    {
        await Service.AskAsync(Requests.Body("c").WithPreviousOutputs(Requests.PreviousOutput("It is 42.")), component);

        Assert.That(Upstream.Requests[^1].Body.ContainsKey("tools"), Is.False);
    }

    [Test]
    public async Task Complete_WithoutTheSetting_OffersNoToolAndTakesACallForTheAnswer()
    {
        await RestartAsync();
        Upstream.RespondInTurn(StubAnswer.Calls(("answer", Answering.Fields("The answer is 2168."))));

        Assert.That((await Service.AskAsync(Question)).Text, Is.EqualTo("The answer is 2168."));
        Assert.That(Upstream.Requests.Single().Body.ContainsKey("tools"), Is.False);
    }

    [Test]
    public async Task Complete_WhenTheModelCallsTheAnswersForm_TakesItForTheAnswer()
    {
        await RestartAsync(("ANSWER_TOOLS", "calculator"), ("ANSWER_FORMAT", "json"));
        Upstream.RespondInTurn(StubAnswer.Calls(("answer", Answering.Fields("The answer is 2168."))));

        Assert.That((await Service.AskAsync(Question)).Text, Is.EqualTo("The answer is 2168."));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(1));
    }

    [TestCase("calculator", """{"operation":"evaluate","input":["1/0"]}""", "Error: This has no value")]
    [TestCase("calculator", """{"operation":"evaluate","input":["9^9^9^9"]}""", "Error: This is too large to be computed.")]
    [TestCase("calculator", """{"operation":"evaluate","input":["two and two"]}""", "Error: This is not a formula")]
    [TestCase("calculator", """{"operation":"integrate","input":["x"]}""", "Error: There is no such operation; there are evaluate,")]
    [TestCase("calculator", """{"operation":"evaluate","input":{"x":1}}""", "Error: The arguments must be one JSON object")]
    [TestCase("calculator", """{"operation":"evaluate","input":[null]}""", "Error: The arguments must be one JSON object")]
    [TestCase("calculator", """{"operation":"evaluate"}""", "Error: The arguments must be one JSON object")]
    [TestCase("calculator", "2 + 2", "Error: The arguments must be one JSON object")]
    [TestCase("calculator", """{"operation":"evaluate","input":["2 +""", "Error: The arguments must be one JSON object")]
    [TestCase("calculator", "", "Error: The arguments must be one JSON object")]
    [TestCase("calculator", """{"operation":"evaluate","input":["\ud800"]}""", "Error: This is not a formula")]
    [TestCase("web_search", """{"query":"12.5% of 17344"}""", "Error: There is no such tool; there is calculator.")]
    [TestCase("", "", "Error: There is no such tool; there is calculator.")]
    [TestCase("calculator", """{"operation":"evaluate","input":"2 + 2"}""", "4")]
    [TestCase("calculator", """{"operation":"gcd","input":[12, 18]}""", "6")]
    public async Task Complete_WhenACallIsOdd_TellsTheModelPlainly(string tool, string arguments, string told)
    {
        Upstream.RespondInTurn(StubAnswer.Calls((tool, arguments)), Final);

        var answer = await Service.AskAsync(Question);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "The answer is 2168.")));
        Assert.That(Results().Single(), Does.StartWith(told));
    }

    [Test]
    public async Task Complete_WhenTheArgumentsAreHuge_AnswersAtOnceAndDoesNotSendThemBack()
    {
        var deep = $$"""{"operation":"evaluate","input":["{{new string('(', 1_000_000)}}"]}""";
        Upstream.RespondInTurn(StubAnswer.Calls(("calculator", deep), ("calculator", new string('[', 1_000_000))), Final);

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 2168."));
        Assert.That(Results(), Is.EqualTo(new[] { "Error: The arguments are too long.", "Error: The arguments are too long." }));
        Assert.That(Upstream.Requests[1].RawBody, Has.Length.LessThan(10_000));
    }

    [Test]
    public async Task Complete_WhenTheModelCallsManyAtOnce_AnswersEightAndSaysSo()
    {
        Upstream.RespondInTurn(StubAnswer.Calls([.. Enumerable.Range(1, 11).Select(number => Call($"{number}^2"))]), Final);

        await Service.AskAsync(Question);

        Assert.That(
            Results(), Is.EqualTo(new[] { "1", "4", "9", "16", "25", "36", "49", "64\n3 calls beyond 8 were left out." }));
        Assert.That(Calls(Upstream.Requests[1]).Count(), Is.EqualTo(8));
    }

    [Test]
    public async Task Complete_WhenTheModelKeepsCalling_HasItAnswerAfterFourRounds()
    {
        Upstream.Respond = request => (string?)request.Body["tool_choice"] == "none" ? Final : Evaluate("6*7");

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 2168."));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(5));
        Assert.That(Results(), Is.EqualTo(new[] { "42", "42", "42", "42" }));
        Assert.That(
            Calls(Upstream.Requests[4]).Select(call => call["id"]!.ToString()).Distinct().Count(), Is.EqualTo(4), "ids are unique");
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("350"));
    }

    [Test]
    public async Task Complete_WhenTheModelCallsThoughItMayNot_AsksOnceMoreWithoutTools()
    {
        Upstream.Respond = request => request.Body.ContainsKey("tools") ? Evaluate("6*7") : Final;

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 2168."));
        Assert.That(Upstream.Requests, Has.Count.EqualTo(6));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("420"));
    }

    [Test]
    public async Task Complete_WhenTimeGetsShort_HasTheModelAnswer()
    {
        var gate = new TaskCompletionSource();
        Upstream.RespondInTurn(Evaluate("6*7") with { Gate = gate.Task }, Final);

        var asking = Service.AskAsync(Question);
        await Upstream.NextRequestAsync();
        Clock.Advance(TimeSpan.FromSeconds(17));
        gate.SetResult();

        Assert.That((await asking.InTimeAsync()).Text, Is.EqualTo("The answer is 2168."));
        Assert.That((string?)Upstream.Requests[1].Body["tool_choice"], Is.EqualTo("none"));
    }

    [Test]
    public async Task Complete_WhenARoundHangs_IsTheUpstreamsTimeout()
    {
        await RestartAsync([.. Settings, ("OFFLINE_FALLBACK", "false")]);
        Upstream.RespondInTurn(Evaluate("6*7"), StubAnswer.Hang);

        var answer = await Service.AskAndPassAsync("How many are there?", requests: 2, TimeSpan.FromSeconds(51));

        Assert.That(answer.Status, Is.EqualTo(504));
    }

    [Test]
    public async Task Complete_WhenARoundFails_AsksOnceMoreWithoutTools()
    {
        Upstream.RespondInTurn(Evaluate("6*7"), StubAnswer.Error(401), Final);

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("The answer is 2168."));
        Assert.That(Upstream.Requests[^1].Body.ContainsKey("tools"), Is.False);
    }

    [Test]
    public async Task Complete_OfSeveralSamples_LetsEachCallForItself()
    {
        await RestartAsync([.. Settings, ("SELF_CONSISTENCY_SAMPLES", "2")]);
        var (direct, called) = (Answering.Fields("The answer is 2168."), Answering.Fields("An eighth of it. The answer is 2168."));
        var both = JsonNode.Parse(StubAnswer.Content(direct).Body)!;
        both["choices"]!.AsArray().Add(JsonNode.Parse(Evaluate("17344/8").Body)!["choices"]![0]!.DeepClone());
        Upstream.RespondInTurn(StubAnswer.Json(both), StubAnswer.Content(called));

        var answer = await Service.AskAsync(Question);

        Assert.That(answer.Text, Is.EqualTo("An eighth of it. The answer is 2168."));
        Assert.That(answer.Headers["X-Samples-Used"], Is.EqualTo("2"));
        Assert.That(answer.Headers["X-Tokens-Used"], Is.EqualTo("140"));
        Assert.That(Upstream.Requests[1].Body.ContainsKey("n"), Is.False);
    }

    private static StubAnswer Evaluate(string formula) => StubAnswer.Calls(Call(formula));

    private static (string Name, string Arguments) Call(string formula) =>
        ("calculator", $$"""{"operation":"evaluate","input":["{{formula}}"]}""");

    /// <summary>All that the model was told of its calls.</summary>
    private string[] Results() =>
    [
        .. Upstream.Requests.Select(request => Messages(request, "tool").Select(message => message["content"]!.ToString()))
            .MaxBy(results => results.Count())!,
    ];

    private static IEnumerable<JsonNode> Calls(StubRequest request) =>
        Messages(request, "assistant").SelectMany(message => message["tool_calls"]!.AsArray()).OfType<JsonNode>();

    private static IEnumerable<JsonNode> Messages(StubRequest request, string role) =>
        request.Body["messages"]!.AsArray().OfType<JsonNode>().Where(message => (string?)message["role"] == role);
}
