using System.Collections.Concurrent;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The API's documentation in a browser, which must show the document without asking anybody but the miner.</summary>
[TestFixture, NonParallelizable]
internal sealed class DocumentationViewerTests
{
    [TestCase("/docs", ".opblock-summary-description")]
    [TestCase("/redoc", "h2")]
    public async Task Viewer_InABrowser_ShowsTheDocumentAndAsksNobodyElse(string path, string summary)
    {
        var asked = new ConcurrentQueue<string>();
        var refused = new ConcurrentQueue<string>();
        var faults = new ConcurrentQueue<string>();
        await using var window = await Pages.Browser.NewContextAsync();
        var page = await window.NewPageAsync();
        page.Request += (_, request) => asked.Enqueue(request.Url);
        page.RequestFailed += (_, request) => refused.Enqueue(request.Url);
        page.PageError += (_, fault) => faults.Enqueue(fault);

        await page.GotoAsync(new Uri(Pages.Api.BaseAddress!, path).ToString());

        await Expect(page.Locator(summary).GetByText("Take a majority vote over the previous outputs.")).ToBeVisibleAsync();
        Assert.That(faults, Is.Empty);
        var hosts = asked.Except(refused).Select(url => new Uri(url)).Where(url => url.Scheme is not ("data" or "blob"));
        Assert.That(hosts.Select(url => url.Authority).Distinct(), Is.EqualTo(new[] { Pages.Api.BaseAddress!.Authority }));
    }
}
