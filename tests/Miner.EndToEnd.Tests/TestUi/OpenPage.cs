using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>
/// The test page in a window of its own. Closing it fails the test when a script failed or the browser refused something.
/// </summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly AxeRunOptions WcagAa = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
    };

    private readonly IBrowserContext _window;
    private readonly ConcurrentQueue<string> _complaints = new();

    private OpenPage(IBrowserContext window, IPage page)
    {
        _window = window;
        Page = page;
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser's console said against the page, but for <see cref="Forgiven"/>.</summary>
    public IEnumerable<string> Complaints =>
        _complaints.Where(complaint => Forgiven is null || !complaint.StartsWith(Forgiven, StringComparison.Ordinal));

    /// <summary>How those complaints begin that a test brings about itself.</summary>
    public string? Forgiven { get; set; }

    /// <summary>The components, which lead to the workbench.</summary>
    private static readonly string[] Components =
        ["Complete", "Feedback", "Refine", "Human Feedback", "Summary", "Aggregate", "Internet Search"];

    /// <param name="tab">The tab or the component that the address names.</param>
    /// <param name="timezone">The browser's, as IANA names it.</param>
    public static async Task<OpenPage> AtAsync(
        Uri address, int width = 1600, string? cid = null, string tab = "complete", string timezone = "UTC")
    {
        var window = await Pages.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
            TimezoneId = timezone,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        window.SetDefaultTimeout(Pages.PatienceMs);
        var page = new OpenPage(window, await window.NewPageAsync());
        await page.Page.GotoAsync(new Uri(address, $"#{tab}").ToString());
        if (cid is not null) await page.TalkInAsync(cid);
        return page;
    }

    /// <summary>What opens a tab, or the workbench with a component.</summary>
    public ILocator Tab(string name) => Components.Contains(name)
        ? Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = name, Exact = true })
        : Page.GetByRole(AriaRole.Tab, new() { Name = name, Exact = true });

    /// <summary>The panel of the open tab.</summary>
    public ILocator Panel => Page.GetByRole(AriaRole.Tabpanel);

    /// <summary>What came back in the open tab; in the workbench, last.</summary>
    public ILocator Result => Panel.Locator(".result").First;

    /// <summary>The open tab's first button of that name; the newest answer's, where each has one.</summary>
    public ILocator Button(string name) => Panel.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First;

    /// <summary>The previous outputs of the workbench, each on a card.</summary>
    public ILocator Cards => Panel.Locator(".previous-card");

    /// <summary>What one of the newest answer's folded texts for programs holds.</summary>
    public Task<string?> FoldedAsync(string title) =>
        Result.Locator("details.raw", new() { HasText = title }).First.Locator("pre").TextContentAsync();

    /// <summary>Chooses the conversation, whose field a narrow window folds away.</summary>
    public async Task TalkInAsync(string cid)
    {
        var field = Page.GetByLabel("Conversation id");
        if (!await field.IsVisibleAsync()) await Page.Locator("#conversation-bar > summary").ClickAsync();
        await field.FillAsync(cid);
    }

    /// <summary>Pastes previous outputs into the workbench.</summary>
    public async Task PasteAsync(string previousOutputs)
    {
        var field = Panel.GetByLabel("One a line");
        if (!await field.IsVisibleAsync()) await Panel.GetByText("Paste", new() { Exact = true }).ClickAsync();
        await field.FillAsync(previousOutputs);
    }

    /// <summary>Opens a component's tab, fills in a query if there is one, runs it and waits for what comes back.</summary>
    public async Task RunAsync(string tab, string? query = null)
    {
        await Tab(tab).ClickAsync();
        if (query is not null) await Panel.GetByLabel("Query 1").FillAsync(query);
        await Button($"Run {tab}").ClickAsync();
        await ResultAsync();
    }

    /// <summary>Waits until the open tab's panel shows a view.</summary>
    public async Task ResultAsync()
    {
        await Assertions.Expect(Panel.Locator(".progress:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(Result.Locator(":scope > *")).Not.ToHaveCountAsync(0);
    }

    /// <summary>By how many CSS pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() =>
        Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>What scrolls sideways within the page, but for what is a strip by intent, or as wide as its author made it.</summary>
    public Task<string[]> SidewaysAsync() => Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll("body *")]
          .filter(element => element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX))
          .filter(element => !element.matches(".tabs, .components, .markdown table, .formula.wide, textarea"))
          .map(element => element.outerHTML.slice(0, 120))
        """);

    /// <summary>The violations of WCAG 2.1 A and AA that axe finds, each with the elements that it is about.</summary>
    public async Task<IEnumerable<string>> ViolationsAsync()
    {
        var found = await Page.RunAxe(WcagAa);
        return found.Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}");
    }

    /// <summary>Keeps a picture of the whole page with the test results.</summary>
    public async Task TakePictureAsync(string name)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures", $"{name}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = true });
        TestContext.AddTestAttachment(path);
    }

    /// <summary>
    /// Takes a picture in a narrow, a middle and a wide window, light and dark; in each the page and its parts must fit, and be
    /// accessible.
    /// </summary>
    public async Task LookAtAllWidthsAsync(string name)
    {
        foreach (var width in new[] { 360, 768, 1600 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await TakePictureAsync($"{name} {width} {scheme}");
                Assert.That(await ViolationsAsync(), Is.Empty, $"{width} {scheme}");
                Assert.That(await OverflowAsync(), Is.Zero, $"{width} {scheme}");
                Assert.That(await SidewaysAsync(), Is.Empty, $"{width} {scheme}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _window.DisposeAsync();
        Assert.That(Complaints, Is.Empty);
    }
}
