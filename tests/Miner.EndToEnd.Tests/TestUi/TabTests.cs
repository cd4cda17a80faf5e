using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>Every tab and component as it is opened, in a narrow, a middle and a wide window, light and dark.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class TabTests
{
    private const string Cid = "tabs";

    private static readonly string[] Components =
        ["Complete", "Feedback", "Refine", "Human Feedback", "Summary", "Aggregate", "Internet Search"];

    private static readonly string[] Tabs = ["Overview", "Workbench", "Conversation", "Playbook", "Calls", "Evaluate", "System"];

    private static IEnumerable<string> Names => Components.Concat(Tabs).Where(name => name != "Workbench");

    [OneTimeSetUp]
    public async Task TalkToTheMiner()
    {
        await AskAsync("/complete", "What is 17 * 23?");
        await AskAsync("/human_feedback", "I prefer short answers. Always show the units.");
    }

    [Test]
    public async Task Page_WhenOpened_HasTheTabsAndTheComponents()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, tab: "");

        Assert.That(await page.Page.GetByRole(AriaRole.Tab).AllInnerTextsAsync(), Is.EqualTo(Tabs));
        Assert.That(await page.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link).AllInnerTextsAsync(), Is.EqualTo(Components));
        await Expect(page.Panel).ToHaveAccessibleNameAsync("Overview");
    }

    [Test]
    public async Task Address_OfAComponent_OpensTheWorkbenchWithIt()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, tab: "human_feedback");
        await Expect(page.Button("Run Human Feedback")).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("() => { location.hash = '#summary'; }");
        await Expect(page.Button("Run Summary")).ToBeVisibleAsync();
        await Expect(page.Tab("Summary")).ToHaveAttributeAsync("aria-current", "true");
        await page.Tab("System").ClickAsync();
        await page.Tab("Refine").ClickAsync();

        await Expect(page.Button("Run Refine")).ToBeVisibleAsync();
        Assert.That(page.Page.Url, Does.EndWith("#refine"));
    }

    [Test]
    public async Task Tab_WithItsExample_AnswersFitsAndIsAccessible([ValueSource(nameof(Names))] string name)
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, 1600, Cid);
        var isComponent = Components.Contains(name);
        await page.Tab(name).ClickAsync();
        if (!isComponent) await page.ResultAsync();
        if (isComponent) await page.LookAtAllWidthsAsync($"{name} before");
        var address = isComponent
            ? $"/views/{name.ToLowerInvariant().Replace(' ', '_')}"
            : await page.Panel.Locator("form").First.GetAttributeAsync("action");
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await page.Page.RouteAsync($"**{address}*", async route =>
        {
            await goOn.Task;
            await route.ContinueAsync();
        });
        await page.Panel.Locator("form").First.Locator("[type=submit]").First.ClickAsync();
        await Expect(page.Panel.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        await page.LookAtAllWidthsAsync($"{name} running");

        goOn.SetResult();
        await page.ResultAsync();
        if (name is not ("Overview" or "Calls" or "Evaluate")) Assert.That(await page.Result.InnerTextAsync(), Does.Contain("200 OK"));
        await page.LookAtAllWidthsAsync(name);
    }

    [Test]
    public async Task Tabs_InANarrowWindow_AreOneRow()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, width: 360);
        var tops = await page.Page.GetByRole(AriaRole.Tab)
            .EvaluateAllAsync<double[]>("tabs => tabs.map(tab => tab.getBoundingClientRect().top)");
        await Expect(page.Page.GetByLabel("Conversation id")).ToBeHiddenAsync();

        Assert.That(tops.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Component_InANarrowWindow_IsInSightInItsRow()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, width: 360, tab: "aggregate");
        await Expect(page.Tab("Aggregate")).ToBeInViewportAsync(new() { Ratio = 0.95f });
        await page.Tab("Complete").ClickAsync();
        await page.Page.SetViewportSizeAsync(1600, 900);
        await page.Tab("Internet Search").ClickAsync();
        await page.Page.SetViewportSizeAsync(360, 900);

        await Expect(page.Tab("Internet Search")).ToBeInViewportAsync(new() { Ratio = 0.95f });
    }

    [Test]
    public async Task Page_LoadedForTheFirstTime_IsLight()
    {
        const int most = 150_000;
        await using var window = await Pages.Browser.NewContextAsync();
        var page = await window.NewPageAsync();
        var loaded = new ConcurrentQueue<IResponse>();
        page.Response += (_, response) => loaded.Enqueue(response);
        await page.GotoAsync(Pages.Offline.ToString());
        await Expect(page.Locator("canvas")).ToHaveCountAsync(2);
        var sizes = await Task.WhenAll(
            loaded.Select(async response => (response.Url, Size: Wire(await response.Request.SizesAsync()))));

        TestContext.Out.WriteLine(string.Join('\n', sizes));
        Assert.That(sizes.Sum(size => size.Size), Is.InRange(20_000, most));

        static int Wire(RequestSizesResult size) => size.ResponseHeadersSize + size.ResponseBodySize;
    }

    [Test]
    public async Task Page_WithoutJavaScript_SaysSo()
    {
        await using var window = await Pages.Browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await window.NewPageAsync();
        await page.GotoAsync(Pages.Offline.ToString());

        await Expect(page.Locator("noscript > p")).ToBeVisibleAsync();
        await Expect(page.Locator("noscript > p")).ToContainTextAsync("This page needs JavaScript");
    }

    private static async Task AskAsync(string path, string query)
    {
        using var response = await Pages.Api.PostAsJsonAsync(
            path,
            new
            {
                cid = Cid,
                task = "Answer",
                input = new[] { new { user_query = query } },
            }
        );
        response.EnsureSuccessStatusCode();
    }
}
