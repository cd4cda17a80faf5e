using Miner.Domain.Voting;
using Miner.Mathematics.Answers;
using Miner.Testing;

namespace Miner.Domain.Tests.Voting;

internal sealed class MajorityVoteTests
{
    private const string Question = "What is 6*7?";

    [Test]
    public void Count_WhenMostAgree_GivesTheirAnswer()
    {
        var vote = Count("The answer is 42.", "I get 42.", "It is 41.");

        Assert.That(vote.IsDecided, Is.True);
        Assert.That(vote.Winner?.Answer, Is.EqualTo("42"));
        Assert.That(vote.Winner?.Outputs, Is.EqualTo(new[] { "The answer is 42.", "I get 42." }));
        Assert.That(vote.Tied, Is.Empty);
        Assert.That(vote.OutputCount, Is.EqualTo(3));
    }

    [Test]
    public void Format_WhenMostAgree_SaysSoAndListsTheRest()
    {
        var vote = Count(
            "I get 42.",
            "It is 41.",
            "6*7 is six sevens, so the answer is **42**.\n",
            "It is 40.",
            "It is 41.",
            "\\boxed{42}");

        Assert.That(vote.Format(), Is.EqualTo(
            """
            Consensus: 42 (3 of 6 outputs agree)

            6*7 is six sevens, so the answer is **42**.

            Minority answers:
            - 41 (2 of 6)
            - 40 (1 of 6)
            """));
    }

    [Test]
    public void Format_WhenAllAgree_ListsNothing() =>
        Assert.That(Count("It is 42.").Format(), Is.EqualTo("Consensus: 42 (1 of 1 outputs agree)\n\nIt is 42."));

    [Test]
    public void Format_WhenTied_NamesTheAnswersThatCameLater()
    {
        var vote = Count("It is 42.", "It is 41.", "It is 40.", "It is 41.", "It is 42.", "It is 39.", "It is 39.");

        Assert.That(vote.Winner?.Answer, Is.EqualTo("42"));
        Assert.That(vote.Format(), Does.StartWith("Consensus: 42 (2 of 7 outputs agree; tied with 41, 39)\n"));
    }

    [Test]
    public void Format_CountsAgainstAllOutputs()
    {
        var vote = Count("It is 42.", "I cannot say.", "It is 42.", "");

        Assert.That(vote.Format(), Does.StartWith("Consensus: 42 (2 of 4 outputs agree)\n"));
    }

    [Test]
    public void Format_WhenUndecided_Throws() =>
        Assert.That(() => Count("I cannot say.").Format(), Throws.InvalidOperationException);

    [Test]
    public void Count_WhenWrittenInManyWays_GroupsThem()
    {
        var vote = Count("ANSWER: 0.5", @"\boxed{\frac{1}{2}}", "The answer is **1/2**.", "#### 50%", "ANSWER: 0.05");

        Assert.That(vote.Winner?.Answer, Is.EqualTo("0.5"));
        Assert.That(vote.Winner?.Count, Is.EqualTo(4));
    }

    [Test]
    public void Count_WhenAnswerSaysLess_DoesNotJoinThoseThatContradict()
    {
        var vote = Count("ANSWER: 18 dollars", "ANSWER: 18", "ANSWER: 18 euros");

        Assert.That(vote.Groups.Select(group => (group.Answer, group.Count)), Is.EqualTo(new[] { ("18 dollars", 2), ("18 euros", 1) }));
    }

    [Test]
    public void Count_WhenUnreadableOutputsAgree_DoesNotLetThemWin()
    {
        var vote = Count("It is 42.", "I cannot say.", "It is 42.", "i  cannot say");

        Assert.That(vote.Winner?.Answer, Is.EqualTo("42"));
        Assert.That(vote.Groups, Has.Count.EqualTo(1));
        Assert.That(vote.Unreadable.Single().Outputs, Is.EqualTo(new[] { "I cannot say.", "i  cannot say" }));
    }

    [TestCase(1, 1, true)]
    [TestCase(1, 2, false)]
    [TestCase(2, 2, true)]
    [TestCase(2, 3, false)]
    [TestCase(0, 1, false)]
    [TestCase(0, 0, false)]
    public void IsDecided_NeedsHalfOfTheOutputs(int readable, int unreadable, bool expected)
    {
        var outputs = Enumerable.Repeat("It is 42.", readable).Concat(Enumerable.Repeat("I cannot say.", unreadable));
        var vote = MajorityVote.Count(Question, [.. outputs]);

        Assert.That(vote.IsDecided, Is.EqualTo(expected));
        Assert.That(vote.Winner, expected ? Is.Not.Null : Is.Null);
        Assert.That(vote.Tied, Is.Empty);
    }

    [Test]
    public void Count_WhenUndecided_CarriesTheGroups()
    {
        var vote = Count("It is Homer.", "ANSWER: 5", "it is  Homer", "It is Virgil.", "It is Homer.");

        Assert.That(vote.IsDecided, Is.False);
        Assert.That(vote.Groups.Single().Answer, Is.EqualTo("5"));
        Assert.That(
            vote.Unreadable.Select(group => (group.Answer, group.Count)),
            Is.EqualTo(new[] { ("It is Homer.", 3), ("It is Virgil.", 1) }));
    }

    [Test]
    public void Count_WhenQuestionIsOfWords_VotesOnWhatIsAnnounced()
    {
        var vote = MajorityVote.Count("Who wrote it?", ["The answer is Homer.", "ANSWER: homer", "Answer: Virgil"]);

        Assert.That(vote.Format(), Does.StartWith("Consensus: Homer (2 of 3 outputs agree)\n"));
    }

    [TestCase("Is it?", "Consensus: Yes (3 of 3 outputs agree)", "Yes", "yes.", "**Yes**")]
    [TestCase("Is it?", "Consensus: Yes (2 of 3 outputs agree)", "Yes", "No", "Yes!")]
    [TestCase(Question, "Consensus: Yes (2 of 3 outputs agree)", "\\boxed{Yes}", "Yes", "7")]
    [TestCase(Question, "Consensus: Yes (2 of 3 outputs agree)", "Yes.", "\\boxed{Yes}", "7")]
    [TestCase(Question, "Consensus: no solution (2 of 4 outputs agree)", "\\boxed{no solution}", "7", "No solution.", "No idea")]
    [TestCase("Is it?", "Consensus: yes (2 of 3 outputs agree)", "The answer is yes.", "Yes", "I cannot say, for it is both.")]
    [TestCase("Which day?", "Consensus: Monday (2 of 2 outputs agree)", "Monday", "`monday`")]
    [TestCase("Which city?", "Consensus: New York City (2 of 3 outputs agree)", "New York City", "new york city.\n", "Boston")]
    [TestCase("What is 6/0?", "Consensus: Undefined (2 of 3 outputs agree)", "Undefined", "undefined.", "Nobody knows.")]
    public void Count_WhenMostAreOnePhrase_IsDecided(string question, string firstLine, params string[] outputs)
    {
        var vote = MajorityVote.Count(question, outputs);

        Assert.That(vote.IsDecided, Is.True);
        Assert.That(vote.Format().Split('\n')[0], Is.EqualTo(firstLine));
    }

    [TestCase("Is it?", "Yes", "No")]
    [TestCase("Is it?", "Yes", "Yes", "No", "Perhaps")]
    [TestCase("Is it?", "Yes, it is.", "Yes, but only on Sundays.")]
    [TestCase("Who wrote it?", "It is Homer.", "It is Homer.")]
    [TestCase("Who wrote it?", "I cannot say.", "I cannot say.", "I cannot say.")]
    [TestCase("What is 6*7?", "Unknown", "Unknown", "Unknown", "It is 42.")]
    public void Count_WhenNoPhraseHasTheMajority_IsUndecided(string question, params string[] outputs) =>
        Assert.That(MajorityVote.Count(question, outputs).IsDecided, Is.False);

    [Test]
    public void Format_WhenAnswerIsLongOrHasLines_KeepsTheFirstLineOne()
    {
        var vote = Count($"\\boxed{{\\text{{a\nb {new string('c', 500)}}}}}");
        var line = vote.Format().Split('\n')[0];

        Assert.That(line, Does.StartWith("Consensus: a b ccc").And.EndWith("c… (1 of 1 outputs agree)"));
        Assert.That(line, Has.Length.LessThan(250));
    }

    [Test]
    public void Count_WhenNothingIsGiven_IsUndecidedAndEmpty()
    {
        var vote = Count();

        Assert.That(vote.OutputCount, Is.Zero);
        Assert.That(vote.Groups, Is.Empty);
        Assert.That(vote.Unreadable, Is.Empty);
    }

    private static MajorityVote Count(params string[] outputs) => MajorityVote.Count(Question, outputs);

    [Test]
    public void Count_OfChoices_KeepsContradictingLettersApart()
    {
        var vote = MajorityVote.Count("Which one?", ["ANSWER: (A) 5", "ANSWER: 5", "ANSWER: (B) 5", "ANSWER: A"]);

        Assert.That(vote.Groups.Select(group => (group.Answer, group.Count)), Is.EqualTo(new[] { ("(A) 5", 2), ("(B) 5", 1), ("A", 1) }));
    }

    [TestCase("(a+b+c+d)^7+{0}")]
    [TestCase("(\\sin x+\\cos x+{0})^{{18}}")]
    [TestCase("\\sin(x)^{{6{0}}}+\\sin(y)^{{60}}")]
    [TestCase("\\frac{{x}}{{y+{0}}}+\\frac{{x}}{{z+{0}}}+\\frac{{x}}{{u+{0}}}+\\frac{{x}}{{v+{0}}}+\\frac{{x}}{{w+{0}}}")]
    [TestCase("\\frac{{1}}{{7^{{3{0}}}}}+\\frac{{1}}{{7^{{3001}}}}")]
    [TestCase("9^{{9^{{9^{{{0}}}}}}}")]
    [TestCase("\\begin{{vmatrix}}a+b&c^9&d&e\\\\c&d^9&e&f\\\\e&f^9&g&h\\\\(g+h)^9&h&a&{0}\\end{{vmatrix}}")]
    [TestCase("(x+iy+{0})^{{12}}")]
    [TestCase("\\binom{{n+{0}}}{{k}}+(n+{0})!")]
    [TestCase("|(x+y)^9-{0}|<(a+b)^9")]
    [TestCase("\\max(a^9,b^9,{0})+\\min(c,d)")]
    [TestCase("(-{0})^{{n+9999}}")]
    public void Count_WhenAnswersAreCostlyToCompare_EndsFast(string pattern)
    {
        var outputs = Enumerable.Range(100, 20).Select(number => $"\\boxed{{{string.Format(null, pattern, number)}}}").ToList();
        var groups = 0;
        CpuTime.EnsureLess(TimeSpan.FromSeconds(6), () => groups = MajorityVote.Count("How many?", outputs).Groups.Count);

        Assert.That(groups, Is.EqualTo(20));
    }

    [TestCase("What is 6*7?", new[] { 41, 42 }, "42", 1)]
    [TestCase("What is 6*7?", new[] { 42, 41, 41 }, "41", 0)]
    [TestCase("What is 6*7?", new[] { 41, 41 }, "41", 2)]
    [TestCase("What is 6*7?", new[] { 41, 42, 41, 42 }, "42", 1)]
    [TestCase("What is 6*7?", new[] { 41, 43 }, "41", 0)]
    public void Count_WithAFormulaThatIsComputed_GivesItsAnswerOneMoreVote(string question, int[] answers, string winner, int lead)
    {
        var vote = MajorityVote.Count(
            question, [.. answers.Select(answer => $"The answer is {answer}.")], FinalAnswer.OfFormula(question));

        Assert.That((vote.Groups[0].Answer, vote.Lead), Is.EqualTo((winner, lead)));
    }
}
