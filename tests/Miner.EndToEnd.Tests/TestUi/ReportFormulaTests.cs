using System.Collections.Concurrent;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The evaluation's report in a browser: its own policy lets its formulas be typeset.</summary>
[TestFixture]
internal sealed class ReportFormulaTests : MinerProcessFixture
{
    [Test]
    public async Task Report_WithFormulas_TypesetsThem()
    {
        await File.WriteAllTextAsync(
            InFolder("problems.jsonl"), """{"question": "What is $\\frac{1}{2}$ times 8?", "answer": "\\frac{7}{2}"}""");
        var url = Pages.Api.BaseAddress!.ToString();
        var verb = await RunAsync(["evaluate", "--url", url, "--problems", "problems.jsonl", "--report", "report.html"], Keyed);
        Assert.That(verb.ExitCode, Is.Zero, verb.Error);
        await using var window = await Pages.Browser.NewContextAsync();
        var page = await window.NewPageAsync();
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) => complaints.Enqueue(message.Text);
        page.PageError += (_, error) => complaints.Enqueue(error);
        await page.GotoAsync(new Uri(InFolder("report.html")).ToString());

        await Expect(page.Locator("td math mfrac")).ToHaveCountAsync(2);
        Assert.That(complaints, Is.Empty);
    }
}
