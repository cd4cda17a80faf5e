using System.Text.Json.Nodes;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class AggregateTests
{
    private MinerFactory _miner = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartMiner()
    {
        _miner = await MinerFactory.StartAsync();
        _client = _miner.CreateKeyedClient();
    }

    [TearDown]
    public async Task StopMiner()
    {
        _client.Dispose();
        await _miner.DisposeAsync();
    }

    [TestCase("What is 6*7?", "Consensus: 42 (4 of 5 outputs agree)", "The answer is 42.", "I get 42", "42.0", "**42**", "It is 41.")]
    [TestCase("What is 6*7?", "Consensus: 42 (2 of 5 outputs agree; tied with 41)", "It is 40.", "It is 42.", "It is 41.", "It is 42.", "It is 41.")]
    [TestCase("Solve it.", @"Consensus: \frac{1}{2} (3 of 3 outputs agree)", @"So \boxed{\frac{1}{2}}.", "ANSWER: 0.5", "#### 1/2")]
    [TestCase("Which city?", "Consensus: Paris (2 of 3 outputs agree)", "The answer is Paris.", "After much thought.\nA: paris", "ANSWER: London")]
    [TestCase("What share?", "Consensus: 50% (1 of 2 outputs agree; tied with 50)", "The answer is 50%.", "The answer is 50.")]
    public async Task Aggregate_OfOutputsWithFinalAnswers_CountsThemWithoutAModel(string query, string firstLine, params string[] outputs)
    {
        var answer = await AggregateAsync(query, [.. outputs.Select(output => Requests.PreviousOutput(output))]);

        Assert.That(answer["immediate_response"]!.ToString().Split('\n')[0], Is.EqualTo(firstLine));
        Assert.That(_miner.Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task Aggregate_UnderItsFirstLine_GivesTheFullestOutputAndTheMinority()
    {
        var answer = await AggregateAsync(
            "What is 6*7?",
            Requests.PreviousOutput("It is 42."), Requests.PreviousOutput("Six sevens make 42, because 6*7 = 42."), Requests.PreviousOutput("It is 41."));

        Assert.That(answer["immediate_response"]!.ToString(), Is.EqualTo(
            "Consensus: 42 (2 of 3 outputs agree)\n\nSix sevens make 42, because 6*7 = 42.\n\nMinority answers:\n- 41 (1 of 3)"));
    }

    [Test]
    public async Task Aggregate_OfNotebooks_VotesOnTheRealOnes()
    {
        var answer = await AggregateAsync(
            "What is 6*7?",
            Requests.PreviousOutput("42"), Requests.PreviousOutput("42"), Requests.PreviousOutput("42", "b"), Requests.PreviousOutput("42", "a"),
            Requests.PreviousOutput("42", "a \r\n"));

        Assert.That(answer["notebook"]!.ToString().Trim(), Is.EqualTo("a"));
    }

    [Test]
    public async Task Aggregate_OfFreeText_AsksTheModelWithTheGroupsLaidOut()
    {
        var answer = await AggregateAsync(
            "Describe the sea.",
            Requests.PreviousOutput("The sea is a wide and restless thing."), Requests.PreviousOutput("The sea is a wide and restless thing. "),
            Requests.PreviousOutput("Water, mostly; salt for the rest.", "kept"));

        Assert.That(answer["immediate_response"]!.ToString(), Is.EqualTo("The answer is 42."));
        Assert.That(answer["notebook"]!.ToString(), Is.EqualTo("kept"));
        Assert.That(
            _miner.Upstream.Requests.Single().LastMessage,
            Does.Contain("group 1, given by 2 of 3 outputs").And.Contain("group 2, given by 1 of 3 outputs").And.Contain("Describe the sea."));
        Assert.That((double)_miner.Upstream.Requests.Single().Body["temperature"]!, Is.LessThan(0.3));
    }

    private async Task<JsonObject> AggregateAsync(string query, params JsonObject[] outputs) =>
        (await _client.AskAsync("/aggregate", Requests.Body("c", query, task: "").WithPreviousOutputs(outputs)))["output"]!.AsObject();
}
