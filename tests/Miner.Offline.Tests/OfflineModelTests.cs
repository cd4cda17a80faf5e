using Miner.Domain.Components;
using Miner.Offline.Answers;
using static Miner.Offline.Tests.Asking;

namespace Miner.Offline.Tests;

internal sealed class OfflineModelTests
{
    [Test]
    public void Description_SaysWhatItIsAndWhatToConfigure()
    {
        var description = new OfflineModel().Description;

        Assert.That(description.Provider, Is.EqualTo("offline"));
        Assert.That(description.Model, Is.EqualTo(OfflineModel.Model));
        Assert.That(description.Note, Does.Contain("OPENAI_API_KEY").And.Contain("LLM_PROVIDER=vllm"));
    }

    [Test]
    public void Answer_WhenCancelled_Throws() =>
        Assert.That(
            () => new OfflineModel().Answer(
                Component.Complete, Input(["1+1"]), inPart: true, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());

    [TestCase("What is 6*7?", "42")]
    [TestCase("calculate 2^100", "1267650600228229401496703205376")]
    [TestCase("1/3 + 1/6", "0.5")]
    [TestCase("5 / 0", "undefined")]
    [TestCase("Please tell me: what is 5! - (3 + 4)?", "113")]
    [TestCase("How much is 1,000 x 12.5", "12500")]
    [TestCase("What is sqrt(144) and 6x7?", "12 and 42")]
    [TestCase("(12 + 8) / 5 =", "4")]
    public void Answer_WhenAskedToCalculate_StatesTheAnswerOnce(string query, string expected)
    {
        var answer = Complete(query);
        var lines = answer.Split('\n');

        Assert.That(lines[^3], Is.EqualTo($"The answer is {expected}."));
        Assert.That(lines[^1], Is.EqualTo(OfflineAnswer.Origin));
    }

    [TestCase("What is 2*3*4?", "2 * 3 * 4 = 24")]
    [TestCase("What is (1+1)*(2+3)*-4?", "(1+1) * (2+3) * -4 = -40")]
    [TestCase("What is 2**3 + 3**2?", "2^3 + 3^2 = 17")]
    [TestCase("Convert 1011 in binary to decimal", "1011 in base 2 = 1 * 2^3 + 0 * 2^2 + 1 * 2^1 + 1 * 2^0 = 11 in base 10")]
    public void Answer_WithAProduct_SetsItsStarsApart(string query, string step) =>
        Assert.That(Complete(query).Split('\n')[0], Is.EqualTo(step));

    [TestCase("2*3*4 and x*y*z", "2 * 3 * 4 and x * y * z")]
    [TestCase("(a+b)*(c)**2*sqrt(4)", "(a+b) * (c) ** 2 * sqrt(4)")]
    [TestCase(@"5!*x²*\pi*.5", @"5! * x² * \pi * .5")]
    [TestCase("**Strengths**\n- one*two*three\n* point **5** *and* 2 * 3", "**Strengths**\n- one*two*three\n* point **5** *and* 2 * 3")]
    public void Stars_BetweenOperandsAlone_AreSetApart(string text, string expected) =>
        Assert.That(MarkdownStars.Space(text), Is.EqualTo(expected));

    [TestCase("Who wrote Faust?")]
    [TestCase("Why did the 3-2 vote of 1999 matter?")]
    [TestCase("What is 5km + 3?")]
    [TestCase("What is covid-19?")]
    [TestCase("...")]
    public void Answer_WhenItCannotAnswer_SaysSoAndWhatToConfigure(string query) =>
        Assert.That(Complete(query), Is.EqualTo(OfflineAnswer.CannotAnswer + "\n\n" + OfflineAnswer.Origin));

    [Test]
    public void Answer_WhenSeveralQueries_AnswersEachUnderItsNumber()
    {
        var answer = Complete("1+1", "Who?", "2+2");

        Assert.That(
            answer,
            Does.Match(@"1\. 1\+1\n[^\n]*\nThe answer is 2\.\n\n2\. Who\?\n.*cannot answer.*\n\n3\. 2\+2\n[^\n]*\nThe answer is 4\."));
    }

    [Test]
    public void Answer_LeavesTheNotebookAlone()
    {
        var answer = new OfflineModel().Answer(Component.Complete, Input(["1+1"]), inPart: true, CancellationToken.None);

        Assert.That(answer!.Notebook, Is.EqualTo(Notebook.NoUpdate));
    }

    [Test]
    public void Answer_WhenQueryIsLong_QuotesItsBeginning()
    {
        var answer = Complete(string.Concat(Enumerable.Repeat("😀", 5000)), "1+1");

        Assert.That(answer, Has.Length.LessThan(1000));
        Assert.That(answer.Split('\n')[0], Does.EndWith("😀…"));
    }

    [TestCase(Component.Complete, "What is 6*7?", "Who wrote Faust?")]
    [TestCase(Component.Refine, "What is 6*7?", "Who wrote Faust?")]
    [TestCase(Component.Feedback, "What is 6*7?")]
    [TestCase(Component.Summary, "What is 6*7?")]
    [TestCase(Component.Aggregate, "What is 6*7?")]
    public void Answer_InWholeWhereItCanNot_GivesNone(Component component, params string[] queries) =>
        Assert.That(new OfflineModel().Answer(component, Input(queries), inPart: false, CancellationToken.None), Is.Null);

    [TestCase(Component.Complete)]
    [TestCase(Component.Refine)]
    public void Answer_InWholeWhereItCan_GivesIt(Component component) => Assert.That(
        new OfflineModel().Answer(component, Input(["What is 6*7?", "1+1"]), inPart: false, CancellationToken.None)!.ImmediateResponse,
        Does.Contain("The answer is 42.").And.Contain("The answer is 2."));
}
