using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The recorded calls: found, opened, and led to by an error.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class RecordedCallTests
{
    [Test]
    public async Task Call_OfTheList_ShowsWhatHappenedInOrder()
    {
        await using var miner = StartRecording();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete", StubQuery.For("The answer is 4.", "no update"));
        await page.Tab("Calls").ClickAsync();
        await page.ResultAsync();
        await Expect(page.Result.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.LookAtAllWidthsAsync("Calls");
        await page.Result.GetByRole(AriaRole.Button, new() { Name = "complete" }).ClickAsync();
        var steps = page.Result.Locator(".steps > li");
        await Expect(steps.First).ToContainTextAsync("Prompt 1");
        var titles = await steps.Locator(".who").AllInnerTextsAsync();
        await Expect(page.Result.Locator(".waterfall > li").First).ToContainTextAsync("ms");
        await steps.First.GetByText("Message: user").First.ClickAsync();
        await Expect(steps.First.GetByRole(AriaRole.Region, new() { Name = "Message: user" }).First).ToBeVisibleAsync();
        await Expect(page.Result).ToContainTextAsync("The answer is 4.");
        await page.LookAtAllWidthsAsync("Call");
        await page.Button("All calls").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);

        Assert.That(string.Join('\n', titles), Does.Match(@"(?s)Prompt 1.*asked with prompt 1.*Completion 1 read.*Stored"));
    }

    [Test]
    public async Task TraceId_OfAnError_LeadsToItsCall()
    {
        await using var miner = StartRecording();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete", "FAULT:garbage");
        await page.Button("What happened").ClickAsync();
        await Expect(page.Tab("Calls")).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(page.Result.Locator(".steps")).ToContainTextAsync("asked with prompt 1");
        await Expect(page.Result.Locator(".problem")).ToContainTextAsync("502");
        await page.LookAtAllWidthsAsync("Call that failed");
        await page.Tab("Overview").ClickAsync();
        await page.ResultAsync();
        await page.LookAtAllWidthsAsync("Overview with failures");
        await page.Result.GetByRole(AriaRole.Button, new() { Name = "What happened in call" }).ClickAsync();
        await Expect(page.Result.Locator(".problem")).ToContainTextAsync("502");
    }

    [Test]
    public async Task Calls_Filtered_AreThoseThatWereAskedFor()
    {
        await using var miner = StartRecording();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete", StubQuery.For("Four", "no update"));
        await page.RunAsync("Complete", "FAULT:garbage");
        await page.Tab("Calls").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Row)).ToHaveCountAsync(3);
        await page.Panel.GetByLabel("Failed ones only").CheckAsync();
        await page.Button("Show the calls").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await page.LookAtAllWidthsAsync("Calls filtered");
        await page.Panel.GetByLabel("Component").SelectOptionAsync("refine");
        await Expect(page.Result).ToContainTextAsync("0 calls");
        await page.LookAtAllWidthsAsync("Calls empty");
        await page.Button("Forget all recorded calls").ClickAsync();
        await Expect(page.Result).ToContainTextAsync("calls forgotten");
    }

    [Test]
    public async Task Calls_WhenNothingIsRecorded_SayWhatToSet()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, tab: "calls");

        await Expect(page.Result).ToContainTextAsync("RECORD_CALLS=1000");
        await page.LookAtAllWidthsAsync("Calls off");
    }

    private static MinerProcess StartRecording() => Pages.StartMiner(
        ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", Pages.Upstream.BaseUrl.ToString()), ("RECORD_CALLS", "100"));
}
