using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The first tab: figures, charts and failures, refreshed by itself.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class OverviewTests
{
    [Test]
    public async Task Overview_AfterRequestsAndAFailure_ShowsThem()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For("Four", "no update"));
        await page.RunAsync("Complete", "FAULT:garbage");
        await page.Tab("Overview").ClickAsync();
        await page.ResultAsync();
        var charts = page.Result.GetByRole(AriaRole.Img);
        await Expect(charts).ToHaveCountAsync(2);
        await Expect(charts.First.Locator("canvas")).ToHaveCountAsync(1);

        await Expect(charts.First).ToHaveAccessibleNameAsync(
            new Regex("^Requests a minute, the last 60 minutes: at most "));
        await Expect(page.Result.GetByRole(AriaRole.Row, new() { Name = "complete upstream failed" })).ToBeVisibleAsync();
        await Expect(page.Result.Locator(".tiles")).ToContainTextAsync("circuit");
        await Expect(page.Result.Locator(".tiles")).ToContainTextAsync("Split votes");
        await Expect(page.Result.Locator(".tiles")).ToContainTextAsync("no price is set");
        await charts.First.Locator(".u-over").HoverAsync();
        await Expect(charts.First.Locator(".u-legend")).ToContainTextAsync("a minute");
        await page.TakePictureAsync("Overview hovered 1600 Light");
        await page.LookAtAllWidthsAsync("Overview full");
        await page.Result.GetByRole(AriaRole.Link, new() { Name = "evaluat" }).ClickAsync();
        await Expect(page.Tab("Evaluate")).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Test]
    public async Task Overview_WhileItIsLookedAt_IsRefreshedByItself()
    {
        await using var miner = Pages.StartMiner();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "overview");
        await page.ResultAsync();
        await page.LookAtAllWidthsAsync("Overview empty");
        await page.Page.Clock.InstallAsync();
        await page.Page.ReloadAsync();
        await Expect(page.Result.Locator(".tiles")).ToContainTextAsync("0 of 0 requests failed");
        using var api = await miner.ConnectAsync();
        using var asked = await api.PostAsync("/complete", new StringContent("{}"));
        // The figures of all windows are of the same five seconds at most.
        var waited = Stopwatch.StartNew();
        while (!(await page.Result.InnerTextAsync()).Contains("1 of 1 request", StringComparison.Ordinal)
            && waited.ElapsedMilliseconds < Pages.PatienceMs)
            await page.Page.RunAndWaitForResponseAsync(() => page.Page.Clock.FastForwardAsync(11_000), "**/views/overview");
        await Expect(page.Result.Locator(".tiles")).ToContainTextAsync("1 of 1 request failed");
    }
}
