using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Miner.Operator.Evaluation.Problems;
using Miner.Testing;
using static Microsoft.Playwright.Assertions;
using static Miner.EndToEnd.Tests.TestUi.Keys;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>Reports that are taken away, opened and compared.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class EvaluationReportTests
{
    private const int Questions = 10;

    private const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'`${1}";

    [Test]
    public async Task Story_ByKeyboardAlone_AsksSeesWhyEvaluatesOpensAnAnswerAndCompares()
    {
        await using var model = await ExamModel.StartAsync(Questions);
        await using var miner = Pages.StartMiner([.. model.Settings, ("RECORD_CALLS", "100")]);
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        await AskAndSeeWhyAsync(page, model.Problem(1));
        await PressAsync(page, "ArrowRight", "Enter");
        await Expect(page.Tab("Evaluate")).ToHaveAttributeAsync("aria-selected", "true");
        foreach (var (number, wrong) in new[] { (1, new[] { 2, 3 }), (2, [3, 4, 5]) })
        {
            model.Instead = question => wrong.Contains(question) ? StubAnswer.Content("The answer is -123456") : null;
            await TabToAsync(page, page.Panel.GetByLabel("Questions"));
            await PressAsync(page, "ControlOrMeta+a");
            await page.Page.Keyboard.TypeAsync($"{Questions}");
            await PressAsync(page, "Enter");
            await Expect(page.Panel.Locator($"[data-ended='{number}']")).ToHaveCountAsync(1);
        }

        await Expect(page.Result.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(2);
        await TabToAsync(page, page.Result.GetByRole(AriaRole.Button, new() { Name = "2: 10 questions, seed 1" }));
        await PressAsync(page, "Enter");
        await Expect(page.Result).ToBeFocusedAsync();
        await TabToAsync(page, page.Result.Locator(".wrong-answers summary").First);
        await PressAsync(page, "Enter");
        await Expect(page.Result.Locator(".wrong-answers")).ToContainTextAsync("The whole reply");
        await TabToAsync(page, page.Result.GetByRole(AriaRole.Button, new() { Name = "All evaluations" }), "Shift+Tab");
        await PressAsync(page, "Enter");
        await TabToAsync(page, page.Button("Compare the two that are ticked"));
        await PressAsync(page, "Enter");

        await Expect(page.Result).ToContainTextAsync("−10.0 points of accuracy, with 95 % confidence −43.5 to +26.5: this may be chance.");
        await Expect(page.Result).ToContainTextAsync("Of the 10 questions that both were asked");
        await Expect(page.Result.GetByRole(AriaRole.Row, new() { Name = "Tokens a right answer 87.5 100" })).ToBeVisibleAsync();
        await Expect(page.Result.GetByRole(AriaRole.Heading, new() { Name = "Right before, wrong now: 2" })).ToBeVisibleAsync();
        await TabToAsync(page, page.Result.Locator(".wrong-answers summary").First);
        await PressAsync(page, "Enter");
        await Expect(page.Result.Locator(".beside .loaded").First).ToContainTextAsync("it is right");
        await Expect(page.Result.Locator(".beside .loaded").Nth(1)).ToContainTextAsync("computed wrong");
        await page.LookAtAllWidthsAsync("Evaluate comparison");
    }

    /// <summary>By keyboard alone; leaves the focus on the tab of the calls.</summary>
    private static async Task AskAndSeeWhyAsync(OpenPage page, Problem problem)
    {
        await TabToAsync(page, page.Panel.GetByLabel("Query 1"));
        await PressAsync(page, "ControlOrMeta+a");
        await page.Page.Keyboard.TypeAsync(problem.Question);
        await PressAsync(page, "ControlOrMeta+Enter");
        await page.ResultAsync();
        await TabToAsync(page, page.Button("What happened"));
        await PressAsync(page, "Enter");
        await Expect(page.Result.Locator(".steps")).ToContainTextAsync("asked with prompt 1");
        await Expect(page.Result).ToContainTextAsync(problem.Question);
        await TabToAsync(page, page.Result.Locator(".steps summary").First);
        await PressAsync(page, "Enter");
        await Expect(page.Result.GetByRole(AriaRole.Region, new() { Name = "Message: system" }).First).ToBeVisibleAsync();
        await TabToAsync(page, page.Tab("Calls"), "Shift+Tab");
    }

    [Test]
    public async Task Report_ThatIsTakenAway_CanBeOpenedAgain()
    {
        await using var miner = Pages.StartMiner();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), tab: "evaluate");
        await page.Panel.GetByLabel("Questions").FillAsync("5");
        await page.Button("Ask 5 questions").ClickAsync();
        await Expect(page.Panel.Locator("[data-ended='1']")).ToHaveCountAsync(1);
        await page.Result.GetByRole(AriaRole.Button, new() { Name = "1: 5 questions" }).ClickAsync();
        var html = await DownloadAsync(page, "Report as a page");
        var json = await DownloadAsync(page, "Report as JSON");
        await OpenAsync(page, "report.json", json);

        Assert.That(html, Does.StartWith("<!DOCTYPE html>"));
        await Expect(page.Result.GetByRole(AriaRole.Heading, new() { Name = "Evaluation 2: report.json" })).ToBeVisibleAsync();
        await Expect(page.Result).ToContainTextAsync("5 right, 0 wrong, 0 failed");
        Assert.That(await DownloadAsync(page, "Report as JSON"), Is.EqualTo(json));
        await page.Button("All evaluations").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(2);
        await page.LookAtAllWidthsAsync("Evaluations");
        await page.Button("Compare the two that are ticked").ClickAsync();
        await Expect(page.Result).ToContainTextAsync("0.0 points of accuracy");
    }

    [Test]
    public async Task Report_OfAHostile_IsShownAsText()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, tab: "evaluate");
        await OpenAsync(page, $"{Hostile}.json", Report(Hostile).ToJsonString());
        await Expect(page.Result).ToContainTextAsync(Hostile);
        foreach (var summary in await page.Result.Locator(".wrong-answers > details > summary").AllAsync()) await summary.ClickAsync();
        await Expect(page.Result.Locator(".wrong-answers")).ToContainTextAsync("The whole reply");

        await Expect(page.Result.Locator("img, script, iframe, a[href^=javascript]")).ToHaveCountAsync(0);
        Assert.That(await DownloadAsync(page, "Report as a page"), Does.Contain("&lt;script&gt;").And.Not.Contain("<script>alert"));
        await page.LookAtAllWidthsAsync("Evaluate opened report");
        await page.Button("All evaluations").ClickAsync();
        await Expect(page.Result.Locator(".evaluations")).ToContainTextAsync(Hostile[..20]);
        await Expect(page.Result.Locator("img, script, iframe")).ToHaveCountAsync(0);
        await page.LookAtAllWidthsAsync("Evaluations of long names");
    }

    [TestCase("report.html", "<!DOCTYPE html><title>Evaluation</title>", "it is not JSON, see line 1")]
    [TestCase("report.json", """{"version": 7}""", "The report is of version 7; only version 1 is read here.")]
    [TestCase("report.json", """{"setup": {}}""", "$.setup lacks 'miner'")]
    public async Task Report_ThatIsNone_IsRefusedWithItsFault(string name, string content, string fault)
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, tab: "evaluate");
        await OpenAsync(page, name, content);

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync(fault);
        await Expect(page.Panel.Locator("#evaluate-report-error")).ToHaveTextAsync("Another file is needed.");
        if (name.EndsWith("html", StringComparison.Ordinal)) await page.LookAtAllWidthsAsync("Evaluate refused report");
    }

    [Test]
    public async Task Report_OfAThousandCategoriesAndAnswers_IsShownInParts()
    {
        var report = Report("x");
        report["categories"] = new JsonArray(
            [.. Enumerable.Range(1, 1_000).Select(number => (JsonNode)new JsonObject
            {
                ["category"] = $"category {number}", ["right"] = 0, ["count"] = 1, ["score"] = 0, ["attainable"] = 70,
            })]);
        report["answers"] = new JsonArray([.. Enumerable.Range(1, 1_000).Select(number => (JsonNode)Answer(number, "x"))]);
        report["setup"]!["planned"] = 1_000;
        report["summary"]!["wrong"] = 1_000;
        report["summary"]!["failed"] = 0;
        await using var page = await OpenPage.AtAsync(Pages.Offline, tab: "evaluate");
        await OpenAsync(page, "large.json", report.ToJsonString());

        await Expect(page.Result).ToContainTextAsync("The report has 900 more.");
        await Expect(page.Result.Locator(".wrong-answers > details")).ToHaveCountAsync(20);
        await page.Button("More").ClickAsync();
        await Expect(page.Result.Locator(".wrong-answers > details > summary").First).ToContainTextAsync("21 ");
        await page.LookAtAllWidthsAsync("Evaluate large report");
    }

    private static JsonObject Report(string text) => new()
    {
        ["setup"] = new JsonObject
        {
            ["miner"] = text,
            ["model"] = text,
            ["problems"] = text,
            ["judge"] = text,
            ["started_at"] = "2026-01-02T03:04:05+00:00",
            ["planned"] = 2,
        },
        ["summary"] = new JsonObject
        {
            ["is_complete"] = true,
            ["right"] = 0,
            ["wrong"] = 1,
            ["failed"] = 1,
            ["raw_score"] = 0,
            ["highest_raw_score"] = 30,
            ["unjudged"] = 1,
            ["latencies"] = null,
            ["elapsed"] = 3,
            ["edges_per_minute"] = 20,
            ["limited"] = 0,
            ["waited"] = 0,
            ["weight"] = null,
            ["highest_weight"] = null,
            ["models"] = new JsonArray(new JsonObject { ["model"] = text, ["answers"] = 1 }),
            ["by_another_model"] = 1,
        },
        ["categories"] = new JsonArray(new JsonObject
        {
            ["category"] = text,
            ["right"] = 0,
            ["count"] = 2,
            ["score"] = 0,
            ["attainable"] = 85,
        }),
        ["answers"] = new JsonArray(Answer(1, text), Answer(2, text, failure: text)),
    };

    private static JsonObject Answer(int number, string text, string? failure = null) => new()
    {
        ["number"] = number,
        ["category"] = text,
        ["question"] = text,
        ["expected"] = text,
        ["given"] = text,
        ["is_right"] = false,
        ["failure"] = failure,
        ["latency"] = 1.5,
        ["finished_at"] = 2,
        ["card"] = new JsonObject { ["accuracy"] = 0 },
        ["model"] = text,
        ["reply"] = text,
        ["trace_id"] = text,
    };

    private static async Task OpenAsync(OpenPage page, string name, string content)
    {
        await page.Panel.GetByLabel("A report of the verb").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(content) });
        await page.Button("Open the report").ClickAsync();
        await page.ResultAsync();
    }

    private static async Task<string> DownloadAsync(OpenPage page, string link)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Result.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}
