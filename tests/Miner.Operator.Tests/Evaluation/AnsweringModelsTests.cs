using System.Text.Json.Nodes;
using Miner.Operator.Evaluation;
using Miner.Operator.Evaluation.Report;
using static Miner.Operator.Tests.Evaluation.EvaluationFixture;

namespace Miner.Operator.Tests.Evaluation;

/// <summary>Whether it was the miner's own model that was measured.</summary>
[TestFixture]
internal sealed class AnsweringModelsTests
{
    [Test]
    public async Task Evaluate_WhenAnotherModelAnswers_SaysThatThisIsNotTheMinersScore()
    {
        using var fixture = new EvaluationFixture(Problem("1"), Problem("2"), Problem("3"))
        {
            Answer = (question, _) => Reply("42", question == "3" ? "gpt-4o-mini-2024-07-18" : "offline-1"),
        };

        var report = await fixture.EvaluateAsync();

        const string sentence =
            "Another model than the miner names as its own gave 2 of 3 answers, so this is not its score: "
                + "offline-1 2, gpt-4o-mini-2024-07-18 1.";
        Assert.Multiple(() =>
        {
            Assert.That(report.Summary.ByAnotherModel, Is.EqualTo(2));
            Assert.That(report.Summary.OtherModels, Is.EqualTo(sentence));
            Assert.That(HtmlReport.Write(report), Does.Contain($"<p class=\"bad\">{sentence}</p>"));
            Assert.That(report.Answers.Select(answer => answer.Model), Is.EqualTo(
                new[] { "offline-1", "offline-1", "gpt-4o-mini-2024-07-18" }));
        });
    }

    [Test]
    public async Task Evaluate_Always_WritesWhoAnsweredIntoTheJson()
    {
        using var fixture = new EvaluationFixture(Problem("1")) { Answer = (_, _) => Reply("42", "gpt-4o-mini") };

        await fixture.EvaluateAsync();

        var written = JsonNode.Parse(fixture.Written!)!;
        Assert.Multiple(() =>
        {
            Assert.That(written["setup"]!["model"]!.ToString(), Is.EqualTo("openai gpt-4o-mini"));
            Assert.That(written["summary"]!["models"]!.ToJsonString(), Is.EqualTo("""[{"model":"gpt-4o-mini","answers":1}]"""));
            Assert.That((int)written["summary"]!["by_another_model"]!, Is.Zero);
            Assert.That(written["answers"]![0]!["model"]!.ToString(), Is.EqualTo("gpt-4o-mini"));
        });
    }

    [Test]
    public async Task Evaluate_OfFailedRequests_CountsNoModel()
    {
        using var fixture = new EvaluationFixture(Problem("1"))
        {
            Answer = (_, _) => Task.FromResult<MinerReply>(new MinerReply.Failed("HTTP 502")),
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Summary.Models, Is.Empty);
        Assert.That(report.Summary.OtherModels, Is.Null);
    }

    [Test]
    public async Task Evaluate_OfTheEmbeddedModel_IsItsScore()
    {
        using var fixture = new EvaluationFixture(Problem("1"))
        {
            Configured = new ConfiguredModel("offline", "offline-1"),
            Answer = (_, _) => Reply("42", "offline-1"),
        };

        var report = await fixture.EvaluateAsync();

        Assert.That(report.Summary.OtherModels, Is.Null);
        Assert.That(report.Summary.Models, Is.EqualTo(new[] { new AnswersByModel("offline-1", 1) }));
    }
}
