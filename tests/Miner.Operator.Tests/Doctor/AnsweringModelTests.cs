using System.Text.Json.Nodes;
using Miner.Domain.Components;
using Miner.Testing;

namespace Miner.Operator.Tests.Doctor;

/// <summary>Whether it is the miner's own model that answers.</summary>
[TestFixture]
internal sealed class AnsweringModelTests : DoctorFixture
{
    [Test]
    public async Task Examine_WhenTheModelAnswers_NamesIt()
    {
        var report = await ExamineAsync();

        Assert.That(Of(report, "complete").Detail, Is.EqualTo("gpt-4o-mini answers."));
        Assert.That(report.Models, Is.EqualTo(new[] { new AnswersByModel(StubMiner.Model, 7) }));
    }

    [Test]
    public async Task Examine_WhenAnotherModelAnswersSomeComponents_CrossesThose()
    {
        LetAnswer("offline-1", "complete", "summary");

        var report = await ExamineAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Crosses(report), Is.EqualTo(new[] { "complete", "summary" }));
            Assert.That(Of(report, "complete").Detail, Is.EqualTo("offline-1 answers in place of gpt-4o-mini, the miner's model."));
            Assert.That(Of(report, "complete").Remedy, Does.Contain("Check that the model runs"));
            Assert.That(Of(report, "complete").Model, Is.EqualTo("offline-1"));
            Assert.That(
                report.Models, Is.EqualTo(new[] { new AnswersByModel(StubMiner.Model, 5), new AnswersByModel("offline-1", 2) }));
        });
    }

    [Test]
    public async Task Examine_OfAMinerWithTheEmbeddedModel_TakesItsAnswers()
    {
        Stub.Faults["/capabilities"] = _ => Capabilities("offline", "offline-1");
        LetAnswer("offline-1", [.. ComponentNames.All]);

        Assert.That((await ExamineAsync()).Passed, Is.True);
    }

    [Test]
    public async Task Examine_OfAMinerThatNamesNoModel_HoldsNothingAgainstIt()
    {
        Stub.Faults["/capabilities"] = _ => Capabilities(provider: null, model: null);
        LetAnswer("offline-1", "complete");

        Assert.That((await ExamineAsync()).Passed, Is.True);
    }

    [Test]
    public async Task Examine_OfAnswersThatNameNoModel_CountsNone()
    {
        foreach (var name in ComponentNames.All)
            Stub.Faults[$"/{name}"] = request => StubMiner.RightAnswer(request) with { Headers = new Dictionary<string, string>() };

        var report = await ExamineAsync();

        Assert.That(report.Passed, Is.True);
        Assert.That(Of(report, "refine").Detail, Is.EqualTo("It answers."));
        Assert.That(report.Models, Is.Empty);
    }

    [Test]
    public async Task Examine_OfAModelWithALongName_ShowsItsBeginning()
    {
        LetAnswer("two words" + new string('x', 5_000), "complete");

        var shown = Of(await ExamineAsync(), "complete").Detail;

        Assert.That(shown, Has.Length.LessThan(200).And.StartsWith("two_wordsxxx"));
    }

    private void LetAnswer(string model, params IEnumerable<string> components)
    {
        foreach (var name in components)
        {
            Stub.Faults[$"/{name}"] = request => StubMiner.RightAnswer(request) with
            {
                Headers = new Dictionary<string, string> { ["X-Model"] = model },
            };
        }
    }

    private static StubAnswer Capabilities(string? provider, string? model) => StubAnswer.Json(new JsonObject
    {
        ["llm_provider"] = provider,
        ["model"] = model,
        ["components"] = new JsonArray([.. ComponentNames.All.Select(name => JsonValue.Create(name))]),
    });
}
