using Miner.Domain.Voting;

namespace Miner.Domain.Tests.Voting;

/// <summary>Votes of all kinds against a count by hand.</summary>
[TestFixture]
internal sealed class RandomVoteTests
{
    private const string Question = "How many are there?";

    private static readonly string[] Wordings =
        ["The answer is {0}.", "ANSWER: {0}", @"So we get \boxed{{{0}}}.", "There are {0} of them.\n\nThe answer is **{0}**.", "#### {0}"];

    /// <summary>Numbers that different people write in different ways.</summary>
    private static readonly string[][] Numbers = [["12", "12.0", "twelve"], ["1/2", "0.5", "50%"], ["-3", "-3.00"], ["1000", "1,000"]];

    [TestCase(1)]
    [TestCase(2)]
    public void Count_OfAnyOutputs_GroupsThemByTheirNumbersTheLargestAndThenTheFirstAhead(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 250; round++)
        {
            var ballots = Enumerable.Range(0, random.Next(1, 10)).Select(_ => Ballot(random)).ToList();
            var outputs = ballots.ConvertAll(ballot => ballot.Output);

            var vote = MajorityVote.Count(Question, outputs);

            var expected = ballots.Where(ballot => ballot.Number is not null)
                .GroupBy(ballot => ballot.Number, ballot => ballot.Output)
                .OrderByDescending(group => group.Count())
                .Select(group => group.ToList())
                .ToList();
            var because = string.Join(" | ", outputs);
            Assert.That(vote.Groups.Select(group => group.Outputs), Is.EqualTo(expected), because);
            AssertFollows(vote, [.. expected.Select(group => group.Count)], outputs.Count, because);
        }
    }

    /// <summary>Lead, ties and decision, by the counts of the groups.</summary>
    private static void AssertFollows(MajorityVote vote, List<int> counts, int outputs, string because)
    {
        var isDecided = counts.Sum() * 2 >= outputs && counts.Count > 0;
        Assert.That(vote.OutputCount, Is.EqualTo(outputs), because);
        Assert.That(vote.IsDecided, Is.EqualTo(isDecided), because);
        Assert.That(vote.Winner, Is.EqualTo(isDecided ? vote.Groups[0] : null), because);
        Assert.That(vote.Lead, Is.EqualTo(counts.FirstOrDefault() - counts.ElementAtOrDefault(1)), because);
        Assert.That(vote.Tied, Has.Count.EqualTo(isDecided ? counts.Count(count => count == counts[0]) - 1 : 0), because);
    }

    [TestCase(3)]
    public void Count_OfTheSameOutputsInAnotherOrder_HasTheSameWinnerUnlessTied(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var outputs = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Ballot(random).Output).ToArray();
            var before = MajorityVote.Count(Question, outputs);
            random.Shuffle(outputs);
            var after = MajorityVote.Count(Question, outputs);

            Assert.That(after.Groups.Select(group => group.Count), Is.EqualTo(before.Groups.Select(group => group.Count)));
            if (before.Winner is { } winner && before.Tied.Count == 0)
                Assert.That(after.Winner!.Outputs, Is.EquivalentTo(winner.Outputs));
        }
    }

    [TestCase(4)]
    public void Choose_OfAnyNotebooks_GivesTheMostFrequentAndOfThoseTheFirst(int seed)
    {
        var random = new Random(seed);
        string[] texts = ["a = 1\nb = 2", "a = 1", "no update", "c", ""];
        string[] ends = ["", "\n", "  \n"];
        for (var round = 0; round < 250; round++)
        {
            var written = Enumerable.Range(0, random.Next(1, 9))
                .Select(_ => (Text: texts[random.Next(texts.Length)], End: ends[random.Next(ends.Length)]))
                .ToList();

            var expected = written.Where(notebook => notebook.Text is not ("" or "no update"))
                .GroupBy(notebook => notebook.Text, notebook => notebook.Text + notebook.End)
                .MaxBy(group => group.Count())?.First() ?? "no update";
            Assert.That(NotebookVote.Choose(written.Select(notebook => notebook.Text + notebook.End)), Is.EqualTo(expected));
        }
    }

    /// <summary>An output and the number that it gives; null of one that gives none, or says nothing.</summary>
    private static (string Output, int? Number) Ballot(Random random)
    {
        if (random.Next(6) == 0) return (random.Next(2) == 0 ? "I cannot say how many there are." : " ", null);
        var number = random.Next(Numbers.Length);
        var written = Numbers[number][random.Next(Numbers[number].Length)];
        return (string.Format(null, Wordings[random.Next(Wordings.Length)], written), number);
    }
}
