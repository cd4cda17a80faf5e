using System.Net.Http.Json;
using Microsoft.Playwright;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>Every tab as it is opened, in both widths; light in one, dark in the other.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class TabTests
{
    private const string Cid = "tabs";

    private static readonly string[] Names =
    [
        "Complete", "Feedback", "Refine", "Human Feedback", "Summary", "Aggregate", "Internet Search", "Conversation", "Playbook", "System",
    ];

    [OneTimeSetUp]
    public async Task TalkToTheMiner()
    {
        await AskAsync("/complete", "What is 17 * 23?");
        await AskAsync("/human_feedback", "I prefer short answers. Always show the units.");
    }

    [Test]
    public async Task Page_WhenOpened_HasTenTabs()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);

        Assert.That(await page.Page.GetByRole(AriaRole.Tab).AllInnerTextsAsync(), Is.EqualTo(Names));
    }

    [Test]
    public async Task Tab_WithItsExample_AnswersFitsAndIsAccessible(
        [ValueSource(nameof(Names))] string name, [Values(360, 1600)] int width)
    {
        var scheme = width == 360 ? ColorScheme.Light : ColorScheme.Dark;
        await using var page = await OpenPage.AtAsync(Pages.Offline, width, Cid);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.Tab(name).ClickAsync();
        if (await page.Panel.GetByLabel("Task").CountAsync() > 0) await page.Button($"Run {name}").ClickAsync();
        await page.ResultAsync();

        await page.TakePictureAsync($"{name} {width} {scheme}");
        Assert.That(await page.ViolationsAsync(), Is.Empty);
        Assert.That(await page.OverflowAsync(), Is.Zero);
        Assert.That(await page.Result.InnerTextAsync(), Does.Contain("200 OK"));
    }

    [Test]
    public async Task System_AfterRequests_DrawsTheLastHour()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.Tab("System").ClickAsync();
        await page.ResultAsync();

        var work = page.Result.GetByRole(
            AriaRole.Img,
            new LocatorGetByRoleOptions { Name = "Successful requests, the last 60 minutes: at most" });
        Assert.That(await work.Locator("rect").CountAsync(), Is.Positive);
        Assert.That(await work.Locator("title").First.TextContentAsync(), Does.Match(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: \d+ a minute"));
        Assert.That(await page.Result.GetByRole(AriaRole.Img).CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task System_AfterAFailure_DrawsThoseOfTheLastHourToo()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", "FAULT:garbage");
        await page.Tab("System").ClickAsync();
        await page.ResultAsync();

        var failed = page.Result.GetByRole(
            AriaRole.Img,
            new LocatorGetByRoleOptions { Name = "Failed requests, the last 60 minutes: at most" });
        Assert.That(await failed.Locator("rect").CountAsync(), Is.Positive);
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
