using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Miner.EndToEnd.Tests.TestUi;

/// <summary>The conversation that the tabs share, and what the miner keeps of it.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class ConversationTests
{
    [Test]
    public async Task Conversation_OfSeveralTabs_IsOneAndCanBeChosenAndDeleted()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, cid: "shared/ü?#");
        var id = page.Page.GetByLabel("Conversation id");
        await page.RunAsync("Complete", "What is 5 + 5?");
        await page.Button("Add to the previous outputs").ClickAsync();
        await page.RunAsync("Summary");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" }).ClickAsync();
        var fresh = await id.InputValueAsync();
        await page.Tab("Conversation").ClickAsync();
        await Expect(page.Result).ToContainTextAsync($"Nothing is kept of {fresh}");
        await page.LookAtAllWidthsAsync("Conversation empty");
        await Expect(page.Page.GetByLabel("Known conversations")).ToHaveValueAsync("");
        await page.Page.GetByLabel("Known conversations").SelectOptionAsync("shared/ü?#");

        await Expect(id).ToHaveValueAsync("shared/ü?#");
        await Expect(page.Result.Locator(".chat > li")).ToHaveCountAsync(4);
        await Expect(page.Result.Locator(".chat > .user").First).ToContainTextAsync("What is 5 + 5?");
        await Expect(page.Result.Locator(".chat > .assistant").First).ToContainTextAsync("10");

        await page.Button("Delete the conversation").ClickAsync();
        await page.LookAtAllWidthsAsync("Conversation to be deleted");
        await page.Button("Delete").ClickAsync();
        await Expect(page.Result).ToContainTextAsync("The conversation shared/ü?# is deleted.");
        await Expect(page.Page.Locator("#known option[value='shared/ü?#']")).ToHaveCountAsync(0);
        await page.Button("Show the messages").ClickAsync();
        await Expect(page.Result).ToContainTextAsync("Nothing is kept of shared/ü?#");

        Assert.That(fresh, Does.Match("^test-[0-9a-f]{8}$"));
    }

    [Test]
    public async Task Known_WhenOneIsTalkedIn_IsSelectedAndFollowsOtherWindows()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, cid: "known-here");
        await using var other = await OpenPage.AtAsync(Pages.Offline, cid: "known-there");
        await page.RunAsync("Complete");
        await Expect(page.Page.GetByLabel("Known conversations")).ToHaveValueAsync("known-here");
        await other.RunAsync("Complete");
        await page.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");

        await Expect(page.Page.Locator("#known option[value='known-there']")).ToHaveCountAsync(1);
        await Expect(page.Page.GetByLabel("Known conversations")).ToHaveValueAsync("known-here");
    }

    [TestCase("Conversation", " ")]
    [TestCase("Playbook", "..")]
    public async Task Conversation_ThatNoAddressCanName_IsNotAskedFor(string tab, string cid)
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, cid: cid);
        await page.Tab(tab).ClickAsync();

        await Expect(page.Result.GetByRole(AriaRole.Alert)).ToContainTextAsync("Not sent");
        await page.LookAtAllWidthsAsync($"{tab} not sent");
        await Expect(page.Page.GetByLabel("Conversation id")).ToHaveAccessibleDescriptionAsync("An id is needed.");
    }

    [Test]
    public async Task Conversations_OfAll_AreListedByActivityAndOpened()
    {
        await using var miner = Pages.StartMiner();
        await using var page = await OpenPage.AtAsync(await miner.PageAsync());
        using var api = await miner.ConnectAsync();
        foreach (var number in Enumerable.Range(1, 21))
        {
            using var response = await api.PostAsJsonAsync(
                "/complete", new { cid = $"listed-{number:00}", task = "", input = new[] { new { user_query = "1 + 1" } } });
            response.EnsureSuccessStatusCode();
        }

        await page.Tab("Conversation").ClickAsync();
        await page.ResultAsync();
        await page.Button("All conversations").ClickAsync();
        await Expect(page.Result.GetByRole(AriaRole.Row)).ToHaveCountAsync(21);
        await Expect(page.Result.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("listed-21");
        await page.LookAtAllWidthsAsync("Conversations");
        await page.Panel.GetByLabel("Part of an id").FillAsync("ed-1");
        await page.Panel.GetByLabel("Part of an id").PressAsync("Enter");
        await Expect(page.Result).ToContainTextAsync("10 conversations");
        await page.LookAtAllWidthsAsync("Conversations found");
        await page.Panel.GetByLabel("Part of an id").FillAsync("");
        await page.Button("All conversations").ClickAsync();
        await page.Button("Older").ClickAsync();
        await page.Button("listed-01").ClickAsync();

        await Expect(page.Page.GetByLabel("Conversation id")).ToHaveValueAsync("listed-01");
        await Expect(page.Result.Locator(".chat > li")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task Page_Reloaded_KeepsConversationAndTab()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline);
        var id = await page.Page.GetByLabel("Conversation id").InputValueAsync();
        await page.Tab("Playbook").ClickAsync();
        await page.Page.ReloadAsync();

        await Expect(page.Panel).ToHaveAccessibleNameAsync("Playbook");
        await Expect(page.Page.GetByLabel("Conversation id")).ToHaveValueAsync(id);
    }

    [Test]
    public async Task Playbook_OfSeveralTypes_IsShownByTypeAndFiltered()
    {
        await using var page = await OpenPage.AtAsync(Pages.Offline, cid: "playbook-filter");
        await page.RunAsync("Human Feedback", "I prefer short answers. Always show the units.");
        await page.Tab("Playbook").ClickAsync();
        await Expect(page.Result.Locator(".entry")).ToHaveCountAsync(2);
        var facts = await page.Result.Locator(".entry").First.InnerTextAsync();
        await page.Panel.GetByLabel("Type").SelectOptionAsync("instruction");

        await Expect(page.Result.Locator(".entry")).ToHaveCountAsync(1);
        await Expect(page.Result.GetByRole(AriaRole.Heading, new() { Name = "Instruction" })).ToBeVisibleAsync();
        await Expect(page.Result.GetByRole(AriaRole.Region, new() { Name = "as the model reads it" })).ToContainTextAsync("Preferences:");
        await page.Panel.GetByLabel("Type").SelectOptionAsync("");
        await Expect(page.Result.Locator(".entry")).ToHaveCountAsync(2);
        await page.Panel.GetByLabel("Only entries that hold").FillAsync("UNITS");
        await Expect(page.Result.Locator(".entry:visible")).ToHaveCountAsync(1);
        await page.Result.GetByText("Learnt from").Locator("visible=true").ClickAsync();
        await Expect(page.Result.Locator(".entry:visible")).ToContainTextAsync("Always show the units.");
        await page.Panel.GetByLabel("Only entries that hold").FillAsync("nothing like that");
        await Expect(page.Result).ToContainTextAsync("No entry holds that text.");
        await page.LookAtAllWidthsAsync("Playbook filtered");
        await page.Panel.GetByLabel("Only entries that hold").FillAsync("");
        await page.Panel.GetByLabel("Type").SelectOptionAsync("fact");
        await Expect(page.Result).ToContainTextAsync("There are no entries of this type.");
        await page.LookAtAllWidthsAsync("Playbook empty");
        Assert.That(facts, Does.Match(@"confidence \d+ %").And.Contain("version 1").And.Contain("created ").And.Contain("changed "));
        Assert.That(facts, Does.Contain("confirmed 0 times, contradicted 0 times"));
    }
}
