using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Miner.Testing;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>What a model, or whoever wrote to it, may put into an answer neither runs nor breaks the page.</summary>
[TestFixture, NonParallelizable]
internal sealed class HostileAnswerTests
{
    private const string Markup = """
        <script>window.ran = true</script><img src=x onerror="window.ran = true"><svg onload="window.ran = true"></svg>
        <a href="javascript:window.ran = true">html link</a> <b onclick="window.ran = true">bold</b>
        </div></section><style>body { display: none }</style>

        [plain](javascript:window.ran=true) [spaced](<  javascript:window.ran=true>) [cased](JaVaScRiPt:window.ran=true)
        [entity](javascript&#58;window.ran=true) [data](data:text/html,<script>window.ran=true</script>) [file](file:///etc/passwd)
        [titled](https://example.org/ "x\" onmouseover=\"window.ran=true") [relative](/views/conversation/delete)
        [quote](https://example.org/"onclick="window.ran=true)
        \(<img src=x onerror="window.ran = true">\) \[[formula](javascript:window.ran=true)\]
        <javascript:window.ran=true> ![picture](https://tracker.example/pixel.png) ![](javascript:window.ran=true)

        <details open ontoggle="window.ran = true"><iframe src="javascript:window.ran = true"></iframe>
        """;

    private const string Overrides =
        "\u202Eright to left\u202C \u2066isolated \u200Fmark \u05D0\u05D1\u05D2 \u0627\u0644\u0639\u0631\u0628\u064A\u0629 \u202Eunclosed";

    private static readonly string Endless = new('w', 100_000);

    private string _answer = "";
    private string _notebook = "";

    [OneTimeSetUp]
    public void AnswerAsTestsSay() => Pages.Upstream.Respond = request =>
        {
            var output = new JsonObject { ["immediate_response"] = _answer, ["notebook"] = _notebook };
            if (!request.RawBody.Contains("hostile-test", StringComparison.Ordinal))
                return null;
            return request.Path == "/v1/complete"
                ? StubAnswer.Json(
                    new JsonObject
                    {
                        ["cid"] = "c",
                        ["task"] = "t",
                        ["input"] = new JsonArray(),
                        ["output"] = output,
                        ["component"] = "complete",
                    }
                )
                : StubAnswer.Content(output.ToJsonString());
        };

    [OneTimeTearDown]
    public void AnswerAsUsual() => Pages.Upstream.Respond = null;

    [Test]
    public async Task Markup_InAnAnswer_IsTextAndDoesNothing()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, cid: "hostile-markup");
        await AskAsync(page, Markup, Markup);
        await page.LookAtAllWidthsAsync("Hostile answer");

        await AssertHarmlessAsync(page);
        Assert.That(
            await page.Result.InnerTextAsync(),
            Does.Contain("<script>window.ran = true</script>").And.Contain("</div></section><style>"));

        await page.Tab("Conversation").ClickAsync();
        await page.ResultAsync();
        await AssertHarmlessAsync(page);
        Assert.That(await page.Result.InnerTextAsync(), Does.Contain("<script>window.ran = true</script>"));
    }

    [Test]
    public async Task Links_InAnAnswer_LeadToTheWebOrAMailboxOnly()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await AskAsync(page, Markup + "\n<https://example.org/a> <someone@example.org>", "no update");

        var links = await page.Result.Locator(".markdown a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");

        Assert.That(links, Is.EquivalentTo(new[]
        {
            "https://example.org/", "https://tracker.example/pixel.png", "https://example.org/%22onclick=%22window.ran=true",
            "https://example.org/a", "mailto:someone@example.org",
        }));
    }

    [Test]
    public async Task LengthAndDirection_OfAnAnswer_DoNotBreakTheLayout([Values(360, 1600)] int width)
    {
        var hostile =
            Overrides
            + "\n\n"
            + Endless[..40_000]
            + "\n\n| "
            + Endless[..4_000]
            + " | b |\n|---|---|\n| c | d |\n\n```\n"
            + Endless[..2_000]
            + "\n```";
        await using var page = await OpenPage.AtAsync(Pages.Stubbed, width, cid: new string('W', 100));
        await AskAsync(page, hostile, Endless);
        await page.Result.GetByText("Raw JSON").ClickAsync();

        Assert.That(await page.OverflowAsync(), Is.Zero);
        Assert.That(await page.Panel.GetByLabel("Task").BoundingBoxAsync(), Is.Not.Null);
        await Expect(page.Result.Locator(".facts")).ToContainTextAsync("200 OK");
        Assert.That(
            (await page.Result.GetByRole(AriaRole.Region, new() { Name = "Notebook" }).InnerTextAsync()).Length,
            Is.EqualTo(Endless.Length));

        await page.Tab("Conversation").ClickAsync();
        await page.ResultAsync();
        Assert.That(await page.OverflowAsync(), Is.Zero);
    }

    [Test]
    public async Task Nesting_OfAnAnswer_IsShownAsTextOrMarkdown()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        foreach (var opening in new[] { "[", "> ", "**a", "- ", "`", "<a@", "| ", @"\(", @"\[" })
        {
            await AskAsync(page, string.Concat(Enumerable.Repeat(opening, 50_000 / opening.Length)), opening);

            await Expect(page.Result.Locator(".facts")).ToContainTextAsync("200 OK");
            await Expect(page.Result.GetByRole(AriaRole.Region, new() { Name = "Notebook" })).ToHaveTextAsync(opening);
        }
    }

    [Test]
    public async Task Answer_OfAMinerWithoutLimits_IsShownAsText()
    {
        await using var miner = Pages.StartMiner(("API_BASE_URL", Pages.Upstream.BaseUrl.ToString()));
        await using var page = await OpenPage.AtAsync(await miner.PageAsync(), width: 360);
        await AskAsync(page, "**bold** " + Endless, "no update");

        await Expect(page.Result.Locator(".markdown")).ToContainTextAsync("**bold**");
        Assert.That(await page.OverflowAsync(), Is.Zero);
    }

    private async Task AskAsync(OpenPage page, string answer, string notebook)
    {
        (_answer, _notebook) = (answer, notebook);
        await page.RunAsync("Complete", "hostile-test");
    }

    private static async Task AssertHarmlessAsync(OpenPage page)
    {
        foreach (var element in new[] { ".markdown b", ".markdown [onclick]", ".markdown [title]" })
            await Expect(page.Result.Locator(element)).ToHaveCountAsync(0);
        await Expect(page.Result.Locator("script, img, svg, iframe, style")).ToHaveCountAsync(0);
        foreach (var link in await page.Result.Locator(".markdown").GetByText("plain").AllAsync()) await link.ClickAsync();
        Assert.That(await page.Page.EvaluateAsync<bool>("() => 'ran' in window"), Is.False);
        await Expect(page.Page.Locator("body")).ToBeVisibleAsync();
    }
}
