using Miner.Application.Components;
using Miner.Domain.Components;

namespace Miner.Application.Tests.Components;

/// <summary>How much exact checks look at and tell.</summary>
[TestFixture]
internal sealed class FindingsLimitTests
{
    private const string Wrong = "12 * 8 = 95. ";

    [TestCase(2, 2)]
    [TestCase(3, 3)]
    [TestCase(4, 3)]
    public void Of_ManyFalseEquations_NamesThreeOfEachAnswer(int equations, int named)
    {
        var output = string.Join("; ", Enumerable.Range(1, equations).Select(number => $"{number} + 2 = 9"));

        var lines = Findings.Of(Asked("Tell me.", output, output))!.Split('\n');

        Assert.That(lines.Count(line => line.StartsWith("- Answer 1 states ", StringComparison.Ordinal)), Is.EqualTo(named));
        Assert.That(lines.Count(line => line.StartsWith("- Answer 2 states ", StringComparison.Ordinal)), Is.EqualTo(named));
    }

    /// <summary>A longer answer is not looked at, and no vote is taken without it.</summary>
    [TestCase(20_000, true)]
    [TestCase(20_001, false)]
    public void Of_ALongAnswer_LooksAtItUpToALimit(int length, bool isLookedAt)
    {
        var output = (Wrong + "(a) The answer is 95.").PadRight(length);

        var findings = Findings.Of(Asked("(a) What is 12 * 8? (b) Is it even?", output, "(a) and (b): the answer is 96."));

        Assert.That(findings, isLookedAt ? Does.Contain("Answer 1 states").And.Contain("part b").And.Contain("differ") : Is.Null);
    }

    [Test]
    public void Of_ALongEquation_QuotesItsBeginning()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("1", 70));

        var findings = Findings.Of(Asked("Tell me.", $"{sum} = 71."));

        Assert.That(findings, Is.EqualTo($"- Answer 1 states {sum[..200]}, which does not hold: it comes to 70."));
    }

    /// <summary>Of several questions it is not known which of them an answer answers.</summary>
    [Test]
    public void Of_SeveralQuestions_ChecksEquationsAlone()
    {
        var input = Asked("(a) What is 12 * 8? (b) Is it even?", Wrong + "(a) The answer is 95.", "The answer is 96.");

        var findings = Findings.Of(input with { Queries = [.. input.Queries, "What is 2 + 2?"] });

        Assert.That(findings, Is.EqualTo("- Answer 1 states 12 * 8 = 95, which does not hold: it comes to 96."));
    }

    [TestCase("What is 12 * 8?", true)]
    [TestCase("Who was it?", false)]
    public void Of_AnswersThatDiffer_TellsSoWhereAFinalAnswerIsAskedFor(string query, bool isTold) => Assert.That(
        Findings.Of(Asked(query, "The answer is 95.", "The answer is 96.")),
        isTold ? Is.EqualTo("- The final answers differ: 95 (answer 1); 96 (answer 2).") : Is.Null);

    /// <summary>Equal texts are both counted, and both without a final answer are named.</summary>
    [Test]
    public void Of_AnswersThatAreTheSame_NamesEach() => Assert.That(
        Findings.Of(Asked("What is 12 * 8?", "Let me see about that.", "The answer is 96.", "Let me see about that.", "The answer is 96.")),
        Is.EqualTo("- Answer 1 comes to no final answer.\n- Answer 3 comes to no final answer."));

    [TestCase("(a) Find x. (b) Find y.", "a b")]
    [TestCase("1) Find x. 2) Find y. 3) Find z.", "1 2 3")]
    [TestCase("a) x? b) y?", "a b")]
    [TestCase("(a) Find x. Then (b) find y, where z = 1.", "a b")]
    [TestCase("(a) Find x.", "")]
    [TestCase("(b) Find x. (c) Find y.", "")]
    [TestCase("(2) Find x. (3) Find y.", "")]
    [TestCase("(a) Find x. (b) The red one.", "")]
    [TestCase("(a) 4 (b) 7 (c) 9. Which is it?", "")]
    [TestCase("(a) Find x. (a) Find y.", "")]
    [TestCase("(a) Find x. (2) Find y.", "")]
    [TestCase("f(a) Find x. f(b) Find y.", "")]
    [TestCase("(a)Find x. (b)Find y.", "")]
    [TestCase("(a) Finding x. (b) Finding y.", "")]
    [TestCase("(a) Is it \"so\"?\" (b) Why?)", "a b")]
    [TestCase("(a) 这是什么？ (b) 为什么？", "a b")]
    public void Of_AQuestion_FindsItsPartsWhereEachAsksForSomething(string question, string parts) =>
        Assert.That(string.Join(' ', QuestionParts.Of(question)), Is.EqualTo(parts));

    [TestCase("(a) 1 (b) 2 (c) 3", "")]
    [TestCase("(a) 1 (b) 2", "c")]
    [TestCase("(a) 1", "b c")]
    [TestCase("(A) 1", "b c")]
    [TestCase("1, 2 and 3.", "")]
    [TestCase("a. 1\nb. 2", "")]
    [TestCase("(a) 1\nb. 2", "c")]
    [TestCase("(a) 1\nb: 2", "c")]
    [TestCase("a) 1\nb) 2", "c")]
    [TestCase("x a) 1 b) 2", "")]
    [TestCase("## (a)\n> b) 2", "c")]
    [TestCase("Part a: 1. As for part (b), 2.", "c")]
    [TestCase("counterpart a is 1", "")]
    [TestCase("f(a) = 1", "")]
    [TestCase("(d) 4", "")]
    public void Unanswered_OfAnAnswerThatNamesParts_AreTheOthers(string answer, string parts) =>
        Assert.That(string.Join(' ', QuestionParts.Unanswered(["a", "b", "c"], answer)), Is.EqualTo(parts));

    private static ComponentInput Asked(string query, params string[] outputs) =>
        Inputs.Usual with { Task = "", Queries = [query], PreviousOutputs = [.. outputs.Select(output => Inputs.Previous(output))] };
}
