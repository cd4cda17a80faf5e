using Miner.Client;

namespace Miner.Api.Tests.Components;

[TestFixture]
internal sealed class AggregateTests : MinerFixture
{
    [TestCase("What is 6*7?", "Consensus: 42 (4 of 5 outputs agree)", "The answer is 42.", "I get 42", "42.0", "**42**", "It is 41.")]
    [TestCase(
        "What is 6*7?",
        "Consensus: 42 (2 of 5 outputs agree; tied with 41)",
        "It is 40.",
        "It is 42.",
        "It is 41.",
        "It is 42.",
        "It is 41.")]
    [TestCase("Solve it.", @"Consensus: \frac{1}{2} (3 of 3 outputs agree)", @"So \boxed{\frac{1}{2}}.", "ANSWER: 0.5", "#### 1/2")]
    [TestCase(
        "Which city?",
        "Consensus: Paris (2 of 3 outputs agree)",
        "The answer is Paris.",
        "After much thought.\nA: paris",
        "ANSWER: London")]
    [TestCase("Which sum?", "Consensus: 9 (2 of 3 outputs agree)", "The answer is 9.", @"So $\sum_{k=1", "It is 9.")]
    [TestCase("Is it?", "Consensus: Yes (3 of 4 outputs agree)", "Yes", "yes.", "No", "**Yes**")]
    [TestCase("What share?", "Consensus: 50% (1 of 2 outputs agree; tied with 50)", "The answer is 50%.", "The answer is 50.")]
    public async Task Aggregate_OfOutputsWithFinalAnswers_CountsThemWithoutAModel(string query, string firstLine, params string[] outputs)
    {
        var answer = await AggregateAsync(query, [.. outputs.Select(output => ClientRequests.Previous(output))]);

        Assert.That(answer.ImmediateResponse.Split('\n')[0], Is.EqualTo(firstLine));
        Assert.That(Upstream.Requests, Is.Empty);
    }

    [Test]
    public async Task Aggregate_UnderItsFirstLine_GivesTheFullestOutputAndTheMinority()
    {
        var answer = await AggregateAsync(
            "What is 6*7?",
            ClientRequests.Previous("It is 42."),
            ClientRequests.Previous("Six sevens make 42, because 6*7 = 42."),
            ClientRequests.Previous("It is 41."));

        Assert.That(answer.ImmediateResponse, Is.EqualTo(
            "Consensus: 42 (2 of 3 outputs agree)\n\nSix sevens make 42, because 6*7 = 42.\n\nMinority answers:\n- 41 (1 of 3)"));
    }

    [Test]
    public async Task Aggregate_OfNotebooks_VotesOnTheRealOnes()
    {
        var answer = await AggregateAsync(
            "What is 6*7?",
            ClientRequests.Previous("42"),
            ClientRequests.Previous("42"),
            ClientRequests.Previous("42", "b"),
            ClientRequests.Previous("42", "a"),
            ClientRequests.Previous("42", "a \r\n"));

        Assert.That(answer.Notebook.Trim(), Is.EqualTo("a"));
    }

    [Test]
    public async Task Aggregate_OfFreeText_AsksTheModelWithTheGroupsLaidOut()
    {
        var answer = await AggregateAsync(
            "Describe the sea.",
            ClientRequests.Previous("The sea is a wide and restless thing."),
            ClientRequests.Previous("The sea is a wide and restless thing. "),
            ClientRequests.Previous("Water, mostly; salt for the rest.", "kept"));

        Assert.That(answer.ImmediateResponse, Is.EqualTo("The answer is 42."));
        Assert.That(answer.Notebook, Is.EqualTo("kept"));
        Assert.That(
            Upstream.Requests.Single().LastMessage,
            Does.Contain("group 1, given by 2 of 3 outputs")
                .And.Contain("group 2, given by 1 of 3 outputs")
                .And.Contain("Describe the sea."));
        Assert.That((double)Upstream.Requests.Single().Body["temperature"]!, Is.LessThan(0.3));
    }

    private async Task<OutputItem> AggregateAsync(string query, params IReadOnlyList<PreviousOutputItem> outputs) =>
        (await Client.AggregateAsync(ClientRequests.Of("c", query, outputs) with { Task = "" })).Output;
}
