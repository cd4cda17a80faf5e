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
            await Expect(page.Tab(next)).ToHaveAttributeAsync("aria-selected", "true");
            await page.ResultAsync();
        }

        var previous = JsonNode.Parse(await page.Panel.GetByLabel("One a line").InputValueAsync())!.AsArray();

        Assert.That(previous.Select(output => (string)output!["component"]!), Is.EqualTo(new[] { "complete", "feedback", "refine" }));
        await Expect(page.Panel.GetByLabel("Query 1")).ToHaveValueAsync("What is 17 * 23?");
        await Expect(page.Result).ToContainTextAsync("391");
    }

    [Test]
    public async Task AddTheLastAnswer_ToAnUntouchedExample_ReplacesItAndThenAdds()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.RunAsync("Complete", "What is 2 + 3?");
        await page.Tab("Aggregate").ClickAsync();
        await page.Button("Add the last answer").ClickAsync();
        await page.Button("Add the last answer").ClickAsync();

        var lines = (await page.Panel.GetByLabel("One a line").InputValueAsync()).Split('\n');
        await page.RunAsync("Aggregate");

        Assert.That(lines, Has.Length.EqualTo(2).And.All.Contains("\"user_query\":\"What is 2 + 3?\""));
        await Expect(page.Result).ToContainTextAsync("2 of 2");
    }

    [Test]
    public async Task AddTheLastAnswer_ToAJsonArray_AddsToIt()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.RunAsync("Complete");
        await page.Tab("Summary").ClickAsync();
        await page.Panel.GetByLabel("One a line").FillAsync("[]");
        await page.Button("Add the last answer").ClickAsync();

        var previous = JsonNode.Parse(await page.Panel.GetByLabel("One a line").InputValueAsync())!.AsArray();

        Assert.That(previous.Select(output => (string)output!["component"]!), Is.EqualTo(new[] { "complete" }));
    }

    [Test]
    public async Task PreviousOutputs_PastedAsTheRawJsonOfAnAnswer_AreRead()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        await page.RunAsync("Complete");
        var raw = await page.Result.Locator("#complete-json").TextContentAsync();
        await page.Tab("Aggregate").ClickAsync();
        await page.Panel.GetByLabel("One a line").FillAsync($"{raw},\n17 * 23 = 391\n{raw}");
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
        await page.Result.GetByText("Raw JSON").ClickAsync();
        var asked = JsonNode.Parse(await page.Result.Locator("#complete-json").InnerTextAsync())!["input"]!.AsArray();

        Assert.That(asked.Select(query => (string)query!["user_query"]!), Is.EqualTo(new[] { "What is 1 + 1?", "What is 3 + 4?" }));
        await Expect(page.Panel.GetByLabel("Query 2")).ToHaveValueAsync("What is 3 + 4?");
    }
}
