using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Miner.Testing;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The timeline of answers: kept, compared, repeated, copied.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class WorkbenchTests
{
    [Test]
    public async Task Timeline_AfterAReload_HasTheAnswersNewestFirst()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For(@"First \(\frac{1}{2}\)", "no update"));
        await page.RunAsync("Complete", StubQuery.For("Second", "print(2)"));
        await page.Page.ReloadAsync();
        var entries = page.Panel.Locator(".timeline-entry");
        await Expect(entries).ToHaveCountAsync(2);

        await Expect(entries.Nth(0)).ToContainTextAsync("2 · Complete");
        await Expect(entries.Nth(0)).ToContainTextAsync("Second");
        await Expect(entries.Nth(0).GetByRole(AriaRole.Region, new() { Name = "Notebook" })).ToHaveTextAsync("print(2)");
        await Expect(entries.Nth(1).Locator("mfrac")).ToHaveCountAsync(1);
        await Expect(entries.Nth(1).GetByRole(AriaRole.Region, new() { Name = "Notebook" })).ToHaveCountAsync(0);
        await page.Button("Remove 2").ClickAsync();
        await page.RunAsync("Complete", StubQuery.For("Third", "no update"));
        await Expect(entries.Nth(0)).ToContainTextAsync("2 · Complete");
        await page.LookAtAllWidthsAsync("Timeline");
    }

    [Test]
    public async Task Cancel_OfAQuestion_LeavesTheEarlierAnswer()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For("The earlier one", "no update"));
        await page.Panel.GetByLabel("Query 1").FillAsync("FAULT:hang earlier-test");
        await page.Button("Run Complete").ClickAsync();
        await Expect(page.Panel.GetByRole(AriaRole.Timer)).ToBeVisibleAsync();
        await page.LookAtAllWidthsAsync("Running above an answer");
        await page.Button("Cancel Complete").ClickAsync();

        await Expect(page.Result).ToContainTextAsync("Cancelled after");
        await page.LookAtAllWidthsAsync("Cancelled");
        await Expect(page.Panel.Locator(".result").Nth(1)).ToContainTextAsync("The earlier one");
    }

    [Test]
    public async Task TwoAnswers_Pinned_ShowTheWordsThatDiffer()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For("The sum is 4, I think", "no update"));
        await page.RunAsync("Complete", StubQuery.For("The sum is 5, I think", "no update"));
        await page.Button("Pin 1").ClickAsync();
        await page.Button("Pin 2").ClickAsync();
        var comparison = page.Panel.GetByRole(AriaRole.Region, new() { Name = "Comparison" });

        await Expect(comparison.Locator("del")).ToHaveTextAsync(["4"]);
        await Expect(comparison.Locator("ins")).ToHaveTextAsync(["5"]);
        await Expect(comparison).ToContainTextAsync("Complete 1 and Complete 2");
        await Expect(page.Button("Pin 2")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.LookAtAllWidthsAsync("Comparison");
        await page.Button("Remove 1").ClickAsync();
        await Expect(comparison).ToBeHiddenAsync();
    }

    [Test]
    public async Task RunFiveTimes_OfACertainAnswer_SaysThatAllAgree()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.Button("Run 5 times").ClickAsync();
        await page.ResultAsync();

        await Expect(page.Result).ToContainTextAsync("5 of 5 say 391.");
        await page.LookAtAllWidthsAsync("Agreement");
    }

    [Test]
    public async Task RunFiveTimes_OfAnAnswerThatVaries_GroupsWhatTheySay()
    {
        await using var upstream = await StubUpstream.StartAsync();
        upstream.RespondInTurn(
            StubAnswer.Content("The answer is 4."), StubAnswer.Content("The answer is 4.0."),
            StubAnswer.Content("The answer is 5."), StubAnswer.Content("I would rather not say."), StubAnswer.Error(404));
        await using var miner = Pages.StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", upstream.BaseUrl.ToString()), ("OFFLINE_FALLBACK", "false"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.Panel.GetByLabel("Query 1").FillAsync("What shall it be?");
        await page.Button("Run 5 times").ClickAsync();
        await page.ResultAsync();
        await Expect(page.Result).ToContainTextAsync("2 of 5 say 4");
        await Expect(page.Result).ToContainTextAsync("1 of 5 failed");
        await page.Result.Locator(".agreeing summary").First.ClickAsync();
        await page.LookAtAllWidthsAsync("Agreement of some");
    }

    [Test]
    public async Task Copies_OfACall_RepeatItWithoutTheKey()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, cid: "copied");
        await page.RunAsync("Complete", "What's 2 + 2?");
        var curl = await page.FoldedAsync("curl");
        var exchange = JsonNode.Parse((await page.FoldedAsync("Request and headers"))!)!;

        Assert.That(curl, Does.StartWith("curl -sS -X POST 'http://127.0.0.1:").And.Contain("\"X-API-Key: $API_KEY\""));
        Assert.That((string)exchange["request"]!["body"]!["cid"]!, Is.EqualTo("copied"));
        Assert.That((int)exchange["response"]!["status"]!, Is.EqualTo(200));
        Assert.That(exchange["response"]!["headers"]!.ToJsonString(), Does.Contain("X-Model: offline-1"));
        Assert.That(await page.Page.ContentAsync(), Does.Not.Contain(MinerProcess.Key));
    }

    [Test]
    public async Task Text_OfAnAnswer_HasADirectionForEachBlockAndALengthToRead()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        var words = string.Concat(Enumerable.Repeat("words to read ", 40));
        await page.RunAsync("Complete", StubQuery.For($"{words}\n\nשלום \\(x+1\\) עולם\n\n- a\n- مرحبا", "no update"));
        await Expect(page.Result.Locator("math")).ToHaveCountAsync(1);
        var directions = await page.Result.Locator(".markdown :is(p, li)").EvaluateAllAsync<string[]>(
            "blocks => blocks.map(block => getComputedStyle(block).direction)");
        var width = await page.Result.Locator(".markdown p").First.EvaluateAsync<double>(
            "text => text.clientWidth / (parseFloat(getComputedStyle(text).fontSize) / 2)");

        Assert.That(directions, Is.EqualTo(new[] { "ltr", "rtl", "ltr", "rtl" }));
        await Expect(page.Result.Locator(".formula")).ToHaveCSSAsync("direction", "ltr");
        Assert.That(width, Is.LessThan(100));
    }

    [Test]
    public async Task Times_InAnotherZone_StandBesideUtc()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, timezone: "Asia/Tokyo");
        await page.RunAsync("Complete");

        await Expect(page.Panel.Locator(".timeline-entry time")).ToHaveTextAsync(
            new Regex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \(.* here\)$"));
    }

    [Test]
    public async Task Form_ThatWasTypedIn_KeepsItWhenTheComponentChanges()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.Tab("Aggregate").ClickAsync();
        await Expect(page.Cards).ToHaveCountAsync(3);
        await page.Panel.GetByLabel("Query 1").FillAsync("Mine");
        await page.Tab("Complete").ClickAsync();

        await Expect(page.Panel.GetByLabel("Query 1")).ToHaveValueAsync("Mine");
        await Expect(page.Cards).ToHaveCountAsync(3);
    }
}
