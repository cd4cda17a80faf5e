using Miner.Domain.Components;
using Miner.Domain.Text;
using Miner.Offline.Answers;
using Miner.Testing;
using static Miner.Offline.Tests.Asking;

namespace Miner.Offline.Tests;

internal sealed class ReviewTests
{
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

    [TestCase("What is 12*7?", "12 * 7 = 84\nThe answer is 84.")]
    [TestCase("Is 91 prime?", "91 = 7 * 13, so it is not prime\nThe answer is no.")]
    public void Refine_WhenTheAnswerCanBeComputed_ComputesIt(string query, string expected) =>
        Assert.That(Ask(Component.Refine, [query], "It is 85.", "No."), Is.EqualTo($"{expected}\n\n{OfflineAnswer.Origin}"));

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

        Assert.That(answer, Does.StartWith("No two of the 3 outputs are worded alike. Output "));
        Assert.That(answer, Does.Contain("\n\nGoethe wrote the play Faust in Weimar.").Or.Contain("\n\nThe play Faust was"));
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
}
