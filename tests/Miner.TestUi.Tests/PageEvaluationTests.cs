using System.Net;
using System.Text;
using Miner.Testing;
using Miner.TestUi.Tests.Views;

namespace Miner.TestUi.Tests;

/// <summary>What the page does with evaluations that cannot be started, found or opened, and with one that is running.</summary>
[TestFixture]
internal sealed class PageEvaluationTests : PageFixture
{
    [TestCase("0", "1", "A whole number from 1 to 1,000 is needed.")]
    [TestCase("20", "x", "A whole number from 0 on, of at most 19 digits, is needed.")]
    public async Task Start_OfWhatCannotBeRead_AsksNothing(string count, string seed, string text)
    {
        var html = await PostAsync("/views/evaluate/start", ("count", count), ("seed", seed));

        Assert.That(Rendered.Text(html), Does.Contain("Not started").And.Contain(text));
        Assert.That(Asked, Is.Empty);
    }

    [Test]
    public async Task Start_WhileOneIsRunning_IsRefusedUntilItWasCancelled()
    {
        Miner.Respond = _ => StubAnswer.Hang;
        var first = await PostAsync("/views/evaluate/start", ("count", "20"), ("seed", "1"));
        var second = await PostAsync("/views/evaluate/start", ("count", "20"), ("seed", "2"));
        var removed = await PostAsync("/views/evaluate/remove", ("run", "1"));

        Assert.That(Rendered.Text(first), Does.Contain("20 questions, seed 1"));
        Assert.That(Rendered.Text(second), Does.Contain("Another evaluation is running"));
        Assert.That(Rendered.Text(removed), Does.Contain("20 questions, seed 1"), "what is running stays");
        Assert.That(Rendered.Text(await PostAsync("/views/evaluate/cancel")), Does.Contain("20 questions, seed 1"));
    }

    [TestCase("/views/evaluate/run?run=1")]
    [TestCase("/views/evaluate/answer?run=1&answer=1")]
    [TestCase("/views/evaluate/comparison?run=1&run=2")]
    public async Task View_OfAnEvaluationThatIsNotKept_SaysSo(string view) =>
        Assert.That(Rendered.Text(await Browser.GetStringAsync(view)), Does.Contain("No such evaluation"));

    [TestCase("")]
    [TestCase("?run=1")]
    [TestCase("?run=1&run=1")]
    [TestCase("?run=1&run=2&run=3")]
    public async Task Comparison_OfOtherThanTwo_AsksForTwo(string query) => Assert.That(
        Rendered.Text(await Browser.GetStringAsync($"/views/evaluate/comparison{query}")),
        Does.Contain("Choose two evaluations that have ended."));

    [TestCase("/evaluations/1/report.json")]
    [TestCase("/evaluations/1/report.html")]
    [TestCase("/evaluations/x/report.json")]
    public async Task Report_OfNone_Is404(string path)
    {
        using var response = await Browser.GetAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("", "No file was chosen, or it is empty.")]
    [TestCase("{", "Another file is needed.")]
    [TestCase("[]", "Another file is needed.")]
    public async Task Open_OfAFileThatIsNoReport_SaysWhatIsNeeded(string content, string text)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "report", "r.json" } };

        var html = await PostAsync("/views/evaluate/open", form);

        Assert.That(Rendered.Text(html), Does.Contain("Not opened").And.Contain(text));
        Assert.That(Rendered.Text(await Browser.GetStringAsync("/views/evaluate")), Does.Not.Contain("r.json"));
    }

    [TestCase("")]
    [TestCase("one")]
    [TestCase("-1")]
    [TestCase("99999999999999999999")]
    public async Task Remove_OfWhatIsNoNumber_ChangesNothing(string run)
    {
        using var response = await Browser.GetAsync("/views/evaluate");

        Assert.That(
            Rendered.Text(await PostAsync("/views/evaluate/remove", ("run", run))),
            Is.EqualTo(Rendered.Text(await response.Content.ReadAsStringAsync())));
    }
}
