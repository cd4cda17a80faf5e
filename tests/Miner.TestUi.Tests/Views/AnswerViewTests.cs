using System.Text.Json.Nodes;
using Miner.Client;
using Miner.TestUi.Calls;
using Miner.TestUi.Forms;
using Miner.TestUi.Views;

namespace Miner.TestUi.Tests.Views;

/// <summary>An answer, several to one question, or why there is none.</summary>
[TestFixture]
internal sealed class AnswerViewTests
{
    private static readonly ComponentChoice Complete = ComponentChoice.All[0];

    [Test]
    public async Task Agreement_OfAnswers_SaysHowManySayTheMost()
    {
        var text = await AgreementAsync(
            Rendered.Answered("The answer is 0.5."), Rendered.Answered("The answer is 7."), Rendered.Answered("It is \\boxed{1/2}."));

        Assert.That(text, Does.StartWith("2 of 3 say 0.5. Each was asked without the conversation's messages."));
        Assert.That(text, Does.Not.Contain("failed"));
    }

    [Test]
    public async Task Agreement_OfAnswersWithoutAFinalOne_SaysSo() => Assert.That(
        await AgreementAsync(Rendered.Answered(string.Concat(Enumerable.Repeat("Well, that depends. ", 40)))),
        Does.StartWith("1 of 1 says nothing final."));

    [Test]
    public async Task Agreement_WithFailures_TellsTheFirst()
    {
        var text = await AgreementAsync(
            Rendered.Failed<ComponentResponse>(), Rendered.Answered("The answer is 7."), Rendered.Failed<ComponentResponse>());

        Assert.That(text, Does.StartWith("1 of 3 says 7.").And.Contain("2 of 3 failed, the first of them so: Down Nothing listens there."));
    }

    [Test]
    public async Task Answer_OfALongChain_SendsOnTheNewestTwenty()
    {
        var request = new ComponentRequest
        {
            Cid = "c",
            Task = "task",
            Input = [new QueryItem { UserQuery = "a \"quoted\" query" }],
            PreviousOutputs = [.. Enumerable.Range(1, 20).Select(Previous)],
        };

        var html = await AnswerAsync(request, "It is 4.", "x = 4");

        var sent = JsonNode.Parse(Rendered.Values(html, "data-outputs").Single())!.AsArray();
        Assert.That(sent, Has.Count.EqualTo(20));
        Assert.That((string?)sent[0]!["output"]!["immediate_response"], Is.EqualTo("answer 2"), "the oldest gives way");
        Assert.That((string?)sent[^1]!["output"]!["notebook"], Is.EqualTo("x = 4"));
        Assert.That((string?)sent[^1]!["component"], Is.EqualTo("complete"));
        Assert.That(Rendered.Values(html, "data-queries").Single(), Is.EqualTo("""["a \u0022quoted\u0022 query"]"""));
        Assert.That(Rendered.Text(html), Does.Contain("Notebook x = 4"));
    }

    [Test]
    public async Task Answer_WithoutANotebook_ShowsNone()
    {
        var request = new ComponentRequest { Cid = "c", Task = "", Input = [new QueryItem { UserQuery = "q" }] };

        Assert.That(Rendered.Text(await AnswerAsync(request, "It is 4.", "no update")), Does.Not.Contain("Notebook"));
    }

    [Test]
    public async Task Failure_OfFields_LinksThoseOfTheWorkbench()
    {
        var failure = new Failure("422", "Invalid.", [
            new FieldMessage(["body", "input", "1", "user_query"], "Blank."), new FieldMessage(["body", "flag"], "Unknown."),
        ]);

        var html = await Rendered.HtmlAsync<FailureView>(("Failure", failure), ("Component", Complete));

        Assert.That(Rendered.Values(html, "href"), Is.EqualTo(new[] { "#query-1" }));
        Assert.That(Rendered.Text(html), Is.EqualTo("422 Invalid. input.1.user_query: Blank. flag: Unknown."));
    }

    [TestCase("path/cid", "#cid")]
    [TestCase("body/seed", "#evaluate-seed")]
    [TestCase("body/task", "")]
    public async Task Failure_OfAView_LinksItsOwnFields(string loc, string link)
    {
        var failure = new Failure("422", "Invalid.", [new FieldMessage(loc.Split('/'), "Blank.")]);

        var html = await Rendered.HtmlAsync<FailureView>(("Failure", failure));

        Assert.That(string.Concat(Rendered.Values(html, "href")), Is.EqualTo(link));
    }

    [Test]
    public async Task Failure_ThatMayPass_CountsDownToASecondLater()
    {
        var failure = new Failure("429", "Too many.", RetryAfter: TimeSpan.FromSeconds(2.5), RetryAt: Rendered.Now.AddSeconds(2.5));

        var html = await Rendered.HtmlAsync<FailureView>(("Failure", failure), ("Component", Complete));

        Assert.That(Rendered.Values(html, "data-retry-at").Single(), Is.EqualTo("2026-11-23T12:00:33Z"));
        Assert.That(Rendered.Text(html), Does.Contain("Try again in 3 s, at 2026-11-23 12:00:32 UTC"));
    }

    [TestCase(401, true)]
    [TestCase(403, true)]
    [TestCase(500, false)]
    public async Task Failure_ForTheKey_SaysWhichIsUsed(int status, bool isSaid)
    {
        var text = await Rendered.TextAsync<FailureView>(
            ("Failure", new Failure($"{status}", "No.") { TraceId = "trace-1" }), ("Exchange", Rendered.Exchange(status)));

        Assert.That(text.Contains("The page asks with the first key of its own API_KEY.", StringComparison.Ordinal), Is.EqualTo(isSaid));
        Assert.That(text, Does.Contain("13 ms, trace trace-1 What happened"));
    }

    private static Task<string> AgreementAsync(params Reply<ComponentResponse>[] replies) =>
        Rendered.TextAsync<AgreementView>(("Component", Complete), ("Replies", replies));

    private static Task<string> AnswerAsync(ComponentRequest request, string response, string notebook)
    {
        var answer = Rendered.Answered(response).Value! with
        {
            Output = new OutputItem { ImmediateResponse = response, Notebook = notebook },
        };
        return Rendered.HtmlAsync<AnswerView>(
            ("Component", Complete), ("Request", request), ("Answer", answer), ("Exchange", Rendered.Exchange()));
    }

    private static PreviousOutputItem Previous(int number) => new()
    {
        Task = "t",
        Input = [],
        Output = new OutputItem { ImmediateResponse = $"answer {number}", Notebook = "no update" },
        Component = "refine",
    };
}
