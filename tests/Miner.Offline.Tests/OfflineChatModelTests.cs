using Microsoft.Extensions.Time.Testing;
using Miner.Domain.Components;
using static Miner.Offline.Tests.Asking;

namespace Miner.Offline.Tests;

internal sealed class OfflineChatModelTests
{
    [Test]
    public void Description_SaysWhatItIsAndWhatToConfigure()
    {
        var description = new OfflineChatModel().Description;

        Assert.That(description.Provider, Is.EqualTo("offline"));
        Assert.That(description.Model, Is.EqualTo(OfflineChatModel.Model));
        Assert.That(description.Note, Does.Contain("OPENAI_API_KEY").And.Contain("LLM_PROVIDER=vllm"));
    }

    [Test]
    public async Task CompleteAsync_CountsNoTokensAndTakesNoTime()
    {
        var completion = await new OfflineChatModel(new FakeTimeProvider())
            .CompleteAsync(Request(Component.Complete, ["What is 6*7?"]), CancellationToken.None);

        Assert.That(completion.Usage.Model, Is.EqualTo(OfflineChatModel.Model));
        Assert.That(completion.Usage.Tokens, Is.Zero);
        Assert.That(completion.Usage.Elapsed, Is.EqualTo(TimeSpan.Zero));
        Assert.That(completion.Choices[0].CutShort, Is.False);
    }

    [Test]
    public void CompleteAsync_WhenCancelled_Throws() =>
        Assert.That(
            () => new OfflineChatModel().CompleteAsync(Request(Component.Complete, ["1+1"]), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());

    [TestCase("What is 6*7?", "42")]
    [TestCase("calculate 2^100", "1267650600228229401496703205376")]
    [TestCase("1/3 + 1/6", "0.5")]
    [TestCase("5 / 0", "undefined")]
    [TestCase("Please tell me: what is 5! - (3 + 4)?", "113")]
    [TestCase("How much is 1,000 x 12.5", "12500")]
    [TestCase("What is sqrt(144) and 6x7?", "12 and 42")]
    [TestCase("(12 + 8) / 5 =", "4")]
    public async Task CompleteAsync_WhenAskedToCalculate_StatesTheAnswerOnce(string query, string expected)
    {
        var answer = await CompleteAsync(query);
        var lines = answer.Split('\n');

        Assert.That(lines[^3], Is.EqualTo($"The answer is {expected}."));
        Assert.That(lines[^1], Is.EqualTo(OfflineAnswer.Origin));
    }

    [TestCase("Who wrote Faust?")]
    [TestCase("Why did the 3-2 vote of 1999 matter?")]
    [TestCase("What is 5km + 3?")]
    [TestCase("What is covid-19?")]
    [TestCase("...")]
    public async Task CompleteAsync_WhenItCannotAnswer_SaysSoAndWhatToConfigure(string query) =>
        Assert.That(await CompleteAsync(query), Is.EqualTo(OfflineAnswer.CannotAnswer + "\n\n" + OfflineAnswer.Origin));

    [Test]
    public async Task CompleteAsync_WhenSeveralQueries_AnswersEachUnderItsNumber()
    {
        var answer = await CompleteAsync("1+1", "Who?", "2+2");

        Assert.That(
            answer,
            Does.Match(@"1\. 1\+1\n[^\n]*\nThe answer is 2\.\n\n2\. Who\?\n.*cannot answer.*\n\n3\. 2\+2\n[^\n]*\nThe answer is 4\."));
    }

    [Test]
    public async Task CompleteAsync_LeavesTheNotebookAlone()
    {
        var answer = await AskAsync(Request(Component.Complete, ["1+1"]));

        Assert.That(answer.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "immediate_response", "notebook" }));
        Assert.That(answer.GetProperty("notebook").GetString(), Is.EqualTo(Notebook.NoUpdate));
    }

    [Test]
    public async Task CompleteAsync_WhenQueryIsLong_QuotesItsBeginning()
    {
        var answer = await CompleteAsync(string.Concat(Enumerable.Repeat("😀", 5000)), "1+1");

        Assert.That(answer, Has.Length.LessThan(1000));
        Assert.That(answer.Split('\n')[0], Does.EndWith("😀…"));
    }
}
