using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Miner.Testing;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>How an answer is shown while it is awaited, when it is there, and when there is none.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class AnswerTests
{
    [Test]
    public async Task Answer_OfAModel_ShowsMarkdownNotebookCostAndCopiableJson()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For("**Done**\n\n- one\n- [a page](https://example.org/)", "print('hi')"));
        await page.Result.GetByText("Raw JSON").ClickAsync();
        await page.Result.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(page.Result.GetByText("Copied")).ToBeVisibleAsync();
        await Expect(page.Result.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true })).ToBeVisibleAsync();
        var copied = await page.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        await Expect(page.Result.Locator("strong")).ToHaveTextAsync("Done");
        await Expect(page.Result.GetByRole(AriaRole.Link, new() { Name = "a page" })).ToHaveAttributeAsync("href", "https://example.org/");
        await Expect(page.Result.GetByRole(AriaRole.Region, new() { Name = "Notebook" })).ToHaveTextAsync("print('hi')");
        Assert.That(
            await page.Result.Locator(".facts").InnerTextAsync(),
            Does.Contain("200 OK").And.Contain($"model {StubAnswer.Model}").And.Contain("70 tokens"));
        await page.LookAtAllWidthsAsync("Answer with notebook and JSON");
        Assert.That((string)JsonNode.Parse(copied)!["output"]!["notebook"]!, Is.EqualTo("print('hi')"));
    }

    [Test]
    public async Task Answer_WithATable_AlignsItsColumnsAndScrollsWhereItIsWide()
    {
        var wide = string.Join(" | ", Enumerable.Repeat("heading", 20));
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, width: 360);
        await page.RunAsync(
            "Complete",
            StubQuery.For($"| name | number | {wide} |\n|:--|--:|{string.Concat(Enumerable.Repeat(":-:|", 20))}\n| one | 1 |", "no update")
        );
        var alignments = await page
            .Result.Locator("th")
            .EvaluateAllAsync<string[]>("cells => cells.map(cell => getComputedStyle(cell).textAlign)");

        Assert.That(alignments.Take(3), Is.EqualTo(new[] { "left", "right", "center" }));
        Assert.That(
            await page.Result.Locator("th").First.EvaluateAsync<bool>("cell => cell.clientHeight < 40"),
            Is.True,
            "words are broken");
        await page.LookAtAllWidthsAsync("Answer with a wide table");
    }

    [Test]
    public async Task Answer_InANarrowWindow_IsBroughtIntoView()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, width: 360);
        await page.RunAsync("Complete");

        await Expect(page.Result.Locator(".facts")).ToBeInViewportAsync();
    }

    [Test]
    public async Task Cancel_WhileTheModelThinks_StopsTheWaitingAndTheModelCall()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, width: 360, cid: "cancelled");
        await page.Panel.GetByLabel("Query 1").FillAsync("FAULT:hang cancel-test");
        await page.Button("Run Complete").ClickAsync();
        await Expect(page.Panel.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]* s$"));
        await page.Button("Cancel Complete").ClickAsync();

        await Expect(page.Result).ToContainTextAsync("Cancelled after");
        await Expect(page.Panel.Locator(".progress:visible")).ToHaveCountAsync(0);
        var asked = Pages.Upstream.Requests.Single(request => request.RawBody.Contains("cancel-test", StringComparison.Ordinal));
        await asked.Aborted.InTimeAsync();
    }

    [Test]
    public async Task Failure_OfFields_IsShownBesideEachOfThem()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.Panel.GetByLabel("Task").FillAsync(new string('x', 1_001));
        await page.Page.GetByLabel("Conversation id").FillAsync("");
        await page.RunAsync("Complete", " ");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("422 Unprocessable Content");
        await Expect(page.Page.GetByLabel("Conversation id")).ToHaveAccessibleDescriptionAsync("This must not be blank.");
        await Expect(page.Panel.GetByLabel("Task")).ToHaveAccessibleDescriptionAsync("At most 1000 characters are allowed.");
        await Expect(page.Panel.GetByLabel("Query 1")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.LookAtAllWidthsAsync("Failure 422");

        await page.Result.GetByRole(AriaRole.Link, new() { Name = "input.0.user_query" }).ClickAsync();
        await Expect(page.Panel.GetByLabel("Query 1")).ToBeFocusedAsync();

        await page.Panel.GetByLabel("Task").FillAsync("Answer");
        await page.Page.GetByLabel("Conversation id").FillAsync("c");
        await page.RunAsync("Complete", "Fine?");
        await Expect(page.Panel.Locator("[aria-invalid]")).ToHaveCountAsync(0);
        await Expect(page.Panel.GetByLabel("Task")).ToHaveAccessibleDescriptionAsync("");
    }

    [TestCase(
        "A plain line\n{\"task\": \"t\", \"input\": [], \"component\": \"c\",\n\"output\": {\"immediate_response\": 7}}",
        "line 3, $.output.immediate_response")]
    [TestCase("A plain line\n{\"task\": \"t\"", "line 2")]
    [TestCase(
        "{\"task\": \"t\", \"input\": [], \"component\": \"c\",\n\"output\": {\"immediate_response\": \"\", \"notebook\": \"\"}}} end",
        "line 2")]
    [TestCase("[\n{},\n]", "line 2, $[0]")]
    public async Task Failure_OfPreviousOutputs_NamesTheLine(string previousOutputs, string place)
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.Tab("Refine").ClickAsync();
        await page.PasteAsync(previousOutputs);
        await page.RunAsync("Refine");

        await Expect(page.Panel.GetByLabel("One a line")).ToHaveAccessibleDescriptionAsync(
            $"This is not JSON of previous outputs: {place}. Each has task, input, output and component.");
    }

    [Test]
    public async Task Failure_OfTheModel_ShowsTitleAndDetail()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", "FAULT:garbage");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("502 Bad Gateway");
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("trace");
        await Expect(page.Result.GetByText("Raw JSON")).ToBeVisibleAsync();
        await page.LookAtAllWidthsAsync("Failure 502");
    }

    [Test]
    public async Task Failure_OfTheSize_SaysHowMuchIsTaken()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, tab: "refine");
        await page.Panel.GetByLabel("One a line").EvaluateAsync("field => { field.value = 'x'.repeat(11 * 1024 * 1024); }");
        await page.RunAsync("Refine");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("413");
        await page.LookAtAllWidthsAsync("Failure 413");
    }

    [Test]
    public async Task Failure_OfABusyModel_SaysWhenToTryAgain()
    {
        await using var upstream = await StubUpstream.StartAsync();
        upstream.Respond = _ => StubAnswer.Error(503, retryAfter: "100");
        await using var miner = Pages.StartMiner(
            ("LLM_PROVIDER", "vllm"), ("VLLM_BASE_URL", upstream.BaseUrl.ToString()), ("OFFLINE_FALLBACK", "false"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("503 Service Unavailable");
        await Expect(page.Panel.GetByRole(AriaRole.Button, new() { Name = "Run Complete (in " })).ToBeDisabledAsync();
        await page.LookAtAllWidthsAsync("Failure 503");
    }

    [Test]
    public async Task Failure_OfTheLimit_SaysWhenToTryAgain()
    {
        await using var miner = Pages.StartMiner(("RATE_LIMIT_ENABLED", "true"), ("RATE_LIMIT_COMPLETE", "1/minute"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete");
        await page.RunAsync("Complete");
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("429 Too Many Requests");

        Assert.That(await page.Result.InnerTextAsync(), Does.Match(@"Try again in \d+ s, at \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC"));
        await Expect(page.Panel.GetByRole(AriaRole.Button, new() { Name = "Run Complete (in " })).ToBeDisabledAsync();
        await page.LookAtAllWidthsAsync("Failure 429");
        await page.Tab("Refine").ClickAsync();
        await Expect(page.Button("Run Refine")).ToBeEnabledAsync();
    }

    [Test]
    public async Task Failure_OfTheConnection_NamesTheMinerThatIsAsked()
    {
        // Nothing can listen on port 1 for an ordinary program, so nothing does.
        await using var miner = Pages.StartMiner(("API_BASE_URL", "http://127.0.0.1:1/miner"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("The miner cannot be reached");
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("http://127.0.0.1:1/miner/: nothing listens there.");
        await page.Tab("System").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToHaveCountAsync(1);
        await page.LookAtAllWidthsAsync("System unreachable");
    }

    [Test]
    public async Task Failure_OfTheKey_SaysWhichOneThePageSends()
    {
        await using var miner = Pages.StartMiner(
            ("API_BASE_URL", Pages.Api.BaseAddress!.ToString()),
            ("API_KEY", "not-a-key-of-that-miner"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("403 Forbidden");
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("the first key of its own API_KEY");
        await page.LookAtAllWidthsAsync("Failure 403");
    }

    [Test]
    public async Task Failure_OfAKeyThatAProxyDrops_SaysWhichOneThePageSends()
    {
        await using var proxy = await StubUpstream.StartAsync();
        proxy.Respond = _ => new StubAnswer
        {
            Status = 401,
            ContentType = "application/problem+json",
            Body = """{"type": "about:blank", "title": "Unauthorized", "status": 401, "detail": "A key is needed.", "trace_id": "t"}""",
        };
        await using var miner = Pages.StartMiner(("API_BASE_URL", proxy.BaseUrl.ToString()));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("401 Unauthorized");
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("the first key of its own API_KEY");
        await page.LookAtAllWidthsAsync("Failure 401");
    }

    [Test]
    public async Task Failure_OfThePagesServer_EndsOnceItWasStartedAgain()
    {
        await using var miner = Pages.StartMiner();
        var address = await miner.PageAsync();
        await using var page = await OpenPage.AtAsync(address);
        page.Forgiven = "Failed to load resource";
        await miner.KillAsync();
        await page.RunAsync("Complete", "What is 6 * 7?");
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("The page's server does not answer");
        await page.LookAtAllWidthsAsync("Failure of the page's server");

        await using var again = Pages.StartMiner(("UI_PORT", $"{address.Port}"));
        await again.PageAsync();
        await page.RunAsync("Complete");

        await Expect(page.Result).ToContainTextAsync("42");
        Assert.That(again.Output, Does.Not.Contain("ntiforgery").And.Not.Contain("Error"));
        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Failure_OfSomethingThatIsNoMiner_SaysSo()
    {
        await using var miner = Pages.StartMiner(("API_BASE_URL", Pages.Upstream.BaseUrl.ToString()));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.RunAsync("Complete");

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("404: not an answer of the miner's API");
    }

    [Test]
    public async Task Page_PointedAtAnotherMiner_AsksThatOne()
    {
        await using var miner = Pages.StartMiner(("API_BASE_URL", Pages.Api.BaseAddress!.ToString()), ("MINER_NAME", "not-this-one"));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await page.Tab("System").ClickAsync();

        await Expect(page.Result).ToContainTextAsync("sample-miner");
    }
}
