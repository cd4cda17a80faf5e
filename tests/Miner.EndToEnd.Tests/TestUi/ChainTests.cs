using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>From one answer to the next component.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class ChainTests
{
    [Test]
    public async Task Chain_FromCompleteToAggregate_IsFourClicks()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.Button("Run Complete").ClickAsync();
        foreach (var next in new[] { "Feedback", "Refine", "Aggregate" })
        {
            await page.Button($"Send to {next}").ClickAsync();
            await Expect(page.Tab(next)).ToHaveAttributeAsync("aria-current", "true");
            await page.ResultAsync();
        }

        Assert.That(await ComponentsAsync(page), Is.EqualTo(new[] { "complete", "feedback", "refine" }));
        await Expect(page.Panel.GetByLabel("Query 1")).ToHaveValueAsync("What is 17 * 23?");
        await Expect(page.Result).ToContainTextAsync("391");
    }

    [Test]
    public async Task AddTheLastAnswer_ToAnUntouchedExample_ReplacesItAndThenAdds()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.RunAsync("Complete");
        await page.Tab("Aggregate").ClickAsync();
        await Expect(page.Cards).ToHaveCountAsync(3);
        await page.Button("Add the last answer").ClickAsync();
        await page.Button("Add the last answer").ClickAsync();
        Assert.That(await ComponentsAsync(page), Is.EqualTo(new[] { "complete", "complete" }));
        await page.RunAsync("Aggregate");

        await Expect(page.Result).ToContainTextAsync("2 of 2");
    }

    [Test]
    public async Task Cards_FromAnswersAndByHand_CarryTextNotebookAndComponent()
    {
        await using var page = await OpenPage.AtAsync(Pages.Stubbed);
        await page.RunAsync("Complete", StubQuery.For("It is 4.", "print(4)"));
        await page.Tab("Refine").ClickAsync();
        await page.Button("Add to the previous outputs").ClickAsync();
        await page.Button("Add a previous output").ClickAsync();
        await page.Cards.Nth(1).GetByLabel("Component").SelectOptionAsync("summary");
        await page.Cards.Nth(1).GetByLabel("Text").FillAsync("By hand");
        await page.Cards.Nth(1).GetByText("Notebook").ClickAsync();
        await page.Cards.Nth(1).GetByLabel("Notebook").FillAsync("x = 2");
        await Expect(page.Cards.Nth(0).GetByLabel("Notebook")).ToHaveValueAsync("print(4)");
        await page.LookAtAllWidthsAsync("Previous outputs");
        await page.RunAsync("Refine", StubQuery.For("Better", "no update"));
        var sent = JsonNode.Parse((await page.FoldedAsync("Request and headers"))!)!["request"]!["body"]!["previous_outputs"]!.AsArray();

        Assert.That(sent.Select(output => (string)output!["component"]!), Is.EqualTo(new[] { "complete", "summary" }));
        Assert.That(sent.Select(output => (string)output!["output"]!["immediate_response"]!), Is.EqualTo(new[] { "It is 4.", "By hand" }));
        Assert.That(sent.Select(output => (string)output!["output"]!["notebook"]!), Is.EqualTo(new[] { "print(4)", "x = 2" }));
        await page.Button("Remove previous output 1").ClickAsync();
        await Expect(page.Cards).ToHaveCountAsync(1);
        await Expect(page.Cards.Nth(0).GetByLabel("Text")).ToHaveValueAsync("By hand");
    }

    [Test]
    public async Task PreviousOutputs_PastedAsTheRawJsonOfAnAnswer_AreRead()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.RunAsync("Complete");
        var raw = await page.FoldedAsync("Raw JSON");
        await page.Tab("Aggregate").ClickAsync();
        await page.Button("Clear the previous outputs").ClickAsync();
        await page.PasteAsync($"{raw},\n17 * 23 = 391\n{raw}");
        await page.RunAsync("Aggregate");

        await Expect(page.Result).ToContainTextAsync("3 of 3");
    }

    [Test]
    public async Task Queries_AddedAndRemoved_AreAskedInTheirOrder()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        foreach (var (index, query) in new[] { "What is 1 + 1?", "What is 2 + 2?", "What is 3 + 4?" }.Index())
        {
            if (index > 0) await page.Button("Add a query").ClickAsync();
            await page.Panel.GetByLabel($"Query {index + 1}").FillAsync(query);
        }

        await page.Button("Remove query 2").ClickAsync();
        await page.RunAsync("Complete");
        var asked = JsonNode.Parse((await page.FoldedAsync("Raw JSON"))!)!["input"]!.AsArray();

        Assert.That(asked.Select(query => (string)query!["user_query"]!), Is.EqualTo(new[] { "What is 1 + 1?", "What is 3 + 4?" }));
        await Expect(page.Panel.GetByLabel("Query 2")).ToHaveValueAsync("What is 3 + 4?");
    }

    private static Task<string[]> ComponentsAsync(OpenPage page) =>
        page.Cards.Locator("select").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)");
}
