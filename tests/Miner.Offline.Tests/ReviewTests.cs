using Miner.Domain.Components;
using Miner.Domain.Text;
using Miner.Offline.Answers;
using Miner.Testing;
using static Miner.Offline.Tests.Asking;

namespace Miner.Offline.Tests;

internal sealed class ReviewTests
{
    private const string Question = "What is 12*7? And why do we multiply?";
    private const string Good = "We multiply because twelve groups of seven are counted.\n\n12 * 7 = 84.\n\nThe answer is 84.";
    private const string Wrong = "We multiply twelve by seven: 12 * 7 = 85.\n\nThe answer is 85.";

    [Test]
    public void Feedback_LooksAtEachOutput()
    {
        var sections = Sections(Ask(Component.Feedback, [Question], Good, Wrong, Good));

        Assert.That(sections, Has.Length.EqualTo(3));
        Assert.That(
            sections.Select(section => section.Split('\n')[0]),
            Is.EqualTo(new[] { "1 (complete)", "2 (complete)", "3 (complete)" }));
        foreach (var section in sections)
            Assert.That(
                section,
                Does.Contain("**Strengths**\n- ").And.Contain("\n\n**Weaknesses**\n- ").And.Contain("\n\n**Suggestions**\n- "));
    }

    [TestCase("Its equation holds.", 0)]
    [TestCase("1 other output comes to the same answer.", 0)]
    [TestCase("`12 * 7 = 85` is false: 12 * 7 = 84.", 1)]
    [TestCase("Its answer, 85, contradicts 84 in output 1, 84 in output 3.", 1)]
    [TestCase("Correct `12 * 7 = 85` and what follows from it.", 1)]
    public void Feedback_FindsWhatIsRightAndWrong(string remark, int output) =>
        Assert.That(Sections(Ask(Component.Feedback, [Question], Good, Wrong, Good))[output], Does.Contain($"- {remark}\n"));

    [TestCase("What is 12*7?", "It is 84.", "Its final answer, 84, agrees with an exact computation.")]
    [TestCase("What is 12*7?", "Twelve times seven gives 85.", "Its final answer, 85, is not the exact one, 84.")]
    [TestCase("What is 12*7?", "I really would like to know that too.", "It states no final answer.")]
    [TestCase("Is 7 prime?", "Yes.", "Its answer, yes, agrees with an exact computation.")]
    [TestCase("Is 7 prime?", "**No**, 7 is not prime.", "Its answer, no, is wrong.")]
    [TestCase("Who wrote Faust?", "", "It is empty.")]
    [TestCase("Who wrote Faust?", "Goethe", "It is very short (1 word) and gives no reasons.")]
    [TestCase(
        "Who wrote Faust? When did Goethe visit Rome?",
        "The play Faust was written by a German poet.",
        "It does not take up \"When did Goethe visit Rome?\".")]
    [TestCase(
        "Who wrote Faust? When was it published?",
        "Faust was written by Goethe and published in 1808.",
        "It takes up all 2 parts of the question.")]
    [TestCase("Show code", "Here is the code:\n```\nprint(1)", "A code block is opened and not closed.")]
    [TestCase("Who wrote Faust?", "Faust was written by Johann Wolfgang von Goethe, who lived in Weimar and", "It seems to break off (\"")]
    [TestCase("Who wrote Faust?", "As an AI I have no opinion on who wrote Faust.", "It declines to answer (\"as an ai\").")]
    [TestCase("Who wrote Faust?", "Faust was written by TODO in the year 1808.", "It holds a placeholder (\"todo\").")]
    [TestCase(
        "Who wrote Faust?",
        "Faust was written by Goethe. Goethe was a German poet indeed. Goethe was a German poet indeed.",
        "It says the same 2 times: \"Goethe was")]
    [TestCase("Plan?", "# Plan\n\nFirst the plan is drawn up by all of us.", "Headings make it easy to find one's way.")]
    public void Feedback_ChecksFormAndContent(string query, string output, string remark) =>
        Assert.That(Ask(Component.Feedback, [query], output), Does.Contain($"- {remark}"));

    [Test]
    public void Feedback_WhenAnAnswerIsKnownToBeRight_DoesNotHoldOthersMistakesAgainstIt()
    {
        var right = Sections(
            Ask(Component.Feedback, ["What is 12*7? And what is 5+5?"], "The answer is 84 and 10.", "It is 85 and 11.")
        )[0];

        Assert.That(
            right,
            Does.Contain("agrees with an exact computation").And.Not.Contain("contradicts").And.Not.Contain("does not take up"));
    }

    [TestCase("Is 7 prime?", "Yes.", "states no final answer")]
    [TestCase("Is 7 prime?", "Yes.", "does not take up")]
    [TestCase("Is 7 prime?", "Seven has no divisors, so it is prime.", "is wrong")]
    [TestCase("Is 7 prime?", "Noble gases are inert.", "is wrong")]
    [TestCase("What is 5/0?", "It is undefined.", "states no final answer")]
    [TestCase("What is 2+2? What is 3+3?", "4, then 6", "does not take up")]
    [TestCase("When was it found?", "It was discovered by Newton in 1666.", "does not take up")]
    [TestCase("Write code", "```\nprint(1)\n```", "does not take up")]
    public void Feedback_WhereItCannotKnow_ObjectsToNothing(string query, string output, string remark) =>
        Assert.That(Ask(Component.Feedback, [query], output), Does.Not.Contain(remark));

    [Test]
    public void Refine_WhenOnlySomeQueriesCanBeComputed_TellsThose()
    {
        var answer = Ask(Component.Refine, ["What is 2+2?", "Who wrote Faust?"], "It is 4; Goethe.", "It is 5; Goethe.");

        Assert.That(answer, Does.Contain("\n\nComputed exactly:\n- What is 2+2?: 4\n").And.Not.Contain("Who wrote Faust?"));
    }

    [Test]
    public void Summary_OfATable_LeavesItsRowsOut() => Assert.That(
        Ask(Component.Summary, ["Bees?"], "Bees fly far.\n| bees | wasps |\n|---|---|\n| bees sting | wasps too |"),
        Does.Contain("- Bees fly far.").And.Not.Contain("|"));

    [Test]
    public void Summary_OfATextInChinese_ChoosesSentences()
    {
        var summary = Ask(Component.Summary, ["北京"], "北京是首都。长城很长。上海很大。广州很热。重庆很远。");

        Assert.That(summary, Does.Contain("- 北京是首都。\n").And.Not.Contain("。长城"));
    }

    [Test]
    public void Feedback_WhenThereIsNothingToReview_SaysSo() =>
        Assert.That(Ask(Component.Feedback, [Question]), Does.StartWith("There are no previous outputs"));

    [Test]
    public void Refine_WhenTheAnswerCanBeComputed_ComputesIt()
    {
        var answer = Ask(Component.Refine, ["What is 12*7?"], "It is 85.", "It is 84.");

        Assert.That(
            answer,
            Is.EqualTo($"12 * 7 = 84\nThe answer is 84.\n\n1 of 2 previous outputs came to the same.\n\n{OfflineAnswer.Origin}"));
    }

    [Test]
    public void Refine_WhenItCannot_CorrectsTheBestOutput()
    {
        var answer = Ask(
            Component.Refine, ["Tell me a story of the tickets for twelve rows of seven."],
            "No.",
            "There are twelve rows of seven tickets each. 12 * 7 = 85 tickets, and all 85 tickets were sold.");

        Assert.That(
            answer,
            Does.StartWith(
                "There are twelve rows of seven tickets each. 12 * 7 = 84 tickets, and all 84 tickets were sold.\n\nCorrected:\n"
                    + "- 12 * 7 is 84, not 85."
            ));
        Assert.That(answer, Does.Contain("Chosen of 2 previous outputs: output 2").And.EndWith(OfflineAnswer.Origin));
    }

    [TestCase]
    [TestCase("  ", "")]
    public void Refine_WhenThereIsNothingToRefine_AnswersTheQuestion(params string[] outputs) =>
        Assert.That(
            Ask(Component.Refine, ["Who wrote Faust?"], outputs),
            Is.EqualTo($"{OfflineAnswer.CannotAnswer}\n\n{OfflineAnswer.Origin}"));

    [Test]
    public void Refine_WhenAnOutputIsItsOwn_DoesNotRepeatTheOrigin()
    {
        var answer = Ask(
            Component.Refine,
            ["Tell me a story."],
            $"Once upon a time there was a very small miner.\n\n{OfflineAnswer.Origin}");

        Assert.That(answer.Split(OfflineAnswer.Origin), Has.Length.EqualTo(2));
    }

    [Test]
    public void Summary_KeepsTheSentencesThatMatter()
    {
        var answer = Ask(
            Component.Summary, ["What do bees do for plants?"],
            "Bees carry pollen between plants. My neighbour once owned a red bicycle. Without bees many plants bear no fruit. Hm.",
            "Many plants need bees for their pollen. The weather was nice on Tuesday. "
                + "In short, bees pollinate plants and so make fruit possible.",
            "```\nvar bees = plants;\n```\nBees carry pollen between plants. Somebody has coughed twice.");

        Assert.That(answer, Does.StartWith("Key sentences of 3 previous outputs:\n- "));
        Assert.That(answer, Does.Contain("- Bees carry pollen between plants.\n").And.Contain("- In short, bees pollinate plants"));
        Assert.That(answer, Does.Not.Contain("bicycle").And.Not.Contain("Tuesday").And.Not.Contain("var bees").And.Not.Contain("coughed"));
        Assert.That(answer.Split("Bees carry pollen"), Has.Length.EqualTo(2));
    }

    [Test]
    public void Summary_WhenThereAreNoSentences_SaysSo() =>
        Assert.That(Ask(Component.Summary, ["What?"], "...", ""), Does.StartWith("The previous outputs hold no sentences"));

    [Test]
    public void Aggregate_WhenAnswersCanBeRead_CountsThem() =>
        Assert.That(
            Ask(Component.Aggregate, ["What is 12*7?"], "The answer is 84.", "The answer is 85.", "It is 84.0"),
            Does.StartWith("Consensus: 84 (2 of 3 outputs agree)"));

    [Test]
    public void Aggregate_WhenTextsAreFree_TakesTheMajority()
    {
        var answer = Ask(
            Component.Aggregate,
            ["Who wrote Faust?"],
            "Goethe wrote it in Weimar.",
            "Schiller wrote it in Jena.",
            "goethe  wrote it in Weimar.");

        Assert.That(answer, Does.StartWith("Consensus: 2 of 3 outputs say the same.\n\ngoethe").IgnoreCase);
        Assert.That(answer, Does.Contain("- Schiller wrote it in Jena. (1 of 3)"));
    }

    [Test]
    public void Aggregate_WhenMostSayTheSameShortPhrase_TakesItForTheAnswer()
    {
        var answer = Ask(Component.Aggregate, ["Who wrote Faust?"], "Goethe.", "Schiller.", "**Goethe**");

        Assert.That(answer, Does.StartWith("Consensus: Goethe (2 of 3 outputs agree)"));
    }

    [Test]
    public void Aggregate_WhenAllTextsDiffer_TakesTheOneMostAlike()
    {
        var answer = Ask(
            Component.Aggregate, ["Who wrote Faust?"],
            "Bananas are yellow fruit.",
            "Goethe wrote the play Faust in Weimar.",
            "The play Faust was written in Weimar by Goethe, a poet.");

        Assert.That(answer, Does.StartWith("No two of the 3 outputs say the same."));
        Assert.That(answer, Does.Contain("output 2").Or.Contain("output 3"));
    }

    [Test]
    public void EveryComponent_WhenInputIsHostile_AnswersInStorableText(
        [Values(Component.Complete, Component.Refine, Component.Feedback, Component.Summary, Component.Aggregate)] Component component)
    {
        var hostile = new[]
        {
            "\ud800 = 1 + 1 = 3",
            new string('(', 9_999),
            "\0\u202e",
            string.Concat(Enumerable.Repeat("is it? ", 1_400)),
            "1 + 1 = 3",
        };

        Assert.That(CodePoints.HasUnstorable(Ask(component, hostile, hostile)), Is.False);
    }

    [TestCase("1+1=3, ")]
    [TestCase("2*2 = 5. ")]
    [TestCase("We get 12 * 7 = 85 and so on. ")]
    [TestCase("Is it? ")]
    [TestCase("``` ")]
    [TestCase("* ` ")]
    [TestCase("! ` ")]
    [TestCase("$1+1=3$ ")]
    [TestCase("1,")]
    [TestCase("|1| + 1 = 3, ")]
    [TestCase("{1, 2} = [[1,2],[3,4]] ")]
    public void EveryComponent_WhenOutputsAreLong_EndsFast(string piece)
    {
        string[] outputs =
            [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat(piece, ComponentOutput.MaxImmediateResponse / piece.Length)), 20)];
        foreach (var component in new[] { Component.Refine, Component.Feedback, Component.Summary, Component.Aggregate })
        {
            CpuTime.EnsureLess(TimeSpan.FromSeconds(2), () => Ask(component, ["Tell me of it."], outputs), component.ToString());
        }
    }

    private static string[] Sections(string feedback) => feedback.Split("## Output ")[1..];
}
